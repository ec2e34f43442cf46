/** Every command: what it reads, and that those which read an installation tell released figures and nothing else. */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CliCommand } from "../../api/cli/command.ts";
import { doctorCommand } from "../../api/cli/doctor.ts";
import { exportCommand } from "../../api/cli/export.ts";
import { overwriteRow } from "../../api/responses/store.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { type FilledInstallation, fillInstallation } from "../support/filled-installation.ts";
import { openGateWorld } from "../support/gate-world.ts";
import { numbersIn } from "../support/number-paths.ts";

/** What each command reads; "installation" ones are walked below. */
const READS: Readonly<Record<string, "files that are named" | "installation" | "nothing that is stored">> = {
  serve: "nothing that is stored",
  demo: "nothing that is stored",
  "sign-in": "nothing that is stored",
  lint: "files that are named",
  import: "files that are named",
  compare: "files that are named",
  plan: "files that are named",
  match: "files that are named",
  export: "installation",
  doctor: "installation",
};

let whole: FilledInstallation;
beforeAll(async () => {
  whole = await fillInstallation();
});
afterAll(() => whole.cleanUp());

async function run(command: CliCommand, args: readonly string[]) {
  const lines: string[] = [];
  const io = { out: (line: string) => lines.push(line), error: (line: string) => lines.push(line) };
  const code = await command.run(args, io);
  return { code, text: lines.join("\n") };
}

test("every command is known to this walk", () => {
  const entry = join(import.meta.dirname, "../../api/cli/soundings.ts");
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", entry, "--help"], { encoding: "utf8" });
  const names = [...stdout.matchAll(/^ {2}([a-z][a-z-]*) {2,}\S/gm)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(6);
  expect(
    names
      .filter((name) => READS[name] === undefined)
      .map(
        (name) =>
          `soundings ${name} is new: say in test/attacks/commands.test.ts what it reads, and if that is an installation, walk it.`,
      ),
  ).toEqual([]);
});

describe("soundings doctor", () => {
  /** What is printed without the time and the places of this run. */
  async function printed(folder: string): Promise<string> {
    const { text } = await run(doctorCommand, ["--anonymity", "--data", folder, "--json"]);
    const { examinedAt, ...report } = JSON.parse(text);
    expect(new Date(examinedAt).toISOString()).toBe(examinedAt);
    return JSON.stringify(report).replaceAll(folder, "");
  }

  /** One more sealed answer, as it lies there after the server's next stop. */
  async function oneMoreAnswer(folder: string): Promise<void> {
    const answers = await openAnswerStore({ dataFolder: folder });
    const [row] = await answers.read((db) => db.select().from(db.tables.sealedRows).limit(1));
    if (row === undefined) throw new RangeError("an open wave has rows");
    const noise = (bytes: Uint8Array) => new Uint8Array(randomBytes(bytes.length));
    await answers.write((tx) =>
      overwriteRow(tx, { key: row.key, mark: noise(row.mark), box: noise(row.box) }),
    );
    await answers.close();
  }

  test("prints the same before and after somebody answered", async () => {
    const folder = whole.copy();
    const before = await printed(folder);
    await oneMoreAnswer(folder);
    expect(await printed(folder)).toBe(before);
  });

  test("prints counts of waves, their lists, forms, columns, entries and releases only", async () => {
    const { text } = await run(doctorCommand, ["--anonymity", "--data", whole.copy(), "--json"]);
    const checks: readonly { code: string; sentences: readonly string[] }[] = JSON.parse(text).checks;
    const counting = checks.filter(({ sentences }) => numbersIn(sentences).numbers.length > 0);
    const ofRecords = ["schema", "keys", "promises", "line-ups", "definitions", "audit-log", "releases"];
    const allowed = [...ofRecords, "wave-ledger"];
    expect(counting.map(({ code }) => code).filter((code) => !allowed.includes(code))).toEqual([]);
  });
});

describe("soundings export", () => {
  test("writes of a released wave what its evaluator gets, from releases alone, and of others nothing", async () => {
    const world = await openGateWorld();
    try {
      const { dataFolder } = world.whole.world.context.config;
      const cookie = world.cookies.get("evaluator") ?? "";
      const written: string[] = [];
      for (const wave of world.values["wave"] ?? []) {
        const out = join(dataFolder, `${wave}.csv`);
        const given = await world.whole.request(`/api/waves/${wave}/files/csv`, { cookie });
        const { code, text } = await run(exportCommand, [
          ...["--wave", wave, "--format", "csv"],
          ...["--out", out, "--data", dataFolder],
        ]);
        expect(code === 0, text).toBe(given.status === 200);
        if (given.status === 200) {
          written.push(wave);
          expect(readFileSync(out).equals(Buffer.from(await given.arrayBuffer()))).toBe(true);
        } else {
          expect(existsSync(out)).toBe(false);
          expect(numbersIn(text).numbers).toEqual([]);
        }
      }
      expect(written).toHaveLength(2);
    } finally {
      await world.whole.world.cleanUp();
    }
  });
});
