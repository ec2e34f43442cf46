/** Bounds in words: one way for screens, paper, files and the terminal; a middle is never written as the value. */
import { type Bounds, linearly } from "./bounds.ts";
import { howMany, percent, rounded, signed } from "./number-text.ts";
import { isExact } from "./staff-tables/count-bounds.ts";

/** Why only bounds are shown, in one sentence for every place that shows some. */
export const NEARLY_ALL_AGREE =
  "Where nearly all of a group agree, the report says only “at least …”, the same whether one, two or none differ.";

/** Why a verdict is missing although both figures are shown. */
export const ONLY_BOUNDS = "cannot be told: only bounds are shown";

/**
 * A number, or from where to where it lies.
 * @param bounds the bounds
 * @param written how one number is written
 * @returns one text where both ends are written alike
 * @example rangeText({ low: 3.9, high: 4.1 }, (mean) => rounded(mean, 1)) // "3.9 to 4.1"
 */
export function rangeText({ low, high }: Bounds, written: (value: number) => string): string {
  const [first, last] = [written(low), written(high)];
  return first === last ? first : `${first} to ${last}`;
}

/**
 * How many of how many.
 * @param count bounds of a whole number
 * @param n of how many, exactly
 * @returns the text
 * @example countOfText({ low: 10, high: 12 }, 12) // "10 to 12 of 12"
 */
export function countOfText(count: Bounds, n: number): string {
  return `${rangeText(count, howMany)} of ${howMany(n)}`;
}

/**
 * A share as whole per cent; the sign stands once.
 * @param share bounds, 0 to 1
 * @returns the text
 * @example percentRange({ low: 10 / 12, high: 1 }) // "83 to 100 %"
 */
export function percentRange(share: Bounds): string {
  const low = rounded(share.low * 100, 0);
  return percent(share.high) === `${low} %` ? percent(share.high) : `${low} to ${percent(share.high)}`;
}

/**
 * A mean.
 * @param mean bounds
 * @param digits how many stand after the point
 * @returns the text
 * @example meanText({ low: 3.861, high: 4.139 }, 2) // "3.86 to 4.14"
 */
export function meanText(mean: Bounds, digits: number): string {
  return rangeText(mean, (value) => rounded(value, digits));
}

/**
 * A change with its signs.
 * @param change bounds of later minus earlier
 * @param digits how many stand after the point
 * @returns the text
 * @example changeText({ low: -0.08, high: 0.2 }, 2) // "−0.08 to +0.20"
 */
export function changeText(change: Bounds, digits: number): string {
  return rangeText(change, (value) => signed(value, digits));
}

/**
 * What is shown of a count, in the words of the rule that coded it.
 * @param count bounds of a whole number
 * @param n of how many, exactly
 * @returns "at least" and "at most" where the count may be all or nobody
 * @example boundWords({ low: 10, high: 12 }, 12) // "at least 10 of 12"
 */
export function boundWords(count: Bounds, n: number): string {
  if (!isExact(count) && count.high === n) return `at least ${howMany(count.low)} of ${howMany(n)}`;
  if (!isExact(count) && count.low === 0) return `at most ${howMany(count.high)} of ${howMany(n)}`;
  return countOfText(count, n);
}

/**
 * Of 100 how many, without a sign.
 * @param share bounds, 0 to 1
 * @returns the text
 * @example per100Range({ low: 0.9, high: 1 }) // "90 to 100"
 */
export function per100Range(share: Bounds): string {
  return meanText(linearly(share, 100), 0);
}
