/** Power, and tests of equivalence. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../analysis/statistics/distributions/normal.ts";
import { equivalenceTest } from "../../../analysis/statistics/equivalence-test.ts";
import {
  pairsNeeded,
  powerOfPairedT,
  powerOfTwoSampleT,
  smallestDetectableDs,
  smallestDetectableDz,
} from "../../../analysis/statistics/power.ts";

const effect = fc.double({ min: 0.05, max: 1.5, noNaN: true });

describe("power", () => {
  it("of the smallest detectable effect is the wanted power", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 500 }), fc.constantFrom(0.5, 0.8, 0.95), (n, power) => {
        expect(powerOfPairedT(n, smallestDetectableDz(n, power))).toBeCloseTo(power, 9);
        expect(powerOfTwoSampleT([n, 2 * n], smallestDetectableDs([n, 2 * n], power))).toBeCloseTo(power, 9);
      }),
      { numRuns: 30 },
    );
  });

  it("is alpha without an effect, grows with effect and size, and nears the normal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), effect, (n, d) => {
        expect(powerOfPairedT(n, 0)).toBeCloseTo(0.05, 11);
        expect(powerOfPairedT(n + 1, d)).toBeGreaterThan(powerOfPairedT(n, d) - 1e-12);
        expect(powerOfPairedT(n, -d)).toBeCloseTo(powerOfPairedT(n, d), 11);
      }),
      { numRuns: 40 },
    );
    expect(powerOfPairedT(1e6, 0.002)).toBeCloseTo(normalCdf(2 - 1.959963984540054) + normalCdf(-3.96), 4);
  });

  it("needs the whole number of pairs that first reaches it", () => {
    fc.assert(
      fc.property(effect, (d) => {
        const { pairs } = pairsNeeded(d);
        expect(powerOfPairedT(pairs, d)).toBeGreaterThanOrEqual(0.8 - 1e-9);
        if (pairs > 2) expect(powerOfPairedT(pairs - 1, d)).toBeLessThan(0.8);
      }),
      { numRuns: 30 },
    );
    expect(pairsNeeded(50).pairs).toBe(2);
  });

  it("prints the smallest detectable effects of the decision table", () => {
    const table = [8, 10, 12, 15, 30, 100].map((n) => smallestDetectableDz(n).toFixed(2));
    expect(table).toEqual(["1.16", "1.00", "0.89", "0.78", "0.53", "0.28"]);
  });

  it("refuses questions without an answer", () => {
    expect(() => powerOfPairedT(1, 0.5)).toThrow("powerOfPairedT requires at least two pairs");
    expect(() => powerOfPairedT(5, 0.5, 0)).toThrow(RangeError);
    expect(() => powerOfTwoSampleT([1, 5], 0.5)).toThrow(RangeError);
    expect(() => smallestDetectableDz(8, 0.04)).toThrow("power requires a wanted power between alpha and 1");
    expect(() => pairsNeeded(0)).toThrow("pairsNeeded requires an effect other than 0");
  });
});

describe("equivalence", () => {
  it("is found exactly when the interval of level 1 − 2 alpha lies inside the bounds", () => {
    const number = fc.double({ min: -2, max: 2, noNaN: true });
    const positive = fc.double({ min: 0.05, max: 2, noNaN: true });
    fc.assert(
      fc.property(
        number,
        positive,
        positive,
        fc.integer({ min: 2, max: 200 }),
        (estimate, error, bound, df) => {
          const test = equivalenceTest(
            { estimate, standardError: error, df },
            { lower: -bound, upper: bound },
          );
          const inside = test.interval.lower > -bound && test.interval.upper < bound;
          expect(test.equivalent).toBe(inside);
          const mirrored = equivalenceTest(
            { estimate: -estimate, standardError: error, df },
            { lower: -bound, upper: bound },
          );
          expect(mirrored.p).toBeCloseTo(test.p, 12);
        },
      ),
    );
  });

  it("refuses bounds, errors and levels that make no sense", () => {
    const estimate = { estimate: 0, standardError: 1, df: 5 };
    expect(() => equivalenceTest(estimate, { lower: 1, upper: -1 })).toThrow(RangeError);
    expect(() => equivalenceTest(estimate, { lower: -1, upper: 1 }, 0.6)).toThrow(RangeError);
    expect(() => equivalenceTest({ ...estimate, standardError: 0 }, { lower: -1, upper: 1 })).toThrow(
      "equivalenceTest requires a standard error above 0",
    );
  });
});
