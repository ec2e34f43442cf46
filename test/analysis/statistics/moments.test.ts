/** Mean, variance and quantiles, checked against another implementation on raw answers. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import {
  mean,
  meanAbsoluteDeviation,
  momentAbout,
  standardDeviation,
  sum,
  sumOfSquares,
  variance,
} from "../../../analysis/statistics/moments.ts";
import { answers } from "./answer-arbitraries.ts";

const numbers = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("moments", () => {
  it("agree with simple-statistics on raw numbers", () => {
    fc.assert(
      fc.property(fc.oneof(numbers, answers(2)), (raw) => {
        const table = countAnswers(raw);
        expect(sum(table)).toBeCloseTo(other.sum(raw), 8);
        expect(mean(table)).toBeCloseTo(other.mean(raw), 9);
        expect(variance(table)).toBeCloseTo(other.sampleVariance(raw), 6);
        expect(standardDeviation(table)).toBeCloseTo(Math.sqrt(other.sampleVariance(raw)), 6);
        expect(momentAbout(table, mean(table), 2)).toBeCloseTo(other.variance(raw), 6);
      }),
    );
  });

  it("do not move the spread when all answers move", () => {
    fc.assert(
      fc.property(answers(2), fc.integer({ min: -100, max: 100 }), (raw, shift) => {
        const here = countAnswers(raw);
        const there = countAnswers(raw.map((one) => one + shift));
        expect(sumOfSquares(there)).toBeCloseTo(sumOfSquares(here), 9);
        expect(mean(there)).toBeCloseTo(mean(here) + shift, 10);
        expect(meanAbsoluteDeviation(there, shift)).toBeCloseTo(meanAbsoluteDeviation(here, 0), 10);
      }),
    );
  });

  it("are exact when all answers are equal", () => {
    expect(variance(countAnswers([0.1, 0.1, 0.1]))).toBe(0);
  });

  it("refuse too few answers", () => {
    const none = countAnswers([]);
    expect(() => mean(none)).toThrow("mean requires at least one answer");
    expect(() => momentAbout(none, 0, 2)).toThrow(RangeError);
    expect(() => meanAbsoluteDeviation(none, 0)).toThrow(RangeError);
    expect(() => variance(countAnswers([1]))).toThrow("variance requires at least two answers");
  });
});
