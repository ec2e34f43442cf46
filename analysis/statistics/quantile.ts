/** Quantiles of a frequency table, as R's type 7. */
import type { FrequencyTable } from "./frequency-table.ts";

/** The value at a place (from 0) of the sorted answers. */
function valueAt(table: FrequencyTable, place: number): number {
  let passed = 0;
  for (let i = 0; i < table.values.length; i += 1) {
    passed += table.counts[i] ?? 0;
    if (place < passed) return table.values[i] ?? 0;
  }
  return table.values[table.values.length - 1] ?? 0;
}

/**
 * A quantile, interpolated between neighbours (type 7). Missing answers take no part.
 * @param table answers, at least one
 * @param probability 0 to 1
 * @returns the quantile
 * @throws RangeError when nobody answered or the probability is outside 0 to 1
 * @see Hyndman and Fan (1996), definition 7: place (n − 1) p
 * @example quantile(countAnswers([1, 2, 3, 4]), 0.25) // 1.75
 */
export function quantile(table: FrequencyTable, probability: number): number {
  if (table.n === 0) throw new RangeError("quantile requires at least one answer");
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError("quantile requires a probability from 0 to 1");
  const place = (table.n - 1) * probability;
  const below = Math.floor(place);
  const low = valueAt(table, below);
  const high = valueAt(table, Math.ceil(place));
  return low + (place - below) * (high - low);
}

/**
 * The median: the middle answer, or the mean of the two in the middle.
 * @param table answers, at least one
 * @returns the median
 * @throws RangeError when nobody answered
 * @see Hyndman and Fan (1996), definition 7 at ½
 * @example median(countAnswers([1, 2, 10])) // 2
 */
export function median(table: FrequencyTable): number {
  return quantile(table, 0.5);
}
