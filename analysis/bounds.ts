/** What is known of a number of which only bounds are shown: the least and the most it can be. */

/** Both ends are possible; equal ends are the number itself. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * A number that is shown exactly.
 * @param value the number
 * @returns bounds whose ends are equal
 * @example exactly(7) // { low: 7, high: 7 }
 */
export function exactly(value: number): Bounds {
  return { low: value, high: value };
}

/**
 * Whether the number itself is known.
 * @param bounds the bounds
 * @returns true where both ends are equal
 * @example isExact({ low: 10, high: 12 }) // false
 */
export function isExact({ low, high }: Bounds): boolean {
  return low === high;
}

/**
 * What a sum can be, if its parts are bounded each by itself.
 * @param parts bounds of the parts
 * @returns bounds of the sum; exactly 0 without parts
 * @example sumOf([exactly(7), { low: 10, high: 12 }]) // { low: 17, high: 19 }
 */
export function sumOf(parts: readonly Bounds[]): Bounds {
  return parts.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), exactly(0));
}

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
