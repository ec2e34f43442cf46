/** Exact permutation distributions, checked by writing all permutations out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  rankSumTails,
  signedRankTails,
} from "../../../../analysis/statistics/distributions/rank-distributions.ts";

const halfRanks = fc.array(
  fc.integer({ min: 2, max: 20 }).map((doubled) => doubled / 2),
  { minLength: 1, maxLength: 9 },
);

describe("signed-rank distribution", () => {
  it("agrees with all patterns of signs, ties included", () => {
    fc.assert(
      fc.property(halfRanks, fc.nat(), (ranks, seed) => {
        const sums = Array.from({ length: 2 ** ranks.length }, (_, signs) =>
          ranks.reduce((sum, rank, i) => sum + ((signs >> i) & 1 ? rank : 0), 0),
        );
        const observed = sums[seed % sums.length] ?? 0;
        const tails = signedRankTails(ranks, observed);
        expect(tails.lower).toBeCloseTo(sums.filter((sum) => sum <= observed).length / sums.length, 12);
        expect(tails.upper).toBeCloseTo(sums.filter((sum) => sum >= observed).length / sums.length, 12);
      }),
    );
  });
});

describe("rank-sum distribution", () => {
  it("agrees with all ways to choose the group, ties included", () => {
    fc.assert(
      fc.property(halfRanks, fc.nat(), fc.nat(), (ranks, size, seed) => {
        fc.pre(ranks.length > 1);
        const groupSize = 1 + (size % (ranks.length - 1));
        const sums = Array.from({ length: 2 ** ranks.length }, (_, chosen) =>
          ranks.filter((__, i) => (chosen >> i) & 1),
        )
          .filter((group) => group.length === groupSize)
          .map((group) => group.reduce((sum, rank) => sum + rank, 0));
        const observed = sums[seed % sums.length] ?? 0;
        const mean = sums.reduce((sum, one) => sum + one, 0) / sums.length;
        const tails = rankSumTails(ranks, groupSize, observed);
        const share = (accept: (sum: number) => boolean) => sums.filter(accept).length / sums.length;
        expect(tails.lower).toBeCloseTo(
          share((sum) => sum <= observed),
          12,
        );
        expect(tails.upper).toBeCloseTo(
          share((sum) => sum >= observed),
          12,
        );
        const distance = Math.abs(observed - mean) - 1e-9;
        expect(tails.farFromMean).toBeCloseTo(
          share((sum) => Math.abs(sum - mean) >= distance),
          12,
        );
      }),
    );
  });

  it("refuses an empty group", () => {
    expect(() => rankSumTails([1, 2], 0, 0)).toThrow("rankSumTails requires two groups");
    expect(() => rankSumTails([1, 2], 2, 3)).toThrow(RangeError);
  });
});
