/** The command `soundings import`, as somebody types it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importCommand } from "../../../api/cli/import.ts";

const fixture = (file: string) =>
  fileURLToPath(new URL(`../../fixtures/leadership-climate/${file}`, import.meta.url));
const SURVEY = ["--survey", fixture("leadership-climate.json")];
const MAP = ["--map", fixture("map.json")];

async function soundingsImport(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await importCommand.run(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out: out.join("\n"), error: error.join("\n") };
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "soundings-import-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("soundings import", () => {
  it("prints a line for each of the 49 leaders", async () => {
    const { code, out } = await soundingsImport(fixture("data.csv"), ...SURVEY, ...MAP);
    expect(code).toBe(0);
    const lines = out.split("\n");
    expect(lines.length).toBe(50);
    expect(lines).toContain("company-55  direct-report n=11  leadership-climate 3.0");
    expect(lines.at(-1)).toBe("2042 rows about 49 subjects.");
  });

  it("prints the same as JSON, under a stricter policy", async () => {
    const { code, out } = await soundingsImport(
      fixture("data.csv"),
      ...SURVEY,
      ...MAP,
      "--json",
      "--minimum-group-size",
      "12",
    );
    expect(code).toBe(0);
    const printed = JSON.parse(out);
    expect(printed).toMatchObject({ rows: 2042, subjects: 49, policy: { minimumGroupSize: 12 } });
    const small = printed.reports.find(({ subject }: { subject: string }) => subject === "company-55");
    expect(small).toEqual({
      subject: "company-55",
      blocks: [],
      dimensions: [{ code: "leadership-climate", allOthers: { shown: false, reason: "group-not-shown" } }],
      notes: ["groups-left-out", "attributed-only"],
    });
  });

  it("names every bad row with its line, imports nothing and exits with 2", async () => {
    const header = "respondent_id,company_id,lead01";
    const csv = await file("bad.csv", `${header}\n1,2,3\n2,2,9\n3,,3\n`);
    const map = await file(
      "map.json",
      JSON.stringify({
        subject: { column: "company_id" },
        group: { value: "direct-report" },
        items: { lead01: "climate.officers-get-cooperation" },
        ignore: ["respondent_id"],
      }),
    );
    const { code, out, error } = await soundingsImport(csv, ...SURVEY, "--map", map);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error.split("\n")).toEqual([
      `${csv}:3 lead01: This is no point of the scale, 1 to 5.`,
      `${csv}:4 company_id: The cell is empty; it says whom the row is about.`,
      "Nothing was imported.",
    ]);
  });

  it("says as JSON what cannot be used", async () => {
    const { code, out } = await soundingsImport(
      fixture("data.csv"),
      ...SURVEY,
      "--map",
      fixture("README.md"),
      "--json",
    );
    expect(code).toBe(2);
    expect(JSON.parse(out).problems).toEqual([
      { file: fixture("README.md"), sentence: "The map is not a JSON object with subject, group and items." },
    ]);
  });

  it.each([
    ["no file", [...SURVEY, ...MAP], /Name one CSV file/],
    ["no survey", [fixture("data.csv"), ...MAP], /Name --survey and --map/],
    ["an unknown option", [fixture("data.csv"), ...SURVEY, ...MAP, "--quiet"], /--quiet/],
    ["a file that is not there", [join("no", "such.csv"), ...SURVEY, ...MAP], /cannot be opened/],
    ["a survey that is none", [fixture("data.csv"), "--survey", fixture("map.json"), ...MAP], /map\.json:1/],
    [
      "a minimum below the floor",
      [fixture("data.csv"), ...SURVEY, ...MAP, "--minimum-group-size", "2"],
      /from 3/,
    ],
    ["a minimum in words", [fixture("data.csv"), ...SURVEY, ...MAP, "--minimum-comments", "few"], /from 3/],
  ])("refuses %s with a sentence", async (_, args, sentence) => {
    const { code, error } = await soundingsImport(...args);
    expect(code).toBe(2);
    expect(error).toMatch(sentence);
    expect(error).not.toContain("    at ");
  });

  it("explains itself", async () => {
    const { code, out } = await soundingsImport("--help");
    expect(code).toBe(0);
    expect(out).toContain("Usage: soundings import");
  });
});
