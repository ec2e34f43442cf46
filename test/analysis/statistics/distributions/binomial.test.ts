/** The binomial and Poisson distributions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialAtLeast,
  binomialCdf,
  binomialProbability,
} from "../../../../analysis/statistics/distributions/binomial.ts";
import { poissonCdf } from "../../../../analysis/statistics/distributions/poisson.ts";

const trials = fc.integer({ min: 1, max: 60 });
const chance = fc.double({ min: 0, max: 1, noNaN: true });

describe("binomial", () => {
  it("has tails that are the sums of their points", () => {
    fc.assert(
      fc.property(trials, chance, fc.integer({ min: -1, max: 61 }), (n, p, k) => {
        let sum = 0;
        for (let i = 0; i <= Math.min(k, n); i += 1) sum += binomialProbability(i, n, p);
        expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 12);
        expect(binomialAtLeast(k + 1, n, p)).toBeCloseTo(1 - sum, 12);
      }),
    );
  });

  it("agrees with Pascal's triangle", () => {
    expect(binomialProbability(3, 10, 0.5)).toBeCloseTo(120 / 1024, 15);
    expect(binomialProbability(0, 0, 0.3)).toBe(1);
    expect(binomialProbability(11, 10, 0.5)).toBe(0);
  });

  it("refuses trials and chances that make no sense", () => {
    expect(() => binomialCdf(1, 2.5, 0.5)).toThrow(RangeError);
    expect(() => binomialProbability(1, 2, 1.5)).toThrow(
      "binomialProbability requires a probability between 0 and 1",
    );
    expect(() => binomialAtLeast(1, -1, 0.5)).toThrow(RangeError);
  });
});

describe("Poisson", () => {
  it("has a lower tail that is the sum of its points", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.integer({ min: 0, max: 60 }),
        (mean, k) => {
          let point = Math.exp(-mean);
          let sum = point;
          for (let i = 1; i <= k; i += 1) {
            point *= mean / i;
            sum += point;
          }
          expect(poissonCdf(k, mean)).toBeCloseTo(sum, 12);
        },
      ),
    );
    expect(poissonCdf(-1, 3)).toBe(0);
    expect(() => poissonCdf(1, 0)).toThrow("poissonCdf requires a mean above 0");
  });
});
