/** The beta and F distributions and the incomplete beta function. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  betaQuantile,
  fQuantile,
  fUpper,
} from "../../../../analysis/statistics/distributions/f-distribution.ts";
import { regularisedBeta } from "../../../../analysis/statistics/distributions/incomplete-beta.ts";

const shape = fc.double({ min: 0.3, max: 800, noNaN: true });
/** Without a pole at an end, where 1 − x as a double would lose what is to be checked. */
const roundShape = fc.double({ min: 1, max: 800, noNaN: true });
const chance = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe("beta and F", () => {
  it("has the closed form x^a of shapes a and 1", () => {
    fc.assert(
      fc.property(chance, fc.double({ min: 0.3, max: 50, noNaN: true }), (x, a) => {
        const tails = regularisedBeta({ x, complement: 1 - x }, a, 1);
        expect(Math.abs(tails.lower / x ** a - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it("mirrors: I_x(a, b) = 1 − I_(1 − x)(b, a)", () => {
    fc.assert(
      fc.property(chance, shape, shape, (x, a, b) => {
        const one = regularisedBeta({ x, complement: 1 - x }, a, b);
        const two = regularisedBeta({ x: 1 - x, complement: x }, b, a);
        expect(one.lower).toBeCloseTo(two.upper, 12);
      }),
    );
  });

  it("has quantiles that undo the tails", () => {
    fc.assert(
      fc.property(chance, roundShape, roundShape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        expect(Math.abs(regularisedBeta({ x, complement: 1 - x }, a, b).lower - p)).toBeLessThan(1e-10);
        expect(Math.abs(1 - fUpper(fQuantile(p, a, b), a, b) - p)).toBeLessThan(1e-12);
      }),
    );
  });

  it("turns round: the upper tail of F is the lower tail of 1 / F", () => {
    expect(fUpper(2, 3, 17)).toBeCloseTo(1 - fUpper(0.5, 17, 3), 13);
  });

  it("refuses what has no probability", () => {
    expect(() => fUpper(-1, 1, 1)).toThrow("fUpper requires a statistic of 0 or more");
    expect(() => fQuantile(1, 1, 1)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, 0, 1)).toThrow(RangeError);
    expect(() => regularisedBeta({ x: 1.5, complement: -0.5 }, 1, 1)).toThrow(RangeError);
  });
});
