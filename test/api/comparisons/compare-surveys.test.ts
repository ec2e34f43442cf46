/** Evaluators compare released waves of one programme; everything else is refused in a sentence. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareSurveys } from "../../../api/comparisons/compare-surveys.ts";
import { readRenamed } from "../../../api/comparisons/read-renamed.ts";
import { stateEvents, stateRenamed } from "../../../api/comparisons/state-facts.ts";
import type { StaffMember } from "../../../api/permissions.ts";
import { FIRST_TIME, openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { shipped } from "../../support/survey-tables.ts";
import {
  addStaff,
  answeredSurvey,
  programmeNamed,
  releasedSurvey,
  withRole,
} from "../../support/survey-world.ts";
import { destroyDueDatasets } from "../../support/wave-turns.ts";

let world: StaffWorld;
let evaluator: StaffMember;
let programme: string;
let before: string;
let after: string;

function wanted(title: string, seed: number, { instrument = "staff-confidence", of = programme } = {}) {
  const cut = { code: "area", weights: { "area-a": 20, "area-b": 20 } };
  const answers = inventStaffAnswers(shipped(instrument), { count: 60, seed, shift: seed / 5, cut });
  return { programme: of, instrument, title, cuts: [["area"]], invited: 70, answers };
}

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 70);
  evaluator = await withRole(world, "S1", "evaluator");
  programme = await programmeNamed(world, "Better managers");
  before = await releasedSurvey(world, wanted("Before", 1));
  // So long after that the second does not have to hide what few who moved between areas answered.
  world.setTime(new Date(FIRST_TIME.getTime() + 310 * 86_400_000));
  after = await releasedSurvey(world, wanted("After", 5));
});
afterAll(() => world.cleanUp());

const compare = (...waves: readonly string[]) => compareSurveys(world.context, evaluator, { waves });

describe("a comparison of two waves", () => {
  test("is of the order in which they closed, whatever the order asked for", async () => {
    const found = await compare(after, before);
    expect(found.waves.map(({ title }) => title)).toEqual(["Before", "After"]);
    expect(found.inputs.map(({ wave, release }) => [wave, release])).toEqual([
      [before, 1],
      [after, 1],
    ]);
    expect(found.comparison.index?.change.difference?.estimate.low).toBeGreaterThan(0);
    // Codes were asked for in both, and nobody gave one: the figures are there, and none is shown.
    expect(found.linked?.changes.stayers).toEqual({ shown: false, reason: "no-answers" });
    expect(found.notLinked).toBeNull();
  });

  test("gives the same hash from the same inputs", async () => {
    const [one, other] = [await compare(before, after), await compare(after, before)];
    expect(one.hash).toMatch(/^[\w-]{43}$/);
    expect(one.hash).toBe(other.hash);
  });

  test("is refused to coaches, and leaves an audit event", async () => {
    const coach = await withRole(world, "S2", "coach");
    await expect(compareSurveys(world.context, coach, { waves: [before, after] })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const events = await world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(events.map(({ action }) => action)).toContain("comparison-read");
  });

  test("of one group is refused where no wave has it", async () => {
    const of = (values: string[]) => ({ waves: [before, after], of: { codes: ["area"], values } });
    const found = await compareSurveys(world.context, evaluator, of(["area-a"]));
    expect(found.comparison.of?.label).toBe("Area A");
    await expect(compareSurveys(world.context, evaluator, of(["nowhere"]))).rejects.toMatchObject({
      code: "bad-input",
    });
  });

  test("tells rates of events that both waves have counted", async () => {
    const state = (wave: string, events: { name: string; events: number; staff: number }[]) =>
      stateEvents(world.context, world.coordinator, { wave, events });
    const complaints = { name: "Complaints", events: 12, staff: 400 };
    await state(before, [complaints, { name: "Once", events: 1, staff: 400 }]);
    await state(after, [{ name: "Complaints", events: 25, staff: 380 }]);
    await expect(state(after, [complaints, complaints])).rejects.toMatchObject({ code: "bad-input" });
    await expect(stateEvents(world.context, evaluator, { wave: after, events: [] })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const { rates } = await compare(before, after);
    expect(rates.map(({ name }) => name)).toEqual(["Complaints"]);
    expect(rates[0]?.after.per100).toBeCloseTo(6.58, 2);
  });
});

describe("a renamed unit", () => {
  const state = (renamed: { item: string; earlier: string; later: string }[], staff = world.coordinator) =>
    stateRenamed(world.context, staff, { programme, renamed });
  const row = { item: "area", earlier: "area-a", later: "area-f" };

  test("is told by the coordinator, for all comparisons of the programme", async () => {
    const plain = (await compare(before, after)).hash;
    const unknown = { item: "area", earlier: "nowhere", later: "area-e" };
    await state([row, unknown]);
    const found = await compare(before, after);
    expect(found.renamed).toEqual([{ ...row, earlierLabel: "Area A", laterLabel: "Area F" }]);
    expect(found.hash).toBe(plain);
    const known = await readRenamed(world.context, world.coordinator, { programme });
    expect(known).toMatchObject({
      renamed: [unknown, row],
      waves: [{ title: "Before" }, { title: "After" }],
      questions: [{ item: "area", waves: [before, after] }],
    });
    await state([]);
  });

  test("is read by coordinators and evaluators of a programme that exists", async () => {
    const coach = await withRole(world, "S3", "coach");
    await expect(readRenamed(world.context, coach, { programme })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const nowhere = { programme: "nowhere" };
    await expect(readRenamed(world.context, evaluator, nowhere)).rejects.toMatchObject({ code: "not-found" });
  });

  test("continues one other name only, and is no evaluator's to state", async () => {
    await expect(state([row, { ...row, earlier: "area-b" }])).rejects.toMatchObject({ code: "bad-input" });
    await expect(state([{ ...row, later: "area-a" }])).rejects.toMatchObject({ code: "bad-input" });
    await expect(state([row], evaluator)).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("waves that cannot be compared", () => {
  test("are one alone, one twice, eleven, or unknown", async () => {
    await expect(compare(before)).rejects.toMatchObject({ code: "bad-input" });
    await expect(compare(before, after, before)).rejects.toMatchObject({ code: "bad-input" });
    const many = Array.from({ length: 11 }, (_, place) => `w${place}`);
    await expect(compare(...many)).rejects.toMatchObject({ code: "bad-input" });
    await expect(compare(before, "nowhere")).rejects.toMatchObject({ code: "not-found" });
  });

  test("are not released yet, and the sentence names them", async () => {
    const open = await answeredSurvey(world, wanted("Still open", 3));
    await expect(compare(before, open)).rejects.toMatchObject({
      code: "wrong-state",
      message: expect.stringContaining("“Still open” is not released yet"),
    });
  });

  test("belong to different programmes", async () => {
    const other = await programmeNamed(world, "Another");
    const wave = await releasedSurvey(world, wanted("Elsewhere", 4, { of: other }));
    await expect(compare(before, wave)).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringContaining("different programmes"),
    });
  });
});

describe("what remains of a wave", () => {
  test("beside a conference's feedback, and after its answers are destroyed, are its released figures", async () => {
    const talk = await releasedSurvey(world, wanted("Conference", 6, { instrument: "event-feedback" }));
    const { comparison } = await compare(before, talk);
    expect(comparison.scales.map(({ code }) => code)).toEqual(["senior-management"]);
    const first = (await compare(before, after)).hash;
    world.setTime(new Date("2027-03-02T00:00:00Z"));
    expect(await destroyDueDatasets(world.context)).toContain(before);
    expect(await world.context.answers.read((db) => db.$count(db.tables.datasets))).toBe(0);
    expect((await compare(before, after)).hash).toBe(first);
  });
});
