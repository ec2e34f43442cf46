/** Imported ratings in a data folder: a released wave that its coach can read, or nothing at all. */
import { readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { importCommand } from "../../../api/cli/import.ts";
import { systemClock } from "../../../api/clock.ts";
import { readConfig } from "../../../api/config.ts";
import type { StaffContext } from "../../../api/context.ts";
import { openKeyRing } from "../../../api/keys/key-ring.ts";
import { createProgramme } from "../../../api/programmes/create-programme.ts";
import { readReport } from "../../../api/releases/read-report.ts";
import { everyPerson, insertPeople } from "../../../api/roster/store.ts";
import { openAnswerStore } from "../../../api/storage/answer-store.ts";
import { openPeopleStore } from "../../../api/storage/people-store.ts";
import { subjectsOfWave } from "../../../api/waves/store.ts";
import { testEnvironment } from "../../support/test-environment.ts";

const fixture = (file: string) =>
  fileURLToPath(new URL(`../../fixtures/leadership-climate/${file}`, import.meta.url));
const FILES = [
  fixture("data.csv"),
  "--survey",
  fixture("leadership-climate.json"),
  "--map",
  fixture("map.json"),
];
const COACH = { ref: "C1", name: "Cora Coach", mail: "cora@example.org", unit: "", site: "", grade: "" };

let data = "";
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "soundings-store-import-"));
});
afterEach(() => rm(data, { recursive: true }));

/** What another command of the product finds in the folder. */
async function inFolder<Result>(use: (context: StaffContext) => Promise<Result>): Promise<Result> {
  const config = readConfig(testEnvironment, { data });
  // First the key: a folder with a store and without its key is refused.
  const keys = await openKeyRing(config);
  const people = await openPeopleStore(config);
  const answers = await openAnswerStore(config);
  try {
    return await use({ people, answers, keys, config, clock: systemClock, baseUrl: () => "" });
  } finally {
    await people.close();
    await answers.close();
  }
}

async function programmeWithCoach(): Promise<string> {
  return inFolder(async (context) => {
    await context.people.write((tx) => insertPeople(tx, [{ ...COACH, lineManagerRef: null }], new Date()));
    const coordinator = { personId: await coachId(context), name: "Cora", roles: ["coordinator"] as const };
    return (await createProgramme(context, coordinator, { name: "Leaders" })).id;
  });
}

async function coachId(context: StaffContext): Promise<string> {
  const people = await context.people.read(everyPerson);
  return people.find(({ ref }) => ref === "C1")?.id ?? "";
}

async function run(...args: readonly string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await importCommand.run([...FILES, ...args], {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
  });
  return { code, out, error: error.join("\n") };
}

const target = (programme: string, coach = "C1") => [
  "--data",
  data,
  "--programme",
  programme,
  "--title",
  "Climate",
  "--coach",
  coach,
];

describe("soundings import --data", () => {
  it("stores a released wave whose 49 reports the coach can read", async () => {
    const programme = await programmeWithCoach();
    const { code, out } = await run(...target(programme));
    expect(code).toBe(0);
    const wave = /released wave (\S+)\.$/.exec(out.at(-1) ?? "")?.[1] ?? "";
    await inFolder(async (context) => {
      const subjects = await context.people.read((db) => subjectsOfWave(db, wave));
      expect(subjects.length).toBe(49);
      const subject = subjects.find(({ name }) => name === "company-55")?.code ?? "";
      const coach = { personId: await coachId(context), name: "Cora", roles: ["coach"] as const };
      const { report } = await readReport(context, coach, { wave, subject });
      expect(report.dimensions[0]?.allOthers).toMatchObject({ n: 11, value: { mean: 3 } });
    });
  });

  it("stores nothing in a dry run", async () => {
    const programme = await programmeWithCoach();
    const { code, out } = await run(...target(programme), "--dry-run");
    expect(code).toBe(0);
    expect(out.at(-1)).toBe("2042 rows about 49 subjects.");
    expect(await inFolder((context) => context.people.read(everyPerson))).toHaveLength(1);
  });

  it("refuses an unknown programme or coach and stores nothing", async () => {
    const programme = await programmeWithCoach();
    const wrongProgramme = await run(...target("nowhere"));
    expect(wrongProgramme.code).toBe(2);
    expect(wrongProgramme.error).toContain("no such programme");
    const wrongCoach = await run(...target(programme, "C9"));
    expect(wrongCoach.code).toBe(2);
    expect(wrongCoach.error).toContain("coach is not on the list");
    expect(await inFolder((context) => context.people.read(everyPerson))).toHaveLength(1);
  });

  it("begins no data folder where none is", async () => {
    const { code, error } = await run(
      "--data",
      join(data, "typo"),
      "--programme",
      "p",
      "--title",
      "t",
      "--coach",
      "c",
    );
    expect(code).toBe(2);
    expect(error).toContain("no data folder");
    expect(readdirSync(data)).toEqual([]);
  });

  it("wants programme, title and coach with it", async () => {
    const { code, error } = await run("--data", data);
    expect(code).toBe(2);
    expect(error).toContain("belong together");
  });
});
