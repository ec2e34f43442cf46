/** Two 360 waves about one person, of nearly the same raters: what both reports together tell of the one who is missing. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ItemRow, Report360 } from "../../analysis/report360/report-model.ts";
import { findWave } from "../../api/waves/find-wave.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { type Given, openTwoListsWorld, type TwoListsWorld } from "../support/two-lists-world.ts";

let lists: TwoListsWorld;
beforeEach(async () => {
  lists = await openTwoListsWorld();
});
afterEach(() => lists.world.cleanUp());

function rowsOf(report: Report360): readonly ItemRow[] {
  return [...report.dimensions.flatMap((row) => row.items), ...report.otherItems];
}

/** The sums that can stand behind a mean in tenths; undefined where it is not shown, or as a bound. */
function sumsOf(row: ItemRow | undefined): readonly number[] | undefined {
  const cell = row?.blocks["peer"] ?? row?.blocks["others-merged"];
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
  return [...found].filter(([item, answer]) => lists.given.get(rater)?.get(item) === answer).length;
}

const FIVE = ["R5", "R6", "R7", "R8", "R9"];
const FOUR = FIVE.slice(1);

test("without the ledger, nearly all answers of the one who is missing follow", async () => {
  const first = await lists.released("Spring", FIVE);
  await lists.forgetLedger();
  lists.setDay(30);
  const wave = await lists.draft("Summer", FOUR);
  await openWave(lists.world.context, lists.world.coordinator, { wave });
  await lists.forgetLedger();
  await lists.answerAndClose(wave);
  const second = await lists.release(wave);
  const found = subtract(first, second);
  expect(right(found, "R5")).toBe(found.size);
  expect(found.size / lists.items.length).toBeGreaterThan(0.8);
});

test("within 90 days the second wave is not opened, and the refusal says why and what to do", async () => {
  await lists.released("Spring", FIVE);
  lists.setDay(30);
  const wave = await lists.draft("Summer", FOUR);
  const opened = openWave(lists.world.context, lists.world.coordinator, { wave });
  await expect(opened).rejects.toMatchObject({
    code: "wrong-state",
    message: expect.stringMatching(/“Spring”.+nearly the same people.+wait until Monday, 1 June 2026/),
    problems: [{ path: expect.stringContaining("Mia Manager"), sentence: "Since “Spring”, 1 left." }],
  });
  expect((await lists.world.context.people.read((db) => findWave(db, wave))).state).toBe("draft");
  // The same people, or other ones, are no matter.
  for (const raters of [FIVE, ["R1", "R2", "R3", "R4"]]) {
    const { context, coordinator } = lists.world;
    await openWave(context, coordinator, { wave: await lists.draft(`Of ${raters.length}`, raters) });
  }
});

/** One of another group is too few for a block of their own: the report merges them with the peers. */
const WITH_ONE_OTHER = [...FIVE, "R4,other"];

test("without the ledger, so do those of the only one of a group, merged in one wave and not asked in the other", async () => {
  const first = await lists.released("Spring", WITH_ONE_OTHER);
  await lists.forgetLedger();
  lists.setDay(30);
  const wave = await lists.draft("Summer", FIVE);
  await openWave(lists.world.context, lists.world.coordinator, { wave });
  await lists.forgetLedger();
  await lists.answerAndClose(wave);
  const found = subtract(first, await lists.release(wave));
  expect(right(found, "R4")).toBe(found.size);
  expect(found.size / lists.items.length).toBeGreaterThan(0.7);
});

test("the peers are the same, and yet the second wave is not opened, whichever comes first", async () => {
  const { context, coordinator } = lists.world;
  await lists.released("Spring", WITH_ONE_OTHER);
  lists.setDay(30);
  const fewer = openWave(context, coordinator, { wave: await lists.draft("Summer", FIVE) });
  await expect(fewer).rejects.toMatchObject({ problems: [{ sentence: "Since “Spring”, 1 left." }] });
  // Exactly the same once more is no matter.
  await openWave(context, coordinator, { wave: await lists.draft("Again", WITH_ONE_OTHER) });
  await expect(
    openWave(context, coordinator, { wave: await lists.draft("Other", [...FIVE, "R3,other"]) }),
  ).rejects.toThrow("nearly the same people");
});

test("later than that it is opened, and its report tells none of these answers", async () => {
  const first = await lists.released("Spring", FIVE);
  lists.setDay(120);
  const second = await lists.released("Autumn", FOUR);
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
  const first = await lists.released("Spring", FIVE);
  lists.setDay(30);
  const second = await lists.released("Summer", ["R1", "R2", "R3", "R4", ...FIVE]);
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
  const early = await lists.draft("Opened first", FIVE);
  await openWave(lists.world.context, lists.world.coordinator, { wave: early });
  await lists.answerAndClose(early);
  lists.setDay(150);
  const late = await lists.released("Opened second", FOUR);
  expect(late.besideWaves).toBeUndefined();
  const report = await lists.release(early);
  expect(report.besideWaves).toEqual(["Opened second"]);
  expect(subtract(report, late).size).toBe(0);
});
