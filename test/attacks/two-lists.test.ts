/** Two 360 waves about one person, of nearly the same raters: what both reports together tell of the one who is missing. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ItemRow, Report360 } from "../../analysis/report360/report-model.ts";
import { definitionOfId } from "../../api/definitions/read-definitions.ts";
import { waveSeal } from "../../api/keys/store.ts";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { releaseOf } from "../../api/releases/store.ts";
import { importPeople } from "../../api/roster/import-people.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { createWave } from "../../api/waves/create-wave.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { assignmentsOfWave, subjectsOfWave } from "../../api/waves/store.ts";
import { issueAll } from "../support/issue-all.ts";
import { insertResponses, type TestResponse } from "../support/native-seal.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { FIRST_TIME, openStaffWorld, PEOPLE_CSV, type StaffWorld } from "../support/staff-world.ts";
import { storedInstrument } from "../support/stored-instrument.ts";

const DAY = 86_400_000;
/** The answers of one rater: by item code, 1 to 5. */
type Given = ReadonlyMap<string, number>;

let world: StaffWorld;
let programme: string;
let items: readonly string[];
/** By staff number; they answer the same in each wave. */
let given: ReadonlyMap<string, Given>;

beforeEach(async () => {
  world = await openStaffWorld();
  const { context, coordinator } = world;
  await importPeople(context, coordinator, { csv: PEOPLE_CSV, apply: true });
  programme = (await createProgramme(context, coordinator, { name: "Better managers" })).id;
  const { definition } = await storedInstrument(context, "leadership-360");
  items = definition.items.filter(({ kind }) => kind === "scale").map(({ code }) => code);
  const below = seededRandom(3);
  given = new Map(
    Array.from({ length: 9 }, (_, n) => [`R${n + 1}`, new Map(items.map((item) => [item, 2 + below(3)]))]),
  );
});

afterEach(() => world.cleanUp());

/** A build without the ledger: what it noted is gone whenever somebody asks. */
async function forgetLedger(): Promise<void> {
  await world.context.people.write(async (tx) => {
    await tx.delete(tx.tables.ledgerPeople);
    await tx.update(tx.tables.ledgerWaves).set({ items: {} });
  });
}

/** A draft about M1, with these peers. */
async function draft(title: string, raters: readonly string[]): Promise<string> {
  const { context, coordinator } = world;
  const { id: definition } = await storedInstrument(context, "leadership-360");
  const wave = await createWave(context, coordinator, { programme, definition, title });
  const csv = `subject,rater,group\n${raters.map((rater) => `M1,${rater},peer`).join("\n")}\n`;
  await importLineUp(context, coordinator, {
    wave,
    list: "subjects",
    csv: "subject,coach\nM1,C1\n",
    apply: true,
  });
  await importLineUp(context, coordinator, { wave, list: "raters", csv, apply: true });
  return wave;
}

/** SurveyJS's form of answers by item. */
function formOf(
  answers: Given,
  questionOf: ReadonlyMap<string, { question: string; row?: string | undefined }>,
) {
  const form: Record<string, unknown> = {};
  for (const [code, value] of answers) {
    const { question = code, row } = questionOf.get(code) ?? {};
    form[question] = row === undefined ? value : { ...Object(form[question]), [row]: value };
  }
  return form;
}

/** Everybody who is asked answers, and the wave closes. */
async function answerAndClose(wave: string): Promise<void> {
  const { context, coordinator } = world;
  const { assignments, persons } = await context.people.read(async (db) => ({
    assignments: await assignmentsOfWave(db, wave),
    persons: new Map((await db.select().from(db.tables.persons)).map(({ id, ref }) => [id, ref])),
  }));
  const { definitionId } = await context.people.read((db) => findWave(db, wave));
  const definition = await definitionOfId(context, definitionId);
  const questionOf = new Map(definition.items.map((item) => [item.code, item]));
  const seal = await context.answers.read((db) => waveSeal(db, wave));
  if (seal === undefined) throw new RangeError("an open wave has a seal");
  const responses = assignments.map(({ subjectCode, group, raterPersonId }): TestResponse => {
    const answers = given.get(persons.get(raterPersonId) ?? "") ?? new Map();
    return { subject: subjectCode, group, answers: formOf(answers, questionOf) };
  });
  await issueAll(context, wave);
  await insertResponses(context, seal.manifest, responses);
  await closeOpenWave(context, coordinator, { wave });
}

/** @returns its report about M1 */
async function release(wave: string): Promise<Report360> {
  const { context, coordinator } = world;
  await releaseReports(context, coordinator, { wave });
  const [subject] = await context.people.read((db) => subjectsOfWave(db, wave));
  const found = await context.answers.read((db) => releaseOf(db, wave, subject?.code ?? ""));
  if (found === undefined) throw new RangeError("the report was not made");
  return found.report;
}

async function answerAndRelease(wave: string): Promise<Report360> {
  await answerAndClose(wave);
  return release(wave);
}

function rowsOf(report: Report360): readonly ItemRow[] {
  return [...report.dimensions.flatMap((row) => row.items), ...report.otherItems];
}

/** The sums that can stand behind a mean in tenths; undefined where it is not shown, or as a bound. */
function sumsOf(row: ItemRow | undefined): readonly number[] | undefined {
  const cell = row?.blocks["peer"];
  if (cell?.shown !== true || cell.value.bound !== "exact") return undefined;
  const sums = Array.from({ length: 5 * cell.n + 1 }, (_, sum) => sum);
  return sums.filter((sum) => Math.round((10 * sum) / cell.n) === Math.round(10 * cell.value.mean));
}

/** What the missing rater answered, where it follows exactly if all others answered as before. */
function subtract(first: Report360, second: Report360): Given {
  const later = new Map(rowsOf(second).map((row) => [row.code, row]));
  const found = new Map<string, number>();
  for (const row of rowsOf(first)) {
    const [before, after] = [sumsOf(row), sumsOf(later.get(row.code))];
    const [sum, ...more] = before ?? [];
    const [rest, ...others] = after ?? [];
    if (sum === undefined || rest === undefined || more.length + others.length > 0) continue;
    // The scale is turned where it is asked the other way round.
    found.set(row.code, row.reverseKeyed ? 6 - (sum - rest) : sum - rest);
  }
  return found;
}

function right(found: Given, rater: string): number {
  return [...found].filter(([item, answer]) => given.get(rater)?.get(item) === answer).length;
}

const FIVE = ["R5", "R6", "R7", "R8", "R9"];
const FOUR = FIVE.slice(1);

async function released(title: string, raters: readonly string[]): Promise<Report360> {
  const wave = await draft(title, raters);
  await openWave(world.context, world.coordinator, { wave });
  return answerAndRelease(wave);
}

test("without the ledger, nearly all answers of the one who is missing follow", async () => {
  const first = await released("Spring", FIVE);
  await forgetLedger();
  world.setTime(new Date(FIRST_TIME.getTime() + 30 * DAY));
  const wave = await draft("Summer", FOUR);
  await openWave(world.context, world.coordinator, { wave });
  await forgetLedger();
  const second = await answerAndRelease(wave);
  const found = subtract(first, second);
  expect(right(found, "R5")).toBe(found.size);
  expect(found.size / items.length).toBeGreaterThan(0.8);
});

test("within 90 days the second wave is not opened, and the refusal says why and what to do", async () => {
  await released("Spring", FIVE);
  world.setTime(new Date(FIRST_TIME.getTime() + 30 * DAY));
  const wave = await draft("Summer", FOUR);
  const opened = openWave(world.context, world.coordinator, { wave });
  await expect(opened).rejects.toMatchObject({
    code: "wrong-state",
    message: expect.stringMatching(/“Spring”.+nearly the same people.+wait until Monday, 1 June 2026/),
    problems: [{ path: expect.stringContaining("Mia Manager"), sentence: "Since “Spring”, 1 left." }],
  });
  expect((await world.context.people.read((db) => findWave(db, wave))).state).toBe("draft");
  // The same people, or other ones, are no matter.
  for (const raters of [FIVE, ["R1", "R2", "R3", "R4"]]) {
    const { context, coordinator } = world;
    await openWave(context, coordinator, { wave: await draft(`Of ${raters.length}`, raters) });
  }
});

test("later than that it is opened, and its report tells none of these answers", async () => {
  const first = await released("Spring", FIVE);
  world.setTime(new Date(FIRST_TIME.getTime() + 120 * DAY));
  const second = await released("Autumn", FOUR);
  expect(subtract(first, second).size).toBe(0);
  for (const row of rowsOf(second)) {
    expect(row.blocks["peer"]).toEqual({ shown: false, reason: "nearly-same-people" });
    expect(row.allOthers.shown).toBe(false);
    expect(row.directions?.["peer"]).toEqual({ since: "Spring", direction: "not-told" });
  }
  expect(second.besideWaves).toEqual(["Spring"]);
  expect(second.notes.map(({ code }) => code)).toContain("nearly-same-people");
});

test("where four joined, what they answered together is coded", async () => {
  const first = await released("Spring", FIVE);
  world.setTime(new Date(FIRST_TIME.getTime() + 30 * DAY));
  const second = await released("Summer", ["R1", "R2", "R3", "R4", ...FIVE]);
  const later = new Map(rowsOf(second).map((row) => [row.code, row]));
  const told = rowsOf(first).flatMap((row) => {
    const [before, after] = [sumsOf(row), sumsOf(later.get(row.code))];
    if (before === undefined || after === undefined) return [];
    const of = before.flatMap((one) => after.map((other) => other - one));
    return [{ least: Math.min(...of), most: Math.max(...of) }];
  });
  // Four answers from 1 to 5: neither nearly all the lowest nor nearly all the highest.
  expect(told.length).toBeGreaterThan(5);
  for (const { least, most } of told) {
    expect(most).toBeGreaterThan(6);
    expect(least).toBeLessThan(18);
  }
});

test("a wave that began first, and is released last, is told apart from the other", async () => {
  const early = await draft("Opened first", FIVE);
  await openWave(world.context, world.coordinator, { wave: early });
  await answerAndClose(early);
  world.setTime(new Date(FIRST_TIME.getTime() + 150 * DAY));
  const late = await released("Opened second", FOUR);
  expect(late.besideWaves).toBeUndefined();
  const report = await release(early);
  expect(report.besideWaves).toEqual(["Opened second"]);
  expect(subtract(report, late).size).toBe(0);
});
