/** Mean, variance and standard deviation of a frequency table. */
import { eachValue, type FrequencyTable } from "./frequency-table.ts";

/** The sum of f(value) × count over a table. */
function total(table: FrequencyTable, f: (value: number) => number): number {
  let result = 0;
  eachValue(table, (value, count) => {
    result += count * f(value);
  });
  return result;
}

/**
 * The sum of all answers. Missing answers take no part.
 * @param table answers
 * @returns Σ f x, exact for whole numbers; 0 when nobody answered
 * @example sum(countAnswers([2, 4, 4])) // 10
 */
export function sum({ values, counts }: FrequencyTable): number {
  let result = 0;
  for (let i = 0; i < values.length; i += 1) result += (counts[i] ?? 0) * (values[i] ?? 0);
  return result;
}

/**
 * The arithmetic mean. Missing answers take no part.
 * @param table answers, at least one
 * @returns the mean
 * @throws RangeError when nobody answered
 * @see x̄ = Σ f x / n, corrected by the mean residual
 * @example mean(countAnswers([2, 4])) // 3
 */
export function mean(table: FrequencyTable): number {
  if (table.n === 0) throw new RangeError("mean requires at least one answer");
  const { values, counts, n } = table;
  const first = sum(table) / n;
  let residual = 0;
  for (let i = 0; i < values.length; i += 1) residual += (counts[i] ?? 0) * ((values[i] ?? 0) - first);
  return first + residual / n;
}

/**
 * The mean of (value − centre) to a power.
 * @param table answers, at least one
 * @param centre what to measure from
 * @param power the power
 * @returns the moment, divided by n
 * @throws RangeError when nobody answered
 * @example momentAbout(table, mean(table), 2) // population variance
 */
export function momentAbout(table: FrequencyTable, centre: number, power: number): number {
  if (table.n === 0) throw new RangeError("momentAbout requires at least one answer");
  return total(table, (value) => (value - centre) ** power) / table.n;
}

/**
 * The sum of squared deviations from the mean.
 * @param table answers, at least one
 * @returns Σ f (x − x̄)², 0 or more
 * @throws RangeError when nobody answered
 * @example sumOfSquares(countAnswers([2, 4])) // 2
 */
export function sumOfSquares(table: FrequencyTable): number {
  if (table.values.length === 1) return 0;
  const centre = mean(table);
  const { values, counts } = table;
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) {
    const deviation = (values[i] ?? 0) - centre;
    squares += (counts[i] ?? 0) * (deviation * deviation);
  }
  return squares;
}

/**
 * The sample variance (divided by n − 1).
 * @param table answers, at least two
 * @returns the variance, 0 or more
 * @throws RangeError when fewer than two answered
 * @see s² = Σ f (x − x̄)² / (n − 1)
 * @example variance(countAnswers([2, 4])) // 2
 */
export function variance(table: FrequencyTable): number {
  if (table.n < 2) throw new RangeError("variance requires at least two answers");
  return sumOfSquares(table) / (table.n - 1);
}

/**
 * The sample standard deviation (divided by n − 1).
 * @param table answers, at least two
 * @returns the standard deviation
 * @throws RangeError when fewer than two answered
 * @see s = √s²
 * @example standardDeviation(countAnswers([2, 4])) // 1.4142135623730951
 */
export function standardDeviation(table: FrequencyTable): number {
  return Math.sqrt(variance(table));
}

/**
 * The mean absolute deviation from a centre.
 * @param table answers, at least one
 * @param centre what to measure from
 * @returns Σ f |x − centre| / n
 * @throws RangeError when nobody answered
 * @example meanAbsoluteDeviation(countAnswers([2, 4]), 3) // 1
 */
export function meanAbsoluteDeviation(table: FrequencyTable, centre: number): number {
  if (table.n === 0) throw new RangeError("meanAbsoluteDeviation requires at least one answer");
  return total(table, (value) => Math.abs(value - centre)) / table.n;
}
