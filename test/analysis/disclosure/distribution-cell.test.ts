/** When answers per point may be shown. */
import { describe, expect, it } from "vitest";
import { distributionCell } from "../../../analysis/disclosure/distribution-cell.ts";
import { anonymousMean, codingWidth } from "../../../analysis/disclosure/mean-cell.ts";

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
    expect(cellOf(1, 3, 8, 6, 2)).toEqual({ shown: true, n: 20, value: [1, 3, 8, 6, 2] });
    expect(cellOf(0, 2, 3, 2, 0)).toEqual({ shown: false, reason: "too-few-answers" });
    expect(cellOf(0, 0, 3, 0, 0)).toEqual({ shown: false, reason: "too-few-answers" });
  });

  it("hides a spread that names single answers", () => {
    expect(cellOf(0, 1, 7, 1, 0)).toEqual(uniform);
    expect(cellOf(1, 0, 7, 0, 0)).toEqual(uniform);
    expect(cellOf(0, 0, 8, 0, 0)).toEqual(uniform);
    expect(cellOf(0, 0, 4, 4, 0)).toEqual(uniform);
    expect(cellOf(0, 1, 4, 4, 0)).toEqual(uniform);
  });

  it("does not tell what the mean is a bound for", () => {
    expect(cellOf(0, 0, 0, 2, 6)).toEqual(uniform);
  });

  it("leaves every answer open by w points, shown or not, by trying all answers", () => {
    for (const [points, n] of [
      [3, 8],
      [5, 8],
      [5, 11],
      [5, 12],
      [7, 9],
      [9, 8],
    ] as const) {
      const seen = new Map<string, { low: number; high: number }>();
      for (const counts of allCounts(n, points)) {
        const sum = counts.reduce((total, count, place) => total + count * (place + 1), 0);
        const tally = { points, counts, n, sum };
        const mean = anonymousMean(tally, 4);
        // The exact sum is more than the mean in tenths tells.
        const key = JSON.stringify([sum, mean, distributionCell(tally, mean)]);
        const exact = mean.shown && mean.value.bound === "exact";
        if (!exact) continue;
        const low = counts.findIndex((count) => count > 0) + 1;
        const high = counts.findLastIndex((count) => count > 0) + 1;
        const range = seen.get(key) ?? { low, high };
        seen.set(key, { low: Math.min(low, range.low), high: Math.max(high, range.high) });
      }
      const narrowest = Math.min(...[...seen.values()].map(({ low, high }) => high - low));
      expect(narrowest).toBeGreaterThanOrEqual(codingWidth(points));
    }
  });
});

function* allCounts(n: number, points: number): Generator<readonly number[]> {
  if (points === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first++) {
    for (const rest of allCounts(n - first, points - 1)) yield [first, ...rest];
  }
}
