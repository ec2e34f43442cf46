/** Two independent proportions. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceOfProportions } from "../../../analysis/statistics/difference-of-proportions.ts";
import { fishersExactP } from "../../../analysis/statistics/fishers-exact.ts";

const share = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }));

function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= k; i += 1) result = (result * BigInt(n - k + i)) / BigInt(i);
  return result;
}

describe("difference of proportions", () => {
  it("has the chi-square of observed and expected counts", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const test = differenceOfProportions(first, second);
        fc.pre(test.chiSquare !== null);
        const pooled = (first.count + second.count) / (first.n + second.n);
        const chiSquare = [first, second].reduce((sum, { count, n }) => {
          return (
            sum + (count - n * pooled) ** 2 / (n * pooled) + (n * pooled - count) ** 2 / (n * (1 - pooled))
          );
        }, 0);
        expect(test.chiSquare).toBeCloseTo(chiSquare, 8);
      }),
    );
  });

  it("mirrors when the samples change places, and Newcombe's limits stay within −1 to 1", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const there = differenceOfProportions(first, second);
        const back = differenceOfProportions(second, first);
        expect(back.newcombe.lower).toBeCloseTo(-there.newcombe.upper, 12);
        expect(back.agrestiCaffo.upper).toBeCloseTo(-there.agrestiCaffo.lower, 12);
        expect(there.newcombe.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(there.newcombe.upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(back.h).toBeCloseTo(-there.h, 12);
      }),
    );
  });

  it("has no test and no ratio where nobody or everybody did", () => {
    const none = differenceOfProportions({ count: 0, n: 8 }, { count: 0, n: 10 });
    expect(none).toMatchObject({ z: null, p: null, riskRatio: null, oddsRatio: null, difference: 0 });
    const all = differenceOfProportions({ count: 5, n: 5 }, { count: 3, n: 3 });
    expect(all).toMatchObject({ z: null, riskRatio: 1, oddsRatio: null });
  });
});

describe("Fisher's exact test", () => {
  it("agrees with all tables written out in whole numbers", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        const yes = first.count + second.count;
        const ways = (k: number) => choose(first.n, k) * choose(second.n, yes - k);
        const observed = ways(first.count);
        let rare = 0n;
        let all = 0n;
        for (let k = Math.max(0, yes - second.n); k <= Math.min(first.n, yes); k += 1) {
          all += ways(k);
          if (ways(k) <= observed) rare += ways(k);
        }
        expect(fishersExactP(first, second)).toBeCloseTo(Number((rare * 10n ** 15n) / all) / 1e15, 10);
      }),
    );
  });

  it("is the same with the samples in the other order, and does not mind large ones", () => {
    fc.assert(
      fc.property(share, share, (first, second) => {
        expect(fishersExactP(second, first)).toBeCloseTo(fishersExactP(first, second), 12);
      }),
    );
    const large = fishersExactP({ count: 50_000, n: 100_000 }, { count: 50_400, n: 100_000 });
    const { p } = differenceOfProportions({ count: 50_000, n: 100_000 }, { count: 50_400, n: 100_000 });
    expect(large).toBeCloseTo(p ?? 0, 2);
    expect(fishersExactP({ count: 0, n: 8 }, { count: 0, n: 10 })).toBe(1);
  });
});
