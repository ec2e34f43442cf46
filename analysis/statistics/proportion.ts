/** One proportion: its Wilson and its exact limits. */
import { betaQuantile } from "./distributions/f-distribution.ts";
import { normalQuantile } from "./distributions/normal.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";

/** How many of how many. */
export interface Share {
  /** Those who did, a whole number from 0 to n. */
  readonly count: number;
  /** Those asked, a whole number of 1 or more. */
  readonly n: number;
}

/**
 * Checks that a share is a count out of at least one.
 * @param share count and n
 * @returns the proportion count / n
 * @throws RangeError when n is below 1 or the count is not a whole number from 0 to n
 * @example proportionOf({ count: 3, n: 4 }) // 0.75
 */
export function proportionOf({ count, n }: Share): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError("a proportion requires at least one answer");
  if (!Number.isInteger(count) || count < 0 || count > n) {
    throw new RangeError("a proportion requires a whole count from 0 to n");
  }
  return count / n;
}

/**
 * The Wilson score limits of a proportion.
 * @param share count and n
 * @param level confidence level
 * @returns the limits, within 0 to 1
 * @throws RangeError when the share or the level is not valid
 * @see Wilson (1927); Newcombe (1998), Statistics in Medicine 17, 857, method 3
 * @example wilsonInterval({ count: 5, n: 10 }) // 0.2366 to 0.7634
 */
export function wilsonInterval(share: Share, level = DEFAULT_LEVEL): Interval {
  const p = proportionOf(share);
  const z = -normalQuantile(tailOf(level));
  const { count, n } = share;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { lower: count === 0 ? 0 : centre - half, upper: count === n ? 1 : centre + half };
}

/**
 * The exact limits of a proportion: never less than the level, wide for small n.
 * @param share count and n
 * @param level confidence level
 * @returns the limits, within 0 to 1
 * @throws RangeError when the share or the level is not valid
 * @see Clopper and Pearson (1934), by beta quantiles
 * @example exactInterval({ count: 0, n: 8 }) // 0 to 0.3694
 */
export function exactInterval(share: Share, level = DEFAULT_LEVEL): Interval {
  proportionOf(share);
  const tail = tailOf(level);
  const { count, n } = share;
  return {
    lower: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
    upper: count === n ? 1 : betaQuantile(1 - tail, count + 1, n - count),
  };
}
