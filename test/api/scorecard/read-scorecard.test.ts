/** The scorecard of a programme that ran: take-up from the lists, experience and confidence from released surveys. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StaffMember } from "../../../api/permissions.ts";
import { readScorecard } from "../../../api/scorecard/read-scorecard.ts";
import { FIRST_TIME, openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { shipped } from "../../support/survey-tables.ts";
import { addStaff, programmeNamed, releasedSurvey, withRole } from "../../support/survey-world.ts";

let world: StaffWorld;
let evaluator: StaffMember;
let programme: string;

async function released(instrument: string, title: string, seed: number, count = 60): Promise<string> {
  const cut = { code: "area", weights: { "area-a": 20, "area-b": 20, "area-c": 1 } };
  const answers = inventStaffAnswers(shipped(instrument), { count, seed, shift: seed / 5, cut });
  return releasedSurvey(world, { programme, instrument, title, cuts: [["area"]], invited: 70, answers });
}

beforeAll(async () => {
  world = await openStaffWorld();
  await addStaff(world, 70);
  evaluator = await withRole(world, "S1", "evaluator");
  programme = await programmeNamed(world, "Better managers");
  await released("staff-confidence", "Before", 1);
  // Soon after, areas of the same people would be told by their favourable answers only.
  world.setTime(new Date(FIRST_TIME.getTime() + 310 * 86_400_000));
  await released("staff-confidence", "After", 5);
  await released("coaching-evaluation", "Coaching", 3);
}, 60_000);
afterAll(() => world.cleanUp());

const read = () => readScorecard(world.context, evaluator, { programme });

describe("a scorecard", () => {
  test("joins the units of the list with the areas of the surveys by their names", async () => {
    const { areas } = await read();
    const headcounts = Object.fromEntries(areas.map(({ label, headcount }) => [label, headcount]));
    expect(headcounts).toMatchObject({ "Area A": 23, "Area C": null });
    expect(new Set(areas.map(({ code }) => code)).size).toBe(areas.length);
    expect(areas.map(({ label }) => label)).not.toContain("Prefer not to say");
  });

  test("shows what the surveys released, and hides what they hid", async () => {
    const { areas, measures } = await read();
    expect(measures.map(({ code }) => code)).toEqual(["coaching-experience", "confidence-change"]);
    for (const measure of measures) {
      const figureOf = (label: string) =>
        measure.cells[areas.findIndex((area) => area.label === label)]?.figure;
      expect(measure.overall.shown).toBe(true);
      // The total is shown, so one of the large areas stays hidden with the small one.
      expect([figureOf("Area A")?.shown, figureOf("Area B")?.shown]).toContain(true);
      expect(figureOf("Area C")?.shown).toBe(false);
      for (const { figure } of measure.cells) {
        if (!figure.shown) continue;
        expect(figure.n).toBeGreaterThanOrEqual(5);
        expect(Number.isFinite(figure.value.value.low)).toBe(true);
      }
    }
    expect(measures[1]?.overall).toMatchObject({ shown: true });
  });

  test("tells the change up to the newest wave that has figures, and which wave has none", async () => {
    world.setTime(new Date(FIRST_TIME.getTime() + 311 * 86_400_000));
    const changeOf = async () => (await read()).measures.find(({ code }) => code === "confidence-change");
    const earlier = await changeOf();
    expect(earlier?.sentences[0]).toBe("From “Before” to “After”.");
    await released("staff-confidence", "Hardly any", 7, 4);
    const later = await changeOf();
    expect(later?.overall).toEqual(earlier?.overall);
    expect(later?.sentences.slice(0, 2)).toEqual([
      "From “Before” to “After”.",
      "“Hardly any” has no figures of this that may be shown.",
    ]);
  });

  test("has areas and no measures before anything has run", async () => {
    const empty = await programmeNamed(world, "Nothing yet");
    const { areas, measures, methods } = await readScorecard(world.context, evaluator, { programme: empty });
    expect(areas.length).toBeGreaterThan(0);
    expect([measures, methods]).toEqual([[], []]);
  });

  test("is for evaluators and coordinators, of programmes that exist", async () => {
    const coach = await withRole(world, "S2", "coach");
    await expect(readScorecard(world.context, coach, { programme })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(readScorecard(world.context, evaluator, { programme: "nowhere" })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
