/** What is known of a number of which only bounds are shown: the least and the most it can be. */

/** Both ends are possible; equal ends are the number itself. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How far the bounds of a coded count lie apart: one more than the answers that somebody knows, their own. */
export const USUAL_WIDTH = 2;

/**
 * What a difference can be.
 * @param later bounds of what is subtracted from
 * @param earlier bounds of what is subtracted
 * @returns bounds of later − earlier
 * @example minus({ low: 10, high: 12 }, exactly(5)) // { low: 5, high: 7 }
 */
export function minus(later: Bounds, earlier: Bounds): Bounds {
  return { low: later.low - earlier.high, high: later.high - earlier.low };
}

/**
 * Bounds in another unit, or turned round.
 * @param bounds the bounds
 * @param factor what the number is multiplied by; below 0 the ends change places
 * @param offset what is added afterwards
 * @returns bounds of number × factor + offset
 * @example linearly({ low: 1, high: 2 }, -1, 6) // { low: 4, high: 5 }
 */
export function linearly({ low, high }: Bounds, factor: number, offset = 0): Bounds {
  const [first, second] = [low * factor + offset, high * factor + offset];
  return factor < 0 ? { low: second, high: first } : { low: first, high: second };
}

/**
 * What a share can be, of answers that are perhaps not all counted exactly.
 * @param count bounds of those who did, part of the whole
 * @param of bounds of the whole, a whole number
 * @returns bounds from 0 to 1; null where the whole may be nobody
 * @example shareOf({ low: 10, high: 12 }, { low: 12, high: 12 })?.low // 0.8333
 */
export function shareOf(count: Bounds, of: Bounds): Bounds | null {
  if (of.low < 1) return null;
  return { low: count.low / of.high, high: Math.min(1, count.high / of.low) };
}

/**
 * How far a number is from 0, at least.
 * @param bounds bounds of a difference
 * @returns 0 where the number can be 0
 * @example leastSize({ low: -0.4, high: -0.1 }) // 0.1
 */
export function leastSize({ low, high }: Bounds): number {
  return low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
}
