/** Releases of one wave stand together: every cut that was ever released can be compared. */
import { describe, expect, test } from "vitest";
import { mergeReleases } from "../../../analysis/staff-comparison/merge-releases.ts";
import { inventStaffAnswers } from "../../support/survey-answers.ts";
import { datasetOf, shipped, tablesOf } from "../../support/survey-tables.ts";

const survey = shipped("staff-confidence");
const dataset = datasetOf(survey, inventStaffAnswers(survey, { count: 150, seed: 2 }));
const byArea = tablesOf(survey, dataset, { cuts: [["area"]] });
const byGrade = tablesOf(survey, dataset, { cuts: [["grade-band"]] });

describe("mergeReleases", () => {
  test("keeps the newest, and adds what only earlier ones have", () => {
    const merged = mergeReleases([byArea, byGrade]);
    expect(merged.cuts.map(({ codes }) => codes)).toEqual([["grade-band"], ["area"]]);
    const code = "own-manager.listens";
    const cellsOf = (tables: typeof merged) => tables.items.find((item) => item.code === code)?.cells;
    expect(cellsOf(merged)?.cuts).toEqual([cellsOf(byGrade)?.cuts[0], cellsOf(byArea)?.cuts[0]]);
    expect(merged.scales[0]?.cells.cuts[1]).toEqual(byArea.scales[0]?.cells.cuts[0]);
    expect(merged.index?.cells.cuts.length).toBe(2);
  });

  test("has a cell for each category, also of an item that an earlier release was cut by", () => {
    for (const { cells } of mergeReleases([byArea, byGrade]).items) {
      expect(cells.cuts.map((cut) => cut.length)).toEqual([
        byGrade.cuts[0]?.categories.length,
        byArea.cuts[0]?.categories.length,
      ]);
    }
  });

  test("of one release is that release, and of none is a mistake", () => {
    expect(mergeReleases([byArea])).toBe(byArea);
    expect(() => mergeReleases([])).toThrow(RangeError);
  });
});
