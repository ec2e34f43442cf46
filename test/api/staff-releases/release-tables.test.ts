/** A staff survey with cuts runs from invitation to released tables, which evaluators read. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listSurveyWaves } from "../../../api/staff-releases/list-survey-waves.ts";
import { readTables } from "../../../api/staff-releases/read-tables.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { storedInstrument } from "../../support/stored-instrument.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import {
  addStaff,
  answeredSurvey,
  programmeNamed,
  releasedSurvey,
  withRole,
} from "../../support/survey-world.ts";

let world: StaffWorld;
let programme: string;

beforeEach(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  programme = await programmeNamed(world, "Better managers");
});
afterEach(() => world.cleanUp());

async function definitionOf(instrument: string) {
  return (await storedInstrument(world.context, instrument)).definition;
}

async function wanted(instrument = "staff-confidence", count = 50) {
  const answers = inventStaffAnswers(await definitionOf(instrument), {
    count,
    seed: 3,
    cut: { code: "area", weights: { "area-a": 20, "area-b": 20, "area-c": 10 } },
  });
  return { programme, instrument, title: "Before", cuts: [["area"]], invited: 60, answers };
}

describe("a staff survey", () => {
  test("closes, is released, and is read by an evaluator", async () => {
    const wave = await releasedSurvey(world, await wanted());
    const evaluator = await withRole(world, "S1", "evaluator");
    const [listed] = await listSurveyWaves(world.context, evaluator);
    expect(listed).toMatchObject({ wave, title: "Before", state: "released", invited: 60, releases: 1 });
    expect(listed?.answered).toEqual({ shown: true, n: 50, value: 50 });
    const read = await readTables(world.context, evaluator, { wave });
    expect(read).toMatchObject({ release: 1, releases: [{ number: 1, cuts: [["area"]] }] });
    expect(read.tables.cuts.map(({ codes }) => codes)).toEqual([["area"]]);
    expect(read.tables.items.length).toBeGreaterThan(20);
    expect(read.datasetHash).toMatch(/^[\w-]{43}$/);
  });

  test("is nobody's to read but evaluators' and coordinators'", async () => {
    const wave = await releasedSurvey(world, await wanted());
    const coach = await withRole(world, "S2", "coach");
    await expect(readTables(world.context, coach, { wave })).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listSurveyWaves(world.context, coach)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("cannot be read before its release, and its list tells no number of answers", async () => {
    const wave = await answeredSurvey(world, await wanted());
    const evaluator = await withRole(world, "S1", "evaluator");
    await expect(readTables(world.context, evaluator, { wave })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await closeOpenWave(world.context, world.coordinator, { wave });
    await expect(readTables(world.context, evaluator, { wave })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect(await listSurveyWaves(world.context, evaluator)).toMatchObject([
      { answered: null, state: "closed" },
    ]);
  });

  test("is released once, and each reading is written down", async () => {
    const wave = await releasedSurvey(world, await wanted());
    // Asked once more, as after a lost answer, it does nothing.
    await releaseReports(world.context, world.coordinator, { wave });
    const evaluator = await withRole(world, "S1", "evaluator");
    await readTables(world.context, evaluator, { wave });
    const actions = await world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["wave-released", "tables-read"]),
    );
    expect(actions.filter(({ action }) => action === "wave-released")).toHaveLength(1);
  });

  test.each([
    "staff-confidence",
    "manager-confidence",
    "programme-readiness",
    "event-feedback",
    "learning-set-review",
  ])("of the library runs as a wave: %s", async (instrument) => {
    const { cuts, ...rest } = await wanted(instrument, 30);
    const hasArea = (await definitionOf(instrument)).items.some(({ code }) => code === "area");
    const wave = await releasedSurvey(world, { ...rest, ...(hasArea ? { cuts } : {}) });
    const { tables } = await readTables(world.context, world.coordinator, { wave });
    expect(tables.survey.id).toBe(instrument);
    expect(tables.items.some(({ cells }) => cells.total.shown)).toBe(true);
  });

  test("is linked once to the wave before that carries the same personal codes, and to nobody's name", async () => {
    const { soundings } = await definitionOf("staff-confidence");
    const coded = async (title: string) => {
      const plain = await wanted("staff-confidence", 55);
      const answers = plain.answers.map((given, person) => ({
        ...given,
        ...Object.fromEntries(
          (soundings.personalCode ?? []).map((question, place) => [
            question,
            (4096 + person * 97 + place * 13).toString(16).padStart(4, "0"),
          ]),
        ),
      }));
      return { ...plain, title, answers };
    };
    const first = await releasedSurvey(world, await coded("Before"));
    world.setTime(new Date("2026-09-01T09:00:00Z"));
    const second = await releasedSurvey(world, await coded("After"));
    const linkedOf = async (wave: string) =>
      (await readTables(world.context, world.coordinator, { wave })).linked;
    expect(await linkedOf(first)).toBeNull();
    expect(await readTables(world.context, world.coordinator, { wave: first })).toMatchObject({
      notLinked: "no-earlier-wave",
    });
    expect(await linkedOf(second)).toMatchObject({
      wave: first,
      changes: { stayers: { shown: true, n: 55 }, linkedShare: 1 },
    });
  });
});
