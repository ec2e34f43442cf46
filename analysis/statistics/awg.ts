/** a_wg: agreement compared with the largest variance possible at the observed mean. */
import type { FrequencyTable } from "./frequency-table.ts";
import { mean, variance } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/**
 * a_wg of one item. Sample variance (n − 1); missing answers take no part.
 * @param table the raters' answers about one target
 * @param lowest the lowest point of the item
 * @param highest the highest point of the item
 * @returns the agreement from −1 to 1; "too-few-answers" below two raters, "no-variance" when all chose an end point
 * @throws RangeError when the highest point is not above the lowest
 * @see Brown and Hauenstein (2005): 1 − 2 s² / (((H + L) M − M² − H L) n / (n − 1))
 * @example awg(countAnswers([4, 4, 5]), 1, 5)
 */
export function awg(
  table: FrequencyTable,
  lowest: number,
  highest: number,
): Outcome<{ readonly awg: number }> {
  if (!(highest > lowest)) throw new RangeError("awg requires a highest point above the lowest");
  if (table.n < 2) return notComputed("too-few-answers");
  const centre = mean(table);
  const largest = (highest - centre) * (centre - lowest) * (table.n / (table.n - 1));
  return largest > 0
    ? { computed: true, awg: 1 - (2 * variance(table)) / largest }
    : notComputed("no-variance");
}
