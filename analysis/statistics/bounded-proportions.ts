/** Two independent proportions of which only bounds are known: what holds for every pair of counts within them. */
import type { Range } from "./bounded-welch.ts";
import { differenceOfProportions } from "./difference-of-proportions.ts";
import { DEFAULT_LEVEL, type Interval } from "./interval.ts";

/** How many of how many, at least and at most. */
export interface BoundedShare {
  /** Whole numbers from 0 to n. */
  readonly count: Range;
  readonly n: number;
}

/** What the comparison can give; direction second − first. */
export interface BoundedDifference {
  readonly estimate: Range;
  /** Newcombe, outermost limits. */
  readonly interval: Interval;
  /** Pooled z; null where all or none did in both, whatever the counts. */
  readonly z: Range | null;
  /** Two-sided; the high end is the least favourable. Null with z. */
  readonly p: Range | null;
}

/**
 * The pooled z test and Newcombe's limits over all counts within bounds. Where p₁ ≤ p₂, z grows with the second count
 * and falls with the first: with p₂ − p₁ = d and pooled P, d(ln z)/dx₂ = 1/(n₂ d) − (1 − 2P)/(2 N P (1 − P)), and
 * n₂ d ≤ n₂ p₂ ≤ N P. So the ends of z lie at the corners; where the shares can be equal, the largest p is 1.
 * @param first the first share
 * @param second the second share
 * @param level confidence level
 * @returns ranges that hold what each pair of counts gives
 * @throws RangeError when a share or the level is not valid
 * @see Newcombe (1998), method 10
 * @example boundedProportions({ count: { low: 10, high: 12 }, n: 12 }, { count: { low: 3, high: 3 }, n: 12 }).p?.high
 */
export function boundedProportions(
  first: BoundedShare,
  second: BoundedShare,
  level = DEFAULT_LEVEL,
): BoundedDifference {
  const of = (x: number, y: number) =>
    differenceOfProportions({ count: x, n: first.n }, { count: y, n: second.n }, level);
  const least = of(first.count.high, second.count.low);
  const most = of(first.count.low, second.count.high);
  const estimate = { low: least.difference, high: most.difference };
  const interval = { lower: least.newcombe.lower, upper: most.newcombe.upper };
  if (least.z === null && most.z === null && estimate.low === estimate.high) {
    return { estimate, interval, z: null, p: null };
  }
  const z = { low: least.z ?? 0, high: most.z ?? 0 };
  const [one, other] = [least.p ?? 1, most.p ?? 1];
  const canBeEqual = estimate.low <= 0 && estimate.high >= 0;
  return {
    estimate,
    interval,
    z,
    p: { low: Math.min(one, other), high: canBeEqual ? 1 : Math.max(one, other) },
  };
}
