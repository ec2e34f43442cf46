/** A coordinator looks at groups that people were told, before they answered, would never be shown. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { addRelease } from "../../api/staff-releases/add-release.ts";
import { makeTables } from "../../api/staff-releases/make-tables.ts";
import { readTables } from "../../api/staff-releases/read-tables.ts";
import { closedSeal, decidePlan } from "../../api/staff-releases/release-tables.ts";
import { publishedIds } from "../../api/staff-releases/store.ts";
import { ENGLISH_PROMISE } from "../../surveys/promise-sentences.ts";
import { FIRST_TIME, openStaffWorld, type StaffWorld } from "../support/staff-world.ts";
import { inventStaffAnswers } from "../support/survey-answers.ts";
import { shipped } from "../support/survey-tables.ts";
import { addStaff, asImported, programmeNamed, releasedSurvey } from "../support/survey-world.ts";

let world: StaffWorld;
let byArea: string;
let uncut: string;

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  const cut = { code: "area", weights: { "area-a": 20, "area-b": 20 } };
  const wanted = {
    programme: await programmeNamed(world, "Better managers"),
    instrument: "staff-confidence",
    invited: 60,
    answers: inventStaffAnswers(shipped("staff-confidence"), { count: 60, seed: 3, cut }),
  };
  byArea = await releasedSurvey(world, { ...wanted, title: "By area", cuts: [["area"]] });
  // Much later: soon after, the areas of the same people would not be shown beside those of the first.
  world.setTime(new Date(FIRST_TIME.getTime() + 310 * 86_400_000));
  uncut = await releasedSurvey(world, { ...wanted, title: "Of everybody", cuts: [] });
}, 60_000);
afterAll(() => world.cleanUp());

const NOT_PROMISED = [["working-pattern"]];
const further = (wave: string, cuts: string[][]) =>
  addRelease(world.context, world.coordinator, { wave, cuts }, makeTables);
const published = (wave: string) => world.context.answers.read((db) => publishedIds(db, wave));

test("groups that nobody was told of are refused, with the promised ones named, and nothing is released", async () => {
  expect(ENGLISH_PROMISE.surveyCuts).toContain("For no other groups.");
  for (const cuts of [NOT_PROMISED, [["area"], ...NOT_PROMISED], [["area", "working-pattern"]]]) {
    await expect(further(byArea, cuts)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringMatching(/by “Which area do you work in\?”, and of no other groups\./),
    });
  }
  await expect(further(uncut, [["area"]])).rejects.toMatchObject({
    code: "bad-input",
    message: expect.stringContaining("of everybody together only"),
  });
  for (const wave of [byArea, uncut]) expect(await published(wave)).toHaveLength(1);
});

test("a build that asks the auditor alone shows them, for they may well be safe", async () => {
  const seal = await closedSeal(world.context, uncut);
  const decided = await decidePlan(world.context, { seal, cuts: [["area"]], make: makeTables });
  expect(decided).toMatchObject({ published: true });
  const { tables } = await readTables(world.context, world.coordinator, { wave: uncut });
  const groups = tables.items.flatMap(({ cells }) => cells.cuts.flat());
  expect(groups.some(({ shown }) => shown)).toBe(true);
});

test("where answers came from elsewhere nobody was promised anything here, and the auditor decides", async () => {
  await asImported(world, byArea);
  expect(await further(byArea, [])).toBe(2);
  // The steps go on from what was said of the areas, so that the auditor finds nothing in the other groups.
  expect(await further(byArea, NOT_PROMISED)).toBe(3);
});
