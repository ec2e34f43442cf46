/** Chi-square, the gamma quantile and the incomplete gamma function. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  chiSquareQuantile,
  chiSquareUpper,
  gammaQuantile,
} from "../../../../analysis/statistics/distributions/chi-square.ts";
import { regularisedGamma } from "../../../../analysis/statistics/distributions/incomplete-gamma.ts";
import { normalTwoSided } from "../../../../analysis/statistics/distributions/normal.ts";

describe("chi-square", () => {
  it("is a squared normal with 1 and an exponential with 2 degrees of freedom", () => {
    for (const x of [0.01, 0.5, 3.84, 30, 300]) {
      expect(Math.abs(chiSquareUpper(x, 1) / normalTwoSided(Math.sqrt(x)) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(chiSquareUpper(x, 2) / Math.exp(-x / 2) - 1)).toBeLessThan(1e-12);
    }
  });

  it("has a quantile that undoes the lower tail", () => {
    const df = fc.double({ min: 0.5, max: 3000, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-8, max: 1 - 1e-8, noNaN: true }), df, (p, k) => {
        expect(Math.abs(1 - chiSquareUpper(chiSquareQuantile(p, k), k) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  it("has gamma tails that add up to 1 and fall with the point", () => {
    const positive = fc.double({ min: 1e-3, max: 500, noNaN: true });
    fc.assert(
      fc.property(positive, positive, (a, x) => {
        const here = regularisedGamma(a, x);
        expect(here.lower + here.upper).toBeCloseTo(1, 14);
        expect(regularisedGamma(a, x * 1.1).upper).toBeLessThanOrEqual(here.upper + 1e-15);
      }),
    );
    expect(regularisedGamma(2, Number.POSITIVE_INFINITY)).toEqual({ lower: 1, upper: 0 });
  });

  it("refuses shapes and probabilities that make no sense", () => {
    expect(() => gammaQuantile(0, 1)).toThrow(RangeError);
    expect(() => gammaQuantile(0.5, 0)).toThrow("gammaQuantile requires a shape above 0");
    expect(() => chiSquareUpper(-1, 1)).toThrow(RangeError);
  });
});
