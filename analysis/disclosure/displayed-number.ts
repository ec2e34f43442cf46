/** The one precision in which means are shown: tenths. */

/** Tenths of a scale point: the step between two displayed means. */
const STEPS = 10;

/**
 * A fraction rounded as it is displayed: to tenths, halves up. Whole numbers in, so that no rounding error
 * of the machine decides.
 *
 * @param numerator a whole number
 * @param denominator a positive whole number
 * @returns the rounded quotient
 * @example displayed(7, 2); // 3.5
 */
export function displayed(numerator: number, denominator: number): number {
  return Math.round((numerator * STEPS) / denominator) / STEPS;
}

/**
 * A fraction rounded down to tenths.
 *
 * @param numerator a whole number
 * @param denominator a positive whole number
 * @returns the largest displayable number that is not above the quotient
 * @example displayedBelow(18, 4); // 4.5
 */
export function displayedBelow(numerator: number, denominator: number): number {
  return Math.floor((numerator * STEPS) / denominator) / STEPS;
}

/**
 * A fraction rounded up to tenths.
 *
 * @param numerator a whole number
 * @param denominator a positive whole number
 * @returns the smallest displayable number that is not below the quotient
 * @example displayedAbove(5, 3); // 1.7
 */
export function displayedAbove(numerator: number, denominator: number): number {
  return Math.ceil((numerator * STEPS) / denominator) / STEPS;
}

/**
 * A displayed number as whole tenths, for exact sums.
 *
 * @param mean a number in tenths
 * @returns the whole number of tenths
 * @example inSteps(4.3); // 43
 */
export function inSteps(mean: number): number {
  return Math.round(mean * STEPS);
}

/**
 * The mean of displayed numbers, displayed.
 *
 * @param steps sum of the numbers in tenths, see inSteps
 * @param count how many they are, positive
 * @returns their mean, rounded to tenths, halves up
 * @example meanOfSteps(43 + 40, 2); // 4.2
 */
export function meanOfSteps(steps: number, count: number): number {
  return Math.round(steps / count) / STEPS;
}
