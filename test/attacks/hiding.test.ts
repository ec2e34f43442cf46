/** An evaluator who works the rules backwards: does what is hidden, or how it is said, tell that a group agrees? */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { type AskedTables, makeTables, type TablesMaker } from "../../api/staff-releases/make-tables.ts";
import { releaseTables } from "../../api/staff-releases/release-tables.ts";
import { releaseId, tablesOf } from "../../api/staff-releases/store.ts";
import { closeOpenWave } from "../../api/waves/close-and-release.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { shipped } from "../support/survey-tables.ts";
import { addStaff, answeredSurvey, programmeNamed } from "../support/survey-world.ts";

const CODE = "own-manager.listens";
const definition = shipped("staff-confidence");
const item = definition.items.find(({ code }) => code === CODE);

let world: StaffWorld;
let programme: string;

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  programme = await programmeNamed(world, "Better managers");
}, 60_000);
afterAll(() => world.cleanUp());

/** Twelve of area A agree but for some; the others answer as they like. */
function answersWith(dissenters: number): readonly SurveyAnswers[] {
  const areas = ["area-a", "area-b", "area-c"];
  const invented = inventStaffAnswers(definition, { count: 36, seed: 5 });
  return invented.map((given, place) => {
    const area = areas[place % 3];
    const own: Record<string, unknown> = { ...given, area };
    if (item?.row === undefined) throw new RangeError("the question is a row");
    const answer = place % 3 !== 0 ? 1 + (place % 5) : place < 3 * dissenters ? 2 : 4;
    own[item.question] = { ...Object(own[item.question]), [item.row]: answer };
    return own;
  });
}

async function closed(title: string, dissenters: number): Promise<string> {
  const wanted = { programme, instrument: "staff-confidence", invited: 40, cuts: [["area"]] };
  const wave = await answeredSurvey(world, { ...wanted, title, answers: answersWith(dissenters) });
  await closeOpenWave(world.context, world.coordinator, { wave });
  return wave;
}

async function released(title: string, dissenters: number, make: TablesMaker): Promise<StaffTables> {
  const wave = await closed(title, dissenters);
  await releaseTables(world.context, wave, make);
  const stored = await world.context.answers.read((db) => tablesOf(db, releaseId(wave, 1)));
  // Each is another way in which the same survey could have gone, and not a survey beside the others.
  await world.context.people.write(async (tx) => {
    await tx.delete(tx.tables.ledgerPeople);
  });
  if (stored === undefined) throw new RangeError("the wave was released");
  return stored.tables;
}

/** All that is said of the question, of every group and of everybody. */
function saidOf({ items }: StaffTables): string {
  const found = items.find(({ code }) => code === CODE);
  return JSON.stringify([found?.cells, found?.rest]);
}

/** A build that hides a group's answers where all of it agree, as it once was done. */
const hidesWhatAgrees: TablesMaker = async (asked: AskedTables) => {
  const made = await makeTables(asked);
  if (!made.publish) return made;
  const column = asked.dataset.columns.find(({ code }) => code === CODE);
  const area = asked.dataset.columns.find(({ code }) => code === "area");
  const items = made.tables.items.map((one) => {
    if (one.code !== CODE) return one;
    const cuts = one.cells.cuts.map((cut) =>
      cut.map((cell, category) => {
        const own = [...(column?.values ?? [])].filter((_, row) => area?.values[row] === category + 1);
        return new Set(own).size > 1 ? cell : ({ shown: false, reason: "would-reveal-another" } as const);
      }),
    );
    return { ...one, cells: { ...one.cells, cuts } };
  });
  return { publish: true, tables: { ...made.tables, items } };
};

test("a group that agrees looks like one in which one or two do not", async () => {
  const all = saidOf(await released("All agree", 0, makeTables));
  const one = saidOf(await released("One does not", 1, makeTables));
  const two = saidOf(await released("Two do not", 2, makeTables));
  expect([one, two]).toEqual([all, all]);
  expect(saidOf(await released("Three do not", 3, makeTables))).not.toBe(all);
}, 120_000);

test("in a build that hides what agrees, the hole itself says that all agree", async () => {
  const all = saidOf(await released("All agree, hidden", 0, hidesWhatAgrees));
  const one = saidOf(await released("One does not, shown", 1, hidesWhatAgrees));
  expect(one).not.toBe(all);
}, 120_000);
