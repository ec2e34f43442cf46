/** Stirling's error and the deviance term. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { devianceTerm, stirlingError } from "../../../../analysis/statistics/distributions/stirling.ts";

describe("Stirling's error", () => {
  it("gives back the factorials", () => {
    let logFactorial = 0;
    for (let n = 1; n <= 60; n += 1) {
      logFactorial += Math.log(n);
      const rest = logFactorial - ((n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI));
      expect(stirlingError(n)).toBeCloseTo(rest, 12);
    }
  });

  it("falls towards 0 and is close to 1 / (12 x)", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1e6, noNaN: true }), (x) => {
        expect(stirlingError(x)).toBeLessThan(1 / (12 * x));
        expect(stirlingError(x)).toBeGreaterThan(1 / (12 * x + 1));
      }),
    );
    expect(() => stirlingError(0)).toThrow("stirlingError requires a number above 0");
  });
});

describe("deviance term", () => {
  it("agrees with its formula away from the mean and is 0 at it", () => {
    expect(devianceTerm(7, 7)).toBe(0);
    expect(devianceTerm(0, 4)).toBe(4);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        (x, m) => {
          expect(devianceTerm(x, m)).toBeCloseTo(x * Math.log(x / m) + m - x, 10);
        },
      ),
    );
  });
});
