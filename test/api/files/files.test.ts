/** Files over HTTP and from the command line: released figures for those who may read them, the same bytes again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportCommand } from "../../../api/cli/export.ts";
import { storedDataset } from "../../../api/datasets/store.ts";
import { twoCodedSurveys } from "../../support/coded-surveys.ts";
import { readSav } from "../../support/read-sav.ts";
import { readXlsx, readZip } from "../../support/read-zip.ts";
import { addStaff, draftSurvey, programmeNamed, withRole } from "../../support/survey-world.ts";
import { destroyDueDatasets } from "../../support/wave-turns.ts";
import { openWholeApp, type WholeApp } from "../../support/whole-app.ts";

let whole: WholeApp;
let programme: string;
let before: string;
let after: string;
let evaluator: string;
let folder: string;

beforeAll(async () => {
  whole = await openWholeApp();
  await addStaff(whole.world, 120);
  await withRole(whole.world, "S1", "evaluator");
  programme = await programmeNamed(whole.world, "Better managers");
  [before, after] = await twoCodedSurveys(whole.world, programme);
  evaluator = await whole.cookieOf("S1");
  folder = mkdtempSync(join(tmpdir(), "soundings-export-"));
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await whole.world.cleanUp();
});

const FORMATS = ["csv", "xlsx", "sav", "r"] as const;
const get = (path: string, cookie = evaluator) => whole.request(path, { cookie });

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await get(path);
  expect(response.status, path).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe("files of a wave's released tables", () => {
  test("are attachments with a plain name, and kept by no cache", async () => {
    const response = await get(`/api/waves/${before}/files/csv`);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="before.csv"');
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("open again in every format, with policy, methods and the dataset's hash", async () => {
    const csv = new TextDecoder().decode(await bytesOf(`/api/waves/${after}/files/csv`));
    const sheets = readXlsx(await bytesOf(`/api/waves/${after}/files/xlsx`));
    const sav = readSav(await bytesOf(`/api/waves/${after}/files/sav`));
    const r = readZip(await bytesOf(`/api/waves/${after}/files/r`));
    const tables = await (await get(`/api/waves/${after}/tables`)).json();
    const texts = [
      csv,
      JSON.stringify([...sheets]),
      sav.documents.join(""),
      new TextDecoder().decode(r.get("notes.txt")),
    ];
    for (const text of texts) {
      expect(text).toContain(tables.datasetHash);
      expect(text).toMatch(/policy/);
      expect(text).toMatch(/method/);
    }
  });

  test("tell what changed for those whose codes were found in the wave before", async () => {
    const linked = readXlsx(await bytesOf(`/api/waves/${after}/files/xlsx`)).get("Linked persons") ?? [];
    const stayers = linked.find(([, code]) => code === "stayers");
    expect(stayers).toEqual(["persons", "stayers", "Found in both waves", "shown", 60]);
    const scale = linked.find(([kind, code]) => kind === "scale" && code === "treatment");
    expect(scale?.[3]).toBe("shown");
    expect(Number(scale?.[5])).toBeGreaterThan(0);
    expect(readXlsx(await bytesOf(`/api/waves/${before}/files/xlsx`)).has("Linked persons")).toBe(false);
  });

  test("hold nothing of anybody's code, and no more rows than cells", async () => {
    const csv = new TextDecoder().decode(await bytesOf(`/api/waves/${after}/files/csv`));
    expect(csv).not.toMatch(/code-mother|code-birth/);
    const sheets = readXlsx(await bytesOf(`/api/waves/${after}/files/xlsx`));
    for (const [name, rows] of sheets) {
      if (name !== "Notes") expect(JSON.stringify(rows)).not.toMatch(/code-mother|code-birth/);
    }
  });
});

describe("files of a comparison", () => {
  test("are the same bytes when they are asked for again, also after the datasets were destroyed", async () => {
    const paths = FORMATS.flatMap((format) => [
      `/api/comparisons/files/${format}?waves=${before},${after}`,
      `/api/waves/${after}/files/${format}`,
    ]);
    const first = new Map<string, Uint8Array>();
    for (const path of paths) first.set(path, await bytesOf(path));
    whole.world.setTime(new Date("2027-04-01T00:00:00Z"));
    const { context } = whole.world;
    await destroyDueDatasets(context);
    expect(await context.answers.read((db) => storedDataset(db, after))).toBeUndefined();
    evaluator = await whole.cookieOf("S1");
    for (const path of paths) {
      const again = Buffer.from(await bytesOf(path));
      expect(again.equals(Buffer.from(first.get(path) ?? [])), path).toBe(true);
    }
  });

  test("name both waves, and a title that looks like a formula stays a text", async () => {
    const csv = new TextDecoder().decode(
      await bytesOf(`/api/comparisons/files/csv?waves=${before},${after}`),
    );
    expect(csv).toContain(",'=Before,");
    expect(csv).not.toContain(",=Before");
    expect(csv).toContain("change of a scale");
  });

  test("of one group hold that group alone", async () => {
    const path = `/api/comparisons/files/csv?waves=${before},${after}&cut=area&category=area-a`;
    const csv = new TextDecoder().decode(await bytesOf(path));
    expect(csv).toContain("Area A");
    expect(csv).not.toContain("Everybody");
  });
});

describe("whoever may not have a file", () => {
  test("is refused, and nothing unexpected happens on bad input", async () => {
    await withRole(whole.world, "S2", "coach");
    const coach = await whole.cookieOf("S2");
    expect((await get(`/api/waves/${before}/files/csv`, coach)).status).toBe(403);
    expect((await get(`/api/comparisons/files/csv?waves=${before},${after}`, coach)).status).toBe(403);
    expect((await whole.request(`/api/waves/${before}/files/csv`)).status).toBe(401);
    expect((await whole.request(`/api/comparisons/files/csv?waves=${before},${after}`)).status).toBe(401);
    const draft = await draftSurvey(whole.world, {
      programme,
      instrument: "staff-confidence",
      title: "Draft",
      invited: 20,
      answers: [],
    });
    const statuses: readonly (readonly [string, number])[] = [
      [`/api/waves/${before}/files/pdf`, 400],
      [`/api/waves/nowhere/files/csv`, 404],
      [`/api/waves/${before}/files/csv?release=99`, 404],
      [`/api/waves/${draft}/files/csv`, 409],
      [`/api/comparisons/files/csv?waves=${before}`, 400],
      [`/api/comparisons/files/csv`, 400],
      [`/api/waves/${before}/reports/x/files/csv`, 404],
      [`/api/waves/${before}/reports/x/files/sav`, 400],
    ];
    for (const [path, status] of statuses) expect((await get(path)).status, path).toBe(status);
    expect(whole.log).toEqual([]);
  });

  test("every file that was written stands in the audit log", async () => {
    const events = await whole.world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(events.filter(({ action }) => action === "file-written").length).toBeGreaterThan(8);
  });
});

describe("soundings export", () => {
  async function run(...args: readonly string[]) {
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
    const code = await exportCommand.run([...args, "--data", whole.world.context.config.dataFolder], io);
    return { code, text: lines.join("\n") };
  }

  test("writes the same bytes as the screens, for one wave and for two", async () => {
    for (const format of FORMATS) {
      const one = join(folder, `one.${format}`);
      const two = join(folder, `two.${format}`);
      expect((await run("--wave", after, "--format", format, "--out", one)).code).toBe(0);
      expect((await run("--wave", `${before},${after}`, "--format", format, "--out", two)).code).toBe(0);
      expect(readFileSync(one).equals(await bytesOf(`/api/waves/${after}/files/${format}`))).toBe(true);
      expect(
        readFileSync(two).equals(await bytesOf(`/api/comparisons/files/${format}?waves=${before},${after}`)),
      ).toBe(true);
    }
  });

  test("lists the waves there are when none is named", async () => {
    const { code, text } = await run();
    expect(code).toBe(0);
    expect(text).toContain(`${after}  After (Better managers)`);
    expect(JSON.parse((await run("--json")).text).waves).toHaveLength(2);
  });

  test("says in a sentence what it cannot do, and keeps files that are there", async () => {
    const taken = join(folder, "taken.csv");
    writeFileSync(taken, "mine");
    const out = ["--out", join(folder, "new.csv")];
    const asked = ["--wave", after, "--format", "csv"];
    expect(await run(...asked, "--out", taken)).toMatchObject({ code: 2 });
    expect(readFileSync(taken, "utf8")).toBe("mine");
    expect(await run(...asked, "--out", join(folder, "none", "a.csv"))).toMatchObject({ code: 2 });
    expect(await run("--wave", after, "--format", "pdf", ...out)).toMatchObject({ code: 2 });
    expect(await run(...asked)).toMatchObject({ code: 2 });
    expect(await run(...asked, ...out, "--release", "x")).toMatchObject({ code: 2 });
    expect(
      await run("--wave", `${before},${after}`, "--format", "csv", ...out, "--release", "1"),
    ).toMatchObject({ code: 2 });
    expect(await run("--wave", ",", "--format", "csv", ...out)).toMatchObject({ code: 2 });
    expect(await run("extra", ...asked, ...out)).toMatchObject({ code: 2 });
    const unknown = await run("--wave", "nowhere", "--format", "csv", ...out);
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.text).toMatch(/\.$/);
  });

  test("begins no new data folder under a mistyped name", async () => {
    const lines: string[] = [];
    const io = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
    expect(await exportCommand.run(["--data", join(folder, "nothing")], io)).toBe(2);
    expect(lines.join()).toContain("no data folder");
  });
});
