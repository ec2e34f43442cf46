/** Counts shown as bounds: what is known of a whole number of persons, and how such knowledge adds up. */

/** A whole number of persons between two others, both included; exact where they are equal. */
export interface CountBounds {
  readonly low: number;
  readonly high: number;
}

/** A mean between two others; exact where they are equal. */
export interface MeanBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * Whether bounds leave one value only.
 *
 * @param bounds of a count or a mean
 * @returns true if they are equal
 * @example isExact({ low: 7, high: 7 }); // true
 */
export function isExact({ low, high }: CountBounds | MeanBounds): boolean {
  return low === high;
}

/**
 * The bounds of a count that is known.
 *
 * @param count whole
 * @returns bounds without room
 * @example exactly(7); // { low: 7, high: 7 }
 */
export function exactly(count: number): CountBounds {
  return { low: count, high: count };
}

/**
 * What is known of a sum of counts of different persons.
 *
 * @param all bounds of each
 * @returns bounds of the sum; 0 without any
 * @example sumOf([{ low: 0, high: 2 }, { low: 5, high: 5 }]); // { low: 5, high: 7 }
 */
export function sumOf(all: readonly CountBounds[]): CountBounds {
  return all.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), exactly(0));
}

/**
 * What is known of those of the whole who are not among the part.
 *
 * @param whole bounds of a count
 * @param part bounds of a count of some of the same persons
 * @returns bounds of the difference, never below 0
 * @example without({ low: 20, high: 20 }, { low: 0, high: 2 }); // { low: 18, high: 20 }
 */
export function without(whole: CountBounds, part: CountBounds): CountBounds {
  return { low: Math.max(0, whole.low - part.high), high: Math.max(0, whole.high - part.low) };
}
