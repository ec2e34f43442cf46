/** The noncentral t distribution. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  noncentralityLimits,
  noncentralT,
} from "../../../../analysis/statistics/distributions/noncentral-t.ts";
import { normalCdf } from "../../../../analysis/statistics/distributions/normal.ts";
import { tCdf } from "../../../../analysis/statistics/distributions/student-t.ts";

const anyT = fc.double({ min: -20, max: 20, noNaN: true });
const anyDf = fc.integer({ min: 1, max: 3000 });
const anyNcp = fc.double({ min: -15, max: 15, noNaN: true });

describe("noncentral t", () => {
  it("is the central t without noncentrality", () => {
    fc.assert(
      fc.property(anyT, anyDf, (t, df) => {
        expect(noncentralT(t, df, 0).lower).toBeCloseTo(tCdf(t, df), 12);
      }),
    );
  });

  it("is a normal at 0, whatever the degrees of freedom", () => {
    fc.assert(
      fc.property(anyDf, anyNcp, (df, ncp) => {
        expect(noncentralT(0, df, ncp).lower).toBeCloseTo(normalCdf(-ncp), 13);
      }),
    );
  });

  it("mirrors, and falls with the noncentrality", () => {
    fc.assert(
      fc.property(anyT, anyDf, anyNcp, (t, df, ncp) => {
        const here = noncentralT(t, df, ncp);
        expect(noncentralT(-t, df, -ncp).upper).toBeCloseTo(here.lower, 12);
        expect(noncentralT(t, df, ncp + 0.5).lower).toBeLessThanOrEqual(here.lower + 1e-13);
      }),
    );
  });

  it("has limits that leave half of the rest in each tail", () => {
    fc.assert(
      fc.property(anyT, fc.integer({ min: 2, max: 500 }), (t, df) => {
        const limits = noncentralityLimits(t, df, 0.9);
        expect(noncentralT(t, df, limits.lower).upper).toBeCloseTo(0.05, 9);
        expect(noncentralT(t, df, limits.upper).lower).toBeCloseTo(0.05, 9);
      }),
      { numRuns: 50 },
    );
  });

  it("refuses degrees of freedom below 1 and levels outside 0 to 1", () => {
    expect(() => noncentralT(1, 0.5, 0)).toThrow("noncentralT requires at least one degree of freedom");
    expect(() => noncentralityLimits(1, 5, 1)).toThrow(RangeError);
  });
});
