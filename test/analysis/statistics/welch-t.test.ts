/** t tests of independent samples and their effect sizes. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { standardisedMeanDifference } from "../../../analysis/statistics/standardised-mean-difference.ts";
import { studentT, twoSamples, welchT } from "../../../analysis/statistics/welch-t.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("t tests of two samples", () => {
  it("agree with simple-statistics for Student, and with each other when sizes are equal", () => {
    fc.assert(
      fc.property(answers(3), answers(3), (one, two) => {
        const student = studentT(countAnswers(one), countAnswers(two));
        if (student.computed) expect(student.t).toBeCloseTo(other.tTestTwoSample(two, one, 0) ?? 0, 8);
        const size = Math.min(one.length, two.length);
        const [x, y] = [countAnswers(one.slice(0, size)), countAnswers(two.slice(0, size))];
        const welch = welchT(x, y);
        if (welch.computed) expect(welch.t).toBeCloseTo(figures(studentT(x, y)).t, 10);
      }),
    );
  });

  it("turn their sign when the samples change places, and do not mind another scale", () => {
    fc.assert(
      fc.property(answers(2), answers(2), (one, two) => {
        const there = welchT(countAnswers(one), countAnswers(two));
        const stretched = (raw: number[]) => countAnswers(raw.map((value) => value * 25 - 25));
        const back = welchT(stretched(two), stretched(one));
        expect(back.computed).toBe(there.computed);
        if (!there.computed || !back.computed) return;
        expect(back.t).toBeCloseTo(-there.t, 9);
        expect(back.df).toBeCloseTo(there.df, 8);
        expect(back.p).toBeCloseTo(there.p, 10);
      }),
    );
  });

  it("have verdicts for an empty sample, a single answer and no spread at all", () => {
    const some = countAnswers([1, 2]);
    expect(twoSamples(countAnswers([]), some)).toMatchObject({ reason: "no-answers" });
    expect(welchT(countAnswers([1]), some)).toMatchObject({ reason: "too-few-answers" });
    expect(studentT(countAnswers([1, 1]), countAnswers([2, 2]))).toMatchObject({ reason: "no-variance" });
  });
});

describe("standardised mean difference", () => {
  it("is t / √(n1 n2 / (n1 + n2)), corrected towards 0, with limits that hold it and mirror", () => {
    fc.assert(
      fc.property(answers(3, 20), answers(3, 20), (one, two) => {
        const [x, y] = [countAnswers(one), countAnswers(two)];
        const effect = standardisedMeanDifference(x, y);
        const back = standardisedMeanDifference(y, x);
        if (!effect.computed || !back.computed) return;
        const half = (x.n * y.n) / (x.n + y.n);
        expect(effect.dS).toBeCloseTo(figures(studentT(x, y)).t / Math.sqrt(half), 10);
        expect(Math.abs(effect.gS)).toBeLessThanOrEqual(Math.abs(effect.dS));
        expect(effect.dSInterval.lower).toBeLessThan(effect.dS);
        expect(back.gSInterval.lower).toBeCloseTo(-effect.gSInterval.upper, 8);
      }),
      { numRuns: 40 },
    );
  });

  it("leaves Glass' Δ out when the first sample does not vary", () => {
    const effect = figures(standardisedMeanDifference(countAnswers([3, 3]), countAnswers([3, 4])));
    expect(effect.glassDelta).toBeNull();
    expect(standardisedMeanDifference(countAnswers([3, 3]), countAnswers([4, 4]))).toMatchObject({
      reason: "no-variance",
    });
  });
});
