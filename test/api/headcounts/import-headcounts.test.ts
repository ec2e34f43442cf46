/** Headcounts come from a file or from the list of people, and response rates follow from them. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importHeadcounts, readStoredHeadcounts } from "../../../api/headcounts/import-headcounts.ts";
import { readTables } from "../../../api/staff-releases/read-tables.ts";
import { closeOpenWave, releaseReports } from "../../../api/waves/close-and-release.ts";
import { openStaffWorld, type StaffWorld } from "../../support/staff-world.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { shipped } from "../../support/survey-tables.ts";
import { addStaff, answeredSurvey, programmeNamed, withRole } from "../../support/survey-world.ts";

let world: StaffWorld;
let wave: string;

beforeEach(async () => {
  world = await openStaffWorld();
  await addStaff(world, 60);
  const cut = { code: "area", weights: { "area-a": 15, "area-b": 30 } };
  wave = await answeredSurvey(world, {
    programme: await programmeNamed(world, "Better managers"),
    instrument: "staff-confidence",
    title: "Before",
    cuts: [["area"], ["area", "grade-band"]],
    invited: 60,
    answers: inventStaffAnswers(shipped("staff-confidence"), { count: 45, seed: 3, cut }),
  });
});
afterEach(() => world.cleanUp());

const take = (request: { csv?: string; apply: boolean }) =>
  importHeadcounts(world.context, world.coordinator, { wave, ...request });

describe("headcounts", () => {
  test("are read from a file by code or in the form's words, and a dry run changes nothing", async () => {
    const csv = "cut;category;headcount\narea;Area A;40\nArea;area-b;25\narea+grade-band;Area A + Band 1;7\n";
    const preview = await take({ csv: csv.replace("Area;area-b", "area;area-b"), apply: false });
    expect(preview).toMatchObject({
      applied: false,
      problems: [],
      headcounts: [
        { cut: "area", category: "area-a", label: "Area A", headcount: 40 },
        { cut: "area", category: "area-b", headcount: 25 },
        { cut: "area+grade-band", category: "area-a+band-1", headcount: 7 },
      ],
    });
    const stored = await readStoredHeadcounts(world.context, world.coordinator, { wave });
    expect(stored.headcounts).toEqual([]);
    expect(stored.cuts.map(({ cut }) => cut)).toEqual(["area", "area+grade-band"]);
  });

  test("with wrong rows are refused as a whole, each row by its line", async () => {
    const csv =
      "cut,category,headcount\nshoe,Area A,4\narea,Area Z,4\narea,Area A,4.5\narea,Area B,-1\narea,Area C,3\narea,area-c,3\n";
    const lines = (await take({ csv, apply: false })).problems.map(({ path }) => path);
    expect(lines).toEqual(["line 2", "line 3", "line 4", "line 5", "line 7"]);
    await expect(take({ csv, apply: true })).rejects.toMatchObject({ code: "bad-input" });
  });

  test("come from those invited where their units are the form's answers", async () => {
    const preview = await take({ apply: false });
    expect(preview.matches).toEqual([{ cut: "area", fields: ["unit"], unmatched: 0 }]);
    expect(preview.headcounts).toEqual([
      { cut: "area", category: "area-a", label: "Area A", headcount: 20 },
      { cut: "area", category: "area-b", label: "Area B", headcount: 40 },
    ]);
  });

  test("stand beside the released figures, and stay as they were released", async () => {
    await take({ apply: true });
    await closeOpenWave(world.context, world.coordinator, { wave });
    await releaseReports(world.context, world.coordinator, { wave });
    const { tables } = await readTables(world.context, world.coordinator, { wave });
    expect(tables.cuts[0]?.categories.map(({ headcount }) => headcount)).toEqual([
      20,
      40,
      ...Array(5).fill(null),
    ]);
    await expect(take({ apply: true })).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("are the coordinator's, and leave an audit event", async () => {
    const evaluator = await withRole(world, "S1", "evaluator");
    await expect(importHeadcounts(world.context, evaluator, { wave, apply: true })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await take({ apply: true });
    const events = await world.context.people.read((db) =>
      db.select({ action: db.tables.auditEvents.action }).from(db.tables.auditEvents),
    );
    expect(events.map(({ action }) => action)).toContain("headcounts-imported");
  });
});
