/** What was released of people found in two waves is weighed again before a wave is cut in another way. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { storedDataset } from "../../../api/datasets/store.ts";
import { addRelease } from "../../../api/staff-releases/add-release.ts";
import type { TablesMaker } from "../../../api/staff-releases/make-tables.ts";
import { readTables } from "../../../api/staff-releases/read-tables.ts";
import { codedSurvey, twoCodedSurveys } from "../../support/coded-surveys.ts";
import { FIRST_TIME, openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { addStaff, asImported, programmeNamed } from "../../support/survey-world.ts";

let world: StaffWorld;
let programme: string;
let before: string;
let after: string;

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 120);
  programme = await programmeNamed(world, "Better managers");
  [before, after] = await twoCodedSurveys(world, programme);
  for (const wave of [before, after]) await asImported(world, wave);
}, 120_000);
afterAll(() => world.cleanUp());

const LINKED = /found in two waves/;
const notAsked: TablesMaker = () => Promise.reject(new Error("the plan was to be refused before"));

/** Tables that were published before, as if they passed once more. */
async function passing(wave: string): Promise<TablesMaker> {
  const { tables } = await readTables(world.context, world.coordinator, { wave });
  return async () => ({ publish: true, tables });
}

const add = (wave: string, cuts: string[][], make: TablesMaker) =>
  addRelease(world.context, world.coordinator, { wave, cuts }, make);

describe("a further release of a wave that people were linked in", () => {
  test("is refused where its groups are nearly those who were linked, in either wave", async () => {
    for (const wave of [before, after]) {
      await expect(add(wave, [["working-pattern"]], notAsked)).rejects.toMatchObject({
        code: "not-released",
        message: expect.stringMatching(LINKED),
      });
    }
  });

  test("goes on to the auditor where every figure of the linked stays as safe as it was", async () => {
    expect(await add(after, [["grade-band"]], await passing(after))).toBeGreaterThan(1);
    expect(await add(after, [["area"], ["grade-band"]], await passing(after))).toBeGreaterThan(2);
  });

  test("shows no change from it to a third wave of nearly those who were found in the first", async () => {
    world.setTime(new Date(FIRST_TIME.getTime() + 2 * 86_400_000));
    // Of the sixty found in both waves all but one answer once more: the others of the second wave are twenty-one.
    const third = await codedSurvey(world, programme, { title: "Third", persons: [21, 80], shift: 1 });
    const { linked } = await readTables(world.context, world.coordinator, { wave: third });
    expect(linked).toMatchObject({ wave: after, changes: { stayers: { shown: true, n: 59 } } });
    const items = linked?.changes.items.map(({ change }) => change) ?? [];
    expect(items.length).toBeGreaterThan(5);
    for (const change of items) expect(change).toEqual({ shown: false, reason: "would-reveal-another" });
  }, 60_000);

  test("is refused where the other wave's answers are gone, so that nobody can tell", async () => {
    await world.context.answers.write(async (tx) => {
      await tx.delete(tx.tables.datasets);
    });
    expect(await world.context.answers.read((db) => storedDataset(db, before))).toBeUndefined();
    await expect(add(after, [["area", "grade-band"]], notAsked)).rejects.toMatchObject({
      message: expect.stringMatching(/can no longer be found out/),
    });
  });

  test("is linked to nothing where the answers of earlier waves are gone, and says no more than that", async () => {
    world.setTime(new Date(FIRST_TIME.getTime() + 3 * 86_400_000));
    const last = await codedSurvey(world, programme, { title: "Last", persons: [0, 60], shift: 1 });
    expect(await readTables(world.context, world.coordinator, { wave: last })).toMatchObject({
      linked: null,
      notLinked: "withheld",
    });
  }, 60_000);
});
