/** Confidence intervals: the pair of limits, and the check of the level. */

/** Lower and upper limit. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** The level used where a caller names none. */
export const DEFAULT_LEVEL = 0.95;

/**
 * The probability left in each tail by a two-sided interval.
 * @param level confidence level, above 0 and below 1
 * @returns (1 − level) / 2
 * @throws RangeError when the level is not between 0 and 1
 * @example tailOf(0.95) // 0.025
 */
export function tailOf(level: number): number {
  if (!(level > 0 && level < 1)) throw new RangeError("an interval requires a level between 0 and 1");
  return (1 - level) / 2;
}

/**
 * An interval symmetric about an estimate.
 * @param estimate the centre
 * @param halfWidth half its width, 0 or more
 * @returns the limits
 * @example around(3, 1) // { lower: 2, upper: 4 }
 */
export function around(estimate: number, halfWidth: number): Interval {
  return { lower: estimate - halfWidth, upper: estimate + halfWidth };
}
