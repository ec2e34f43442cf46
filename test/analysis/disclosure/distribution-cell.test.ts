/** When answers per point may be shown. */
import { describe, expect, it } from "vitest";
import { distributionCell } from "../../../analysis/disclosure/distribution-cell.ts";
import { anonymousMean } from "../../../analysis/disclosure/mean-cell.ts";

const cellOf = (...counts: number[]) => {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const sum = counts.reduce((total, count, place) => total + count * (place + 1), 0);
  const tally = { points: counts.length, counts, n, sum };
  return distributionCell(tally, anonymousMean(tally, 4));
};
const uniform = { shown: false, reason: "too-uniform" };

describe("distributionCell", () => {
  it("shows a spread of at least eight answers", () => {
    expect(cellOf(0, 2, 4, 2, 0)).toEqual({ shown: true, n: 8, value: [0, 2, 4, 2, 0] });
    expect(cellOf(0, 2, 3, 2, 0)).toEqual({ shown: false, reason: "too-few-answers" });
    expect(cellOf(0, 0, 3, 0, 0)).toEqual({ shown: false, reason: "too-few-answers" });
  });

  it("hides a spread that names single answers", () => {
    expect(cellOf(0, 1, 7, 1, 0)).toEqual(uniform);
    expect(cellOf(1, 0, 7, 0, 0)).toEqual(uniform);
    expect(cellOf(0, 0, 8, 0, 0)).toEqual(uniform);
    expect(cellOf(0, 0, 4, 4, 0)).toEqual(uniform);
  });

  it("does not tell what the mean is a bound for", () => {
    expect(cellOf(0, 0, 0, 2, 6)).toEqual(uniform);
  });
});
