/** The paired t test and the description of change. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { hedgesCorrection } from "../../../analysis/statistics/hedges-correction.ts";
import { leastSquares } from "../../../analysis/statistics/least-squares.ts";
import { pairedChange } from "../../../analysis/statistics/paired-change.ts";
import { pairedT, tTestOf } from "../../../analysis/statistics/paired-t.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { standardisedMeanChange } from "../../../analysis/statistics/standardised-mean-change.ts";
import { pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("paired change", () => {
  it("agrees with raw pairs", () => {
    fc.assert(
      fc.property(pairs(2), (linked) => {
        const [before, after] = split(linked);
        const change = figures(pairedChange(linkWaves(before, after).linked));
        const differences = linked.map(([x, y]) => y - x);
        expect(change.meanChange).toBeCloseTo(other.mean(differences), 12);
        expect(change.sdChange).toBeCloseTo(Math.sqrt(other.sampleVariance(differences)), 10);
        expect(change.covariance).toBeCloseTo(other.sampleCovariance(before, after), 10);
      }),
    );
  });

  it("has no spread for one pair, and a verdict for none", () => {
    expect(pairedChange(linkWaves([3], [4]).linked)).toMatchObject({
      meanChange: 1,
      sdChange: null,
      correlation: null,
    });
    expect(pairedChange(linkWaves([], []).linked)).toEqual({ computed: false, reason: "no-answers" });
  });
});

describe("paired t", () => {
  it("agrees with regressing the changes on nothing but a constant", () => {
    fc.assert(
      fc.property(pairs(2), (linked) => {
        const [before, after] = split(linked);
        const test = pairedT(linkWaves(before, after).linked);
        fc.pre(test.computed);
        const differences = linked.map(([x, y]) => y - x);
        const fit = leastSquares(
          differences,
          differences.map(() => [1]),
        );
        if (!test.computed || !fit.computed) return;
        const error = Math.sqrt(fit.residualVariance * (fit.bread[0]?.[0] ?? 0));
        expect(test.t).toBeCloseTo((fit.coefficients[0] ?? 0) / error, 8);
      }),
    );
  });

  it("turns its sign when the waves change places, and p and interval follow", () => {
    fc.assert(
      fc.property(pairs(2), (linked) => {
        const [before, after] = split(linked);
        const there = pairedT(linkWaves(before, after).linked);
        const back = pairedT(linkWaves(after, before).linked);
        expect(back.computed).toBe(there.computed);
        if (!there.computed || !back.computed) return;
        expect(back.t).toBeCloseTo(-there.t, 10);
        expect(back.p).toBeCloseTo(there.p, 12);
        expect(back.pGreater).toBeCloseTo(1 - there.pGreater, 12);
        expect(back.interval.lower).toBeCloseTo(-there.interval.upper, 10);
        expect(there.p < 0.05).toBe(there.interval.lower > 0 || there.interval.upper < 0);
      }),
    );
  });

  it("has a verdict when everybody changed by the same amount, also in scale means", () => {
    expect(pairedT(linkWaves([1, 2, 3], [2, 3, 4]).linked)).toEqual({
      computed: false,
      reason: "no-variance",
    });
    expect(pairedT(linkWaves([2.3, 4], [2.35, 4.05]).linked)).toMatchObject({ reason: "no-variance" });
    expect(pairedT(linkWaves([1], [2]).linked)).toMatchObject({ reason: "too-few-answers" });
    expect(pairedT(linkWaves([], []).linked)).toMatchObject({ reason: "no-answers" });
    expect(() => tTestOf(1, 0, 5, 0.95)).toThrow("a t test requires a standard error above 0");
  });
});

describe("Hedges' correction", () => {
  it("agrees with the recursion of the gamma function and nears 1 − 3 / (4 df − 1)", () => {
    fc.assert(
      fc.property(fc.double({ min: 1.1, max: 1e5, noNaN: true }), (df) => {
        const a = df / 2;
        const product = (a - 0.5) / Math.sqrt(a * (a + 0.5));
        expect(hedgesCorrection(df) * hedgesCorrection(df + 1)).toBeCloseTo(product, 12);
        expect(hedgesCorrection(df)).toBeLessThan(1);
      }),
    );
    expect(hedgesCorrection(40)).toBeCloseTo(1 - 3 / 159, 4);
    expect(() => hedgesCorrection(1)).toThrow("hedgesCorrection requires more than one degree of freedom");
  });
});

describe("standardised mean change", () => {
  it("is t / √n, corrected towards 0, with limits that hold it and mirror", () => {
    fc.assert(
      fc.property(pairs(3, 20), (linked) => {
        const [before, after] = split(linked);
        const there = standardisedMeanChange(linkWaves(before, after).linked);
        const back = standardisedMeanChange(linkWaves(after, before).linked);
        const test = pairedT(linkWaves(before, after).linked);
        if (!there.computed || !back.computed || !test.computed) return;
        expect(there.dZ).toBeCloseTo(test.t / Math.sqrt(test.n), 10);
        expect(Math.abs(there.gZ ?? 0)).toBeLessThanOrEqual(Math.abs(there.dZ));
        expect(there.dZInterval.lower).toBeLessThan(there.dZ);
        expect(there.dZInterval.upper).toBeGreaterThan(there.dZ);
        expect(back.dZInterval.lower).toBeCloseTo(-there.dZInterval.upper, 8);
        expect(back.dAv).toBeCloseTo(-(there.dAv ?? 0), 10);
      }),
      { numRuns: 40 },
    );
  });

  it("equals d_av when waves are uncorrelated and equally spread", () => {
    const effect = figures(standardisedMeanChange(linkWaves([1, 1, 3, 3], [2, 4, 2, 4]).linked));
    expect(effect.dZ * Math.SQRT2).toBeCloseTo(effect.dAv ?? 0, 12);
    expect(effect.dRm).toBeCloseTo(effect.dAv ?? 0, 12);
    expect(effect.dAvMeanSd).toBeCloseTo(effect.glassDelta ?? 0, 12);
  });

  it("leaves out what a wave without spread cannot tell", () => {
    const effect = figures(standardisedMeanChange(linkWaves([3, 3, 3], [3, 4, 4]).linked));
    expect(effect).toMatchObject({ dRm: null, glassDelta: null });
    expect(standardisedMeanChange(linkWaves([1, 2], [2, 3]).linked)).toMatchObject({ reason: "no-variance" });
  });
});
