/** r_wg, r_wg(j), null variances, AD and a_wg. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageDeviation, averageDeviationOfScale } from "../../../analysis/statistics/average-deviation.ts";
import { awg } from "../../../analysis/statistics/awg.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { variance } from "../../../analysis/statistics/moments.ts";
import {
  nullVariance,
  rwg,
  rwgJ,
  SLIGHTLY_SKEWED_FIVE_POINTS,
  uniformNullVariance,
} from "../../../analysis/statistics/rwg.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("null variance", () => {
  it("of a uniform distribution is (A² − 1) / 12, and slightly skewed 1.34", () => {
    for (const points of [2, 5, 7]) {
      const equal = new Array<number>(points).fill(1 / points);
      expect(nullVariance(equal)).toBeCloseTo(uniformNullVariance(points), 12);
    }
    expect(nullVariance(SLIGHTLY_SKEWED_FIVE_POINTS)).toBeCloseTo(1.34, 12);
    expect(() => nullVariance([0.5, 0.4])).toThrow(RangeError);
    expect(() => uniformNullVariance(1)).toThrow("a null variance requires at least two points");
  });
});

describe("r_wg", () => {
  it("of one item is r_wg(j), and of equal items its Spearman-Brown formula", () => {
    fc.assert(
      fc.property(answers(2), (raw) => {
        const table = countAnswers(raw);
        const one = figures(rwg(table, 2));
        expect(figures(rwgJ([table], 2)).rwgJ).toBeCloseTo(one.rwg, 12);
        const five = figures(rwgJ([table, table, table, table, table], 2));
        expect(five.rwgJ).toBeCloseTo((5 * one.rwg) / (1 + 4 * one.rwg), 12);
        expect(five.rwgJLindell).toBeCloseTo(one.untruncated, 12);
      }),
    );
  });

  it("is 1 when all agree, stays within 0 to 1, and falls when one rater moves away", () => {
    expect(figures(rwg(countAnswers([4, 4, 4]), 2)).rwg).toBe(1);
    fc.assert(
      fc.property(answers(2), (raw) => {
        const { rwg: value } = figures(rwg(countAnswers(raw), 2));
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("says that one rater is too few, and refuses what cannot be asked", () => {
    expect(rwg(countAnswers([3]), 2)).toMatchObject({ reason: "too-few-answers" });
    expect(rwgJ([countAnswers([3])], 2)).toMatchObject({ reason: "too-few-answers" });
    expect(() => rwg(countAnswers([3, 4]), 0)).toThrow("rwg requires a null variance above 0");
    expect(() => rwgJ([], 2)).toThrow("rwgJ requires at least one item");
  });
});

describe("average deviation", () => {
  it("agrees with raw distances and is smallest about the median", () => {
    fc.assert(
      fc.property(answers(1), (raw) => {
        const centre = raw.reduce((sum, one) => sum + one, 0) / raw.length;
        const deviation = figures(averageDeviation(countAnswers(raw)));
        const distance = raw.reduce((sum, one) => sum + Math.abs(one - centre), 0) / raw.length;
        expect(deviation.fromMean).toBeCloseTo(distance, 12);
        expect(deviation.fromMedian).toBeLessThanOrEqual(deviation.fromMean + 1e-12);
      }),
    );
  });

  it("of a scale is the mean of its items, or a verdict", () => {
    const scale = averageDeviationOfScale([countAnswers([1, 3]), countAnswers([2, 2])]);
    expect(scale).toMatchObject({ fromMean: 0.5, fromMedian: 0.5, raters: 2 });
    expect(averageDeviationOfScale([countAnswers([])])).toMatchObject({ reason: "no-answers" });
    expect(() => averageDeviationOfScale([])).toThrow("averageDeviationOfScale requires at least one item");
  });
});

describe("a_wg", () => {
  it("is 1 when all agree, −1 when they split between the ends, and the same turned", () => {
    expect(awg(countAnswers([4, 4, 4]), 1, 5)).toEqual({ computed: true, awg: 1 });
    expect(figures(awg(countAnswers([1, 5, 1, 5]), 1, 5)).awg).toBeCloseTo(-1, 12);
    fc.assert(
      fc.property(answers(2), (raw) => {
        const here = awg(countAnswers(raw), 1, 5);
        const there = awg(countAnswers(raw.map((value) => 6 - value)), 1, 5);
        if (here.computed && there.computed) expect(there.awg).toBeCloseTo(here.awg, 10);
        else expect(there).toEqual(here);
      }),
    );
  });

  it("agrees with its formula at a mean in the middle", () => {
    const table = countAnswers([2, 3, 4, 3]);
    expect(figures(awg(table, 1, 5)).awg).toBeCloseTo(1 - (2 * variance(table)) / (4 * (4 / 3)), 12);
  });

  it("says that all chose an end or one answered, and refuses ends in the wrong order", () => {
    expect(awg(countAnswers([5, 5]), 1, 5)).toMatchObject({ reason: "no-variance" });
    expect(awg(countAnswers([5]), 1, 5)).toMatchObject({ reason: "too-few-answers" });
    expect(() => awg(countAnswers([1, 2]), 5, 1)).toThrow(RangeError);
  });
});
