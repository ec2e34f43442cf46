/** Exact permutation distributions of the signed-rank and rank-sum statistics, ties included. */
import type { Tails } from "./incomplete-gamma.ts";

/** Doubled ranks are whole numbers, also with midranks. */
function doubled(rank: number): number {
  return Math.round(2 * rank);
}

/**
 * Both tails of the signed-rank statistic: the sum of those ranks whose sign is positive, each with probability ½.
 * @param ranks the ranks of the non-zero changes, midranks where they tie
 * @param statistic the sum of positive ranks
 * @returns P(W ≤ w) as `lower` and P(W ≥ w) as `upper`: both contain the point itself
 * @see Streitberg and Röhmel (1986), shift algorithm on doubled ranks
 * @example signedRankTails([1, 2, 3], 6).upper // 0.125
 */
export function signedRankTails(ranks: readonly number[], statistic: number): Tails {
  const steps = ranks.map(doubled);
  const size = steps.reduce((sum, step) => sum + step, 0);
  const chance = new Float64Array(size + 1);
  chance[0] = 1;
  let reached = 0;
  for (const step of steps) {
    reached += step;
    for (let s = reached; s >= 0; s -= 1) {
      chance[s] = ((chance[s] ?? 0) + (s >= step ? (chance[s - step] ?? 0) : 0)) / 2;
    }
  }
  return tailsAt(chance, doubled(statistic));
}

function tailsAt(chance: Float64Array, at: number): Tails {
  let lower = 0;
  let upper = 0;
  for (let s = 0; s < chance.length; s += 1) {
    if (s <= at) lower += chance[s] ?? 0;
    if (s >= at) upper += chance[s] ?? 0;
  }
  return { lower, upper };
}

/** What the exact rank-sum distribution says about one observed sum. */
export interface RankSumTails extends Tails {
  /** P(|R − mean| ≥ |r − mean|): the two-sided p by distance from the mean. */
  readonly farFromMean: number;
}

/**
 * The exact distribution of the rank sum of a group drawn without replacement.
 * @param ranks the ranks of all answers together, midranks where they tie
 * @param groupSize how many of them belong to the group
 * @param rankSum the group's observed rank sum
 * @returns both tails, the point contained in each, and the probability of a sum at least as far from the mean
 * @throws RangeError when the group is not between 1 and all but one
 * @see Streitberg and Röhmel (1986), shift algorithm on doubled ranks
 * @example rankSumTails([1, 2, 3, 4], 2, 3).lower // 1 / 6
 */
export function rankSumTails(ranks: readonly number[], groupSize: number, rankSum: number): RankSumTails {
  if (!(groupSize >= 1 && groupSize < ranks.length)) throw new RangeError("rankSumTails requires two groups");
  const steps = ranks.map(doubled);
  const size = steps.reduce((sum, step) => sum + step, 0);
  const ways = Array.from({ length: groupSize + 1 }, () => new Float64Array(size + 1));
  const empty = ways[0];
  if (empty !== undefined) empty[0] = 1;
  for (const step of steps) {
    for (let chosen = groupSize; chosen >= 1; chosen -= 1) {
      const to = ways[chosen];
      const from = ways[chosen - 1];
      if (to === undefined || from === undefined) continue;
      for (let s = size; s >= step; s -= 1) to[s] = (to[s] ?? 0) + (from[s - step] ?? 0);
    }
  }
  const full = ways[groupSize] ?? new Float64Array(1);
  const all = full.reduce((sum, count) => sum + count, 0);
  const chance = full.map((count) => count / all);
  const at = doubled(rankSum);
  const mean = (groupSize * size) / ranks.length;
  let farFromMean = 0;
  for (let s = 0; s <= size; s += 1) {
    if (Math.abs(s - mean) >= Math.abs(at - mean) - 1e-9) farFromMean += chance[s] ?? 0;
  }
  return { ...tailsAt(chance, at), farFromMean: Math.min(1, farFromMean) };
}
