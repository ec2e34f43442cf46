/** The standard normal distribution. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regularisedGamma } from "../../../../analysis/statistics/distributions/incomplete-gamma.ts";
import {
  normalCdf,
  normalQuantile,
  normalTwoSided,
  normalUpper,
} from "../../../../analysis/statistics/distributions/normal.ts";

describe("normal distribution", () => {
  it("agrees with the incomplete gamma function over the whole range", () => {
    for (let z = 0.001; z < 37; z *= 1.07) {
      const other = regularisedGamma(0.5, (z * z) / 2).upper / 2;
      expect(Math.abs(normalUpper(z) / other - 1)).toBeLessThan(1e-13);
    }
  });

  it("has tails that add up to 1 and mirror each other", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 37, noNaN: true }), (z) => {
        expect(normalCdf(z) + normalUpper(z)).toBeCloseTo(1, 14);
        expect(normalCdf(-z)).toBe(normalUpper(z));
        expect(normalTwoSided(z)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has a quantile that undoes the lower tail", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("refuses a probability that leaves nothing in a tail", () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow("normalQuantile requires a probability between 0 and 1");
  });
});
