/** Retest correlation, reliable change and regression to the mean. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { regressionToMean } from "../../../analysis/statistics/regression-to-mean.ts";
import { reliableChange } from "../../../analysis/statistics/reliable-change.ts";
import { retestCorrelation } from "../../../analysis/statistics/retest-correlation.ts";
import { pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

function rawRanks(values: readonly number[]): number[] {
  return values.map(
    (value) =>
      values.filter((one) => one < value).length + (values.filter((one) => one === value).length + 1) / 2,
  );
}

describe("retest correlation", () => {
  it("agrees with correlating raw answers and raw ranks", () => {
    fc.assert(
      fc.property(pairs(3), (linked) => {
        const [before, after] = split(linked);
        const result = retestCorrelation(linkWaves(before, after).linked);
        fc.pre(result.computed);
        if (!result.computed) return;
        expect(result.pearson).toBeCloseTo(other.sampleCorrelation(before, after), 10);
        expect(result.spearman).toBeCloseTo(other.sampleCorrelation(rawRanks(before), rawRanks(after)), 10);
      }),
    );
  });

  it("does not mind which wave comes first, and Spearman's does not mind a bent scale", () => {
    fc.assert(
      fc.property(pairs(4), (linked) => {
        const [before, after] = split(linked);
        const there = retestCorrelation(linkWaves(before, after).linked);
        const back = retestCorrelation(
          linkWaves(
            after,
            before.map((value) => value ** 3),
          ).linked,
        );
        if (there.computed && back.computed) expect(back.spearman).toBeCloseTo(there.spearman, 10);
      }),
    );
  });

  it("is certain where everybody keeps the place, and has verdicts where it cannot tell", () => {
    const same = figures(retestCorrelation(linkWaves([1, 2, 3, 4], [1, 2, 3, 4]).linked));
    expect(same).toMatchObject({ pearson: 1, p: 0, interval: { lower: 1, upper: 1 } });
    expect(figures(retestCorrelation(linkWaves([1, 2, 4], [1, 3, 3]).linked)).interval).toBeNull();
    expect(retestCorrelation(linkWaves([1, 2], [1, 2]).linked)).toMatchObject({ reason: "too-few-answers" });
    expect(retestCorrelation(linkWaves([3, 3, 3], [1, 2, 3]).linked)).toMatchObject({
      reason: "no-variance",
    });
    expect(retestCorrelation(linkWaves([], []).linked)).toMatchObject({ reason: "no-answers" });
  });
});

describe("reliable change", () => {
  it("agrees with judging person by person, and changes sides with the waves", () => {
    fc.assert(
      fc.property(pairs(2), fc.double({ min: 0, max: 0.99, noNaN: true }), (linked, reliability) => {
        const [before, after] = split(linked);
        const result = reliableChange(linkWaves(before, after).linked, reliability);
        fc.pre(result.computed);
        if (!result.computed) return;
        expect(result.higher).toBe(linked.filter(([x, y]) => y - x > result.threshold).length);
        expect(result.lower + result.unchanged + result.higher).toBe(linked.length);
      }),
    );
  });

  it("counts any change for a measure without error, and refuses a reliability of 1", () => {
    const table = linkWaves([1, 2, 3, 4], [1, 4, 4, 4]).linked;
    expect(figures(reliableChange(table, 0.9999)).higher).toBe(2);
    expect(() => reliableChange(table, 1)).toThrow("reliableChange requires a reliability below 1");
    expect(reliableChange(linkWaves([2, 2], [1, 3]).linked, 0.5)).toMatchObject({ reason: "no-variance" });
    expect(reliableChange(linkWaves([2], [1]).linked, 0.5)).toMatchObject({ reason: "too-few-answers" });
    expect(reliableChange(linkWaves([], []).linked, 0.5)).toMatchObject({ reason: "no-answers" });
  });
});

describe("regression to the mean", () => {
  it("expects what a line through the means would predict for the same spread in both waves", () => {
    const before = [1, 1, 2, 3, 4, 5, 5, 3];
    const after = [3, 1, 1, 2, 5, 4, 3, 5];
    const result = figures(regressionToMean(linkWaves(before, after).linked, 0.25));
    const line = other.linearRegression(before.map((x, i) => [x, after[i] ?? 0]));
    // Equal spread: the slope is the correlation, and the line's rise over the own value is the expected change.
    const predicted = line.m * (result.lowMeanBefore - 3) + 3 - result.lowMeanBefore;
    expect(line.m).toBeCloseTo(result.correlation, 12);
    expect(result.expectedChange).toBeCloseTo(predicted, 12);
    expect(result.low).toBe(2 + before.filter((x) => x > 1 && x <= 1.75).length);
  });

  it("expects nothing of everybody, and nothing where answers do not wander", () => {
    fc.assert(
      fc.property(pairs(3), (linked) => {
        const all = regressionToMean(linkWaves(...split(linked)).linked, 1);
        fc.pre(all.computed);
        if (all.computed) expect(all.expectedChange).toBeCloseTo(0, 10);
      }),
    );
    expect(figures(regressionToMean(linkWaves([1, 2, 4], [1, 2, 4]).linked)).expectedChange).toBeCloseTo(
      0,
      12,
    );
  });

  it("has verdicts where it cannot tell and refuses a share outside 0 to 1", () => {
    expect(regressionToMean(linkWaves([3, 3, 3], [1, 2, 3]).linked)).toMatchObject({ reason: "no-variance" });
    expect(regressionToMean(linkWaves([1, 2], [1, 2]).linked)).toMatchObject({ reason: "too-few-answers" });
    expect(regressionToMean(linkWaves([], []).linked)).toMatchObject({ reason: "no-answers" });
    expect(() => regressionToMean(linkWaves([1, 2, 4], [1, 2, 4]).linked, 2)).toThrow(RangeError);
  });
});
