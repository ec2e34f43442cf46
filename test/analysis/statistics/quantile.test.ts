/** Quantiles of frequency tables. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { median, quantile } from "../../../analysis/statistics/quantile.ts";
import { answers } from "./answer-arbitraries.ts";

describe("quantile", () => {
  it("agrees with simple-statistics on raw answers", () => {
    fc.assert(
      fc.property(answers(1), fc.double({ min: 0, max: 1, noNaN: true }), (raw, p) => {
        expect(quantile(countAnswers(raw), p)).toBeCloseTo(other.quantile(raw, p), 10);
        expect(median(countAnswers(raw))).toBe(other.median(raw));
      }),
    );
  });

  it("rises with the probability from the lowest to the highest answer", () => {
    fc.assert(
      fc.property(answers(1), (raw) => {
        const table = countAnswers(raw);
        const steps = [0, 0.2, 0.5, 0.7, 1].map((p) => quantile(table, p));
        expect(steps).toEqual([...steps].sort((one, two) => one - two));
        expect(steps[0]).toBe(Math.min(...raw));
        expect(steps[4]).toBe(Math.max(...raw));
      }),
    );
  });

  it("refuses no answers and probabilities outside 0 to 1", () => {
    expect(() => median(countAnswers([]))).toThrow("quantile requires at least one answer");
    expect(() => quantile(countAnswers([1]), 1.1)).toThrow(RangeError);
  });
});
