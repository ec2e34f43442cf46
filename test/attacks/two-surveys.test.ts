/** Two staff surveys of 40 and of 39 people, who answer both alike: what the tables together tell of the one who left. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { StaffItem, StaffTables } from "../../analysis/staff-tables/staff-tables-model.ts";
import { explainWave } from "../../api/staff-releases/explain-wave.ts";
import { readTables } from "../../api/staff-releases/read-tables.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { FIRST_TIME, openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { storedInstrument } from "../support/stored-instrument.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { addStaff, answeredSurvey, programmeNamed, withRole } from "../support/survey-world.ts";

const INSTRUMENT = "staff-confidence";
const PEOPLE = 40;
const DAY = 86_400_000;

let world: StaffWorld;
let programme: string;
let last: string;
let answers: readonly SurveyAnswers[];

beforeEach(async () => {
  world = await openStaffWorld();
  await addStaff(world, PEOPLE);
  programme = await programmeNamed(world, "Better managers");
  const { definition } = await storedInstrument(world.context, INSTRUMENT);
  const cut = { code: "area", weights: { "area-a": 20, "area-b": 20 } };
  answers = inventStaffAnswers(definition, { count: PEOPLE, seed: 5, cut });
});
afterEach(() => world.cleanUp());

function after(days: number): void {
  world.setTime(new Date(FIRST_TIME.getTime() + days * DAY));
}

/** The first of the people are asked, and all of them answer as ever. */
async function survey(
  title: string,
  invited: number,
  cuts: readonly (readonly string[])[] = [],
): Promise<StaffTables> {
  const { context, coordinator } = world;
  const own = { programme, instrument: INSTRUMENT, title, cuts, minimum: 10, invited };
  const wave = await answeredSurvey(world, { ...own, answers: answers.slice(0, invited) });
  last = wave;
  await closeOpenWave(context, coordinator, { wave });
  await releaseReports(context, coordinator, { wave });
  const evaluator = await withRole(world, "S1", "evaluator");
  return (await readTables(context, evaluator, { wave })).tables;
}

/** A build without the ledger: what it noted is gone. */
async function forgetLedger(): Promise<void> {
  await world.context.people.write(async (tx) => {
    await tx.delete(tx.tables.ledgerPeople);
  });
}

/** One answer of whoever left: as many points above the lowest as there are borders with one person fewer above them. */
function answerOfWhoLeft(before: StaffItem, now: StaffItem): number | undefined {
  const [first, second] = [before.cells.total, now.cells.total];
  if (!first.shown || !second.shown || first.value.kind !== "scale" || second.value.kind !== "scale") {
    return undefined;
  }
  const later = second.value.borders;
  const fewer = first.value.borders.map(({ above, low, high }) => {
    const other = later.find((border) => border.above === above);
    return low === high && other !== undefined && other.low === other.high ? low - other.low : Number.NaN;
  });
  const sum = fewer.reduce((all, one) => all + one, 0);
  return Number.isNaN(sum) ? undefined : sum + 1;
}

function learned(first: StaffTables, second: StaffTables): number {
  return first.items.filter((item) => {
    const now = second.items.find(({ code }) => code === item.code);
    return now !== undefined && answerOfWhoLeft(item, now) !== undefined;
  }).length;
}

describe("of two surveys of 40 and 39 people, four months apart,", () => {
  test("the tables tell no answer of the one who left", async () => {
    const first = await survey("Spring", PEOPLE);
    after(125);
    const second = await survey("Summer", PEOPLE - 1);
    expect(learned(first, second)).toBe(0);
    const scales = second.items.filter(({ kind }) => kind === "scale");
    expect(scales.every(({ beside }) => beside?.told === "direction" && beside.waves[0] === "Spring")).toBe(
      true,
    );
    expect(scales.map(({ beside }) => beside?.direction)).toEqual(scales.map(() => "about-the-same"));
    const { rules } = await explainWave(world.context, world.coordinator, { wave: last });
    expect(rules.map(({ text }) => text).join(" ")).toContain("“Spring” asked nearly the same people");
    expect(second.answered).toEqual({ shown: true, n: 39, value: 39 });
  });

  test("they tell more than twenty of 24 answers, where no ledger is kept", async () => {
    const first = await survey("Spring", PEOPLE);
    after(125);
    await forgetLedger();
    const second = await survey("Summer", PEOPLE - 1);
    // But for a few whose counts lie at an end and are coded.
    expect(learned(first, second)).toBeGreaterThan(20);
  });
});

test("within 90 days the second is not opened, and is told why", async () => {
  await survey("Spring", PEOPLE);
  after(60);
  await expect(survey("Summer", PEOPLE - 1)).rejects.toMatchObject({ code: "wrong-state" });
});

test("the same people are asked again, and figures are told beside the first", async () => {
  const first = await survey("Spring", PEOPLE, [["area"]]);
  after(125);
  const second = await survey("Summer", PEOPLE, [["area"]]);
  const shown = second.items.filter(({ kind, cells }) => kind === "scale" && cells.total.shown);
  expect(shown.length).toBe(first.items.filter(({ kind }) => kind === "scale").length);
  expect(second.items[0]?.beside).toEqual({ waves: ["Spring"], told: "blocks" });
});

test("after a year figures are told, those of everybody in blocks that hide the one who left", async () => {
  const first = await survey("Spring", PEOPLE, [["area"]]);
  after(330);
  const second = await survey("Next spring", PEOPLE - 1, [["area"]]);
  const shown = second.items.filter(({ kind, cells }) => kind === "scale" && cells.total.shown);
  expect(shown.length).toBe(first.items.filter(({ kind }) => kind === "scale").length);
  expect(learned(first, second)).toBe(0);
  expect(second.items[0]?.beside).toEqual({ waves: ["Spring"], told: "everybody" });
});
