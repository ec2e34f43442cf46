/** Student's t distribution. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fUpper } from "../../../../analysis/statistics/distributions/f-distribution.ts";
import { normalUpper } from "../../../../analysis/statistics/distributions/normal.ts";
import {
  tCdf,
  tQuantile,
  tTwoSided,
  tUpper,
} from "../../../../analysis/statistics/distributions/student-t.ts";

const anyT = fc.double({ min: -50, max: 50, noNaN: true });
const anyDf = fc.double({ min: 1, max: 5000, noNaN: true });

describe("Student's t", () => {
  it("has the closed forms of 1 and 2 degrees of freedom", () => {
    for (const t of [0.1, 1, 3, 40]) {
      expect(tUpper(t, 1)).toBeCloseTo(Math.atan2(1, t) / Math.PI, 14);
      expect(tUpper(t, 2)).toBeCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), 13);
    }
  });

  it("squared is F with one numerator degree of freedom", () => {
    fc.assert(
      fc.property(anyT, anyDf, (t, df) => {
        expect(tTwoSided(t, df)).toBeCloseTo(fUpper(t * t, 1, df), 11);
      }),
    );
  });

  it("has mirrored tails and approaches the normal", () => {
    fc.assert(
      fc.property(anyT, anyDf, (t, df) => {
        expect(tUpper(t, df)).toBe(tCdf(-t, df));
      }),
    );
    expect(tUpper(1.5, 1e9)).toBeCloseTo(normalUpper(1.5), 9);
  });

  it("has a quantile that undoes the lower tail", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), anyDf, (p, df) => {
        expect(Math.abs(tCdf(tQuantile(p, df), df) / p - 1)).toBeLessThan(1e-10);
      }),
    );
  });

  it("refuses degrees of freedom and probabilities that make no sense", () => {
    expect(() => tUpper(1, 0)).toThrow("tUpper requires degrees of freedom above 0");
    expect(() => tTwoSided(1, Number.NaN)).toThrow(RangeError);
    expect(() => tQuantile(1, 5)).toThrow(RangeError);
    expect(() => tQuantile(0.5, -1)).toThrow(RangeError);
  });
});
