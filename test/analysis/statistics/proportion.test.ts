/** Limits of one proportion. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialAtLeast, binomialCdf } from "../../../analysis/statistics/distributions/binomial.ts";
import { normalQuantile } from "../../../analysis/statistics/distributions/normal.ts";
import { exactInterval, proportionOf, wilsonInterval } from "../../../analysis/statistics/proportion.ts";

const share = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }));

describe("limits of a proportion", () => {
  it("by Wilson lie where the score test just rejects", () => {
    const z = normalQuantile(0.975);
    fc.assert(
      fc.property(share, (one) => {
        const { lower, upper } = wilsonInterval(one);
        const p = proportionOf(one);
        const score = (at: number) => Math.abs(p - at) / Math.sqrt((at * (1 - at)) / one.n);
        if (one.count > 0) expect(score(lower)).toBeCloseTo(z, 6);
        if (one.count < one.n) expect(score(upper)).toBeCloseTo(z, 6);
      }),
    );
  });

  it("by Clopper and Pearson leave 2.5 % in each binomial tail", () => {
    fc.assert(
      fc.property(share, ({ count, n }) => {
        const { lower, upper } = exactInterval({ count, n });
        if (count > 0) expect(binomialAtLeast(count, n, lower)).toBeCloseTo(0.025, 9);
        if (count < n) expect(binomialCdf(count, n, upper)).toBeCloseTo(0.025, 9);
      }),
    );
  });

  it("mirror for those who did not, hold the share, and stay within 0 to 1", () => {
    fc.assert(
      fc.property(share, ({ count, n }) => {
        for (const limits of [wilsonInterval, exactInterval]) {
          const yes = limits({ count, n });
          const no = limits({ count: n - count, n });
          expect(no.lower).toBeCloseTo(1 - yes.upper, 10);
          expect(yes.lower).toBeGreaterThanOrEqual(0);
          expect(yes.upper).toBeLessThanOrEqual(1 + 1e-15);
          expect(yes.lower).toBeLessThanOrEqual(count / n + 1e-15);
          expect(yes.upper).toBeGreaterThanOrEqual(count / n - 1e-15);
        }
      }),
    );
  });

  it("refuse counts that do not fit", () => {
    expect(() => proportionOf({ count: 0, n: 0 })).toThrow("a proportion requires at least one answer");
    expect(() => wilsonInterval({ count: 3, n: 2 })).toThrow(RangeError);
    expect(() => exactInterval({ count: 1.5, n: 2 })).toThrow(RangeError);
  });
});
