/** Somebody who runs the survey, or reads its figures, answers in it: their own answer is no secret to them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createProgramme } from "../../api/programmes/create-programme.ts";
import { changeRole } from "../../api/roster/change-role.ts";
import { addRole } from "../../api/roster/store.ts";
import { explainWave } from "../../api/staff-releases/explain-wave.ts";
import { tablesOf } from "../../api/staff-releases/store.ts";
import { closeOpenWave, releaseReports } from "../../api/waves/close-and-release.ts";
import { importLineUp } from "../../api/waves/import-line-up.ts";
import { openWave } from "../../api/waves/open-wave.ts";
import { minimumOfFigures } from "../../api/waves/people-behind-figures.ts";
import { waveById } from "../../api/waves/store.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import { draftWave, openStaffWorld, RATERS_CSV, type StaffWorld } from "../support/staff-world.ts";
import { addStaff, answeredSurvey, programmeNamed, withRole } from "../support/survey-world.ts";

let world: StaffWorld;
beforeEach(async () => {
  world = await openStaffWorld();
});
afterEach(() => world.cleanUp());

describe("in a 360 a coordinator", () => {
  const importRaters = (wave: string, csv: string) =>
    importLineUp(world.context, world.coordinator, { wave, list: "raters", csv, apply: true });
  const SENTENCE = "Kim Coordinator is a coordinator, who knows the lists";

  test("is refused among anonymous raters, by name, and may answer where answers are shown by name", async () => {
    const wave = await draftWave(world);
    const asPeer = await importRaters(wave, `${RATERS_CSV}M1,K1,peer\n`).catch((error: unknown) => error);
    expect(asPeer).toMatchObject({ code: "bad-input", problems: [{ path: "line 14" }] });
    expect(JSON.stringify(asPeer)).toContain(SENTENCE);
    await importRaters(wave, RATERS_CSV.replace("M1,B1,line-manager", "M1,K1,line-manager"));
    await openWave(world.context, world.coordinator, { wave });
  });

  test("is refused at opening where the role came after the list", async () => {
    const wave = await draftWave(world);
    const { personId } = await world.staff("R1");
    await world.context.people.write((tx) => addRole(tx, personId, "coordinator"));
    const opening = openWave(world.context, world.coordinator, { wave });
    await expect(opening).rejects.toMatchObject({
      code: "wrong-state",
      message: expect.stringContaining("Mia Manager: Rater 1 is a coordinator"),
    });
  });

  test("is not made of somebody who rates in one that is under way, until its reports are released", async () => {
    const wave = await draftWave(world);
    await openWave(world.context, world.coordinator, { wave });
    const { personId } = await world.staff("R1");
    const promote = (person: string) =>
      changeRole(world.context, world.coordinator, { personId: person, role: "coordinator", has: true });
    await expect(promote(personId)).rejects.toMatchObject({
      code: "wrong-state",
      message: expect.stringContaining("Rater 1 is among those whose answers are anonymous"),
    });
    // The line manager's answers are shown by name.
    await expect(promote((await world.staff("B1")).personId)).resolves.toMatchObject({
      roles: ["coordinator"],
    });
    await closeOpenWave(world.context, world.coordinator, { wave });
    await expect(promote(personId)).rejects.toMatchObject({ code: "wrong-state" });
    await releaseReports(world.context, world.coordinator, { wave });
    await expect(promote(personId)).resolves.toMatchObject({ roles: ["coordinator"] });
  });

  test("of other programmes is not one of this: they may rate here, and are not made one meanwhile", async () => {
    const { context, coordinator } = world;
    const wave = await draftWave(world);
    const own = (await context.people.read((db) => waveById(db, wave)))?.programmeId ?? "";
    const { id: elsewhere } = await createProgramme(context, coordinator, { name: "Elsewhere" });
    const { personId } = await world.staff("R1");
    const promote = (...programmes: string[]) =>
      changeRole(context, coordinator, { personId, role: "coordinator", has: true, programmes });
    await promote(elsewhere);
    await openWave(context, coordinator, { wave });
    await expect(promote(elsewhere, own)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("in a staff survey", () => {
  const MINIMUM = 5;
  const form: SurveyAnswers = {};

  /** Five answers, the fewest that may be shown; S1 is one of those who were asked. */
  async function survey(programme = "Better managers"): Promise<string> {
    await addStaff(world, 8);
    return answeredSurvey(world, {
      programme: await programmeNamed(world, programme),
      instrument: "learning-set-review",
      title: "Review",
      minimum: MINIMUM,
      invited: 8,
      answers: Array.from({ length: MINIMUM }, () => form),
    });
  }
  const release = async (wave: string) => {
    await closeOpenWave(world.context, world.coordinator, { wave });
    await releaseReports(world.context, world.coordinator, { wave });
    const released = await world.context.answers.read((db) => tablesOf(db, `${wave}:1`));
    return released?.tables.minimum;
  };

  test("a reader who was asked knows one of five answers, and figures of four others; so six are needed", async () => {
    /** Other people than the reader behind the smallest figure that is shown. */
    const others = (minimum: number | undefined) => (minimum ?? 0) - 1;
    // What a build releases that does not look who reads: S1 became a reader behind its back.
    expect(others(await release(await survey("Before")))).toBeLessThan(MINIMUM);
    const wave = await survey();
    await withRole(world, "S1", "evaluator");
    expect(others(await release(wave))).toBe(MINIMUM);
    const { rules } = await explainWave(world.context, world.coordinator, { wave });
    const told = rules.find(({ title }) => title === "More answers than the minimum")?.text;
    expect(told).toContain("at least 6 answers instead of 5");
  });

  test("readers who were not asked change nothing", async () => {
    const wave = await survey();
    await withRole(world, "K1", "evaluator");
    expect(await release(wave)).toBe(MINIMUM);
  });

  test("the minimum follows from the lists: it is the same whether or not the reader answered", async () => {
    const wave = await survey();
    const minimum = () => world.context.people.read((db) => minimumOfFigures(db, wave, MINIMUM));
    expect(await minimum()).toBe(MINIMUM);
    await withRole(world, "S8", "coordinator");
    await withRole(world, "S2", "evaluator");
    // Each of them knows one answer, their own.
    expect(await minimum()).toBe(MINIMUM + 1);
  });
});
