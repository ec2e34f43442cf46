/** Hodges-Lehmann estimates: the median of all pairwise means or differences. */
import { eachValue, type FrequencyTable } from "./frequency-table.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { median } from "./quantile.ts";

/** A frequency table of weighted values that may repeat. */
function weighted(values: ReadonlyMap<number, number>): FrequencyTable {
  const pairs = [...values].sort((one, two) => one[0] - two[0]);
  const n = pairs.reduce((sum, [, count]) => sum + count, 0);
  return { values: pairs.map(([value]) => value), counts: pairs.map(([, count]) => count), n, missing: 0 };
}

/**
 * The pseudomedian of one sample, such as of the changes of linked persons.
 * The cost grows with the square of the number of distinct values, not of persons.
 * @param table the values; drop the zeros beforehand for the estimate that belongs to the zero-dropping test
 * @returns the median of all means (x_i + x_j) / 2 with i ≤ j, or "no-answers"
 * @see Hodges and Lehmann (1963)
 * @example pseudomedian(changes(table))
 */
export function pseudomedian(table: FrequencyTable): Outcome<{ readonly estimate: number }> {
  if (table.n === 0) return notComputed("no-answers");
  const walsh = new Map<number, number>();
  const add = (value: number, count: number): void => {
    if (count > 0) walsh.set(value, (walsh.get(value) ?? 0) + count);
  };
  table.values.forEach((value, i) => {
    const count = table.counts[i] ?? 0;
    add(value, (count * (count + 1)) / 2);
    for (let j = 0; j < i; j += 1) add((value + (table.values[j] ?? 0)) / 2, count * (table.counts[j] ?? 0));
  });
  return { computed: true, estimate: median(weighted(walsh)) };
}

/**
 * The shift between two samples: the median of all differences second − first.
 * @param first the first sample
 * @param second the second sample
 * @returns the median difference, or "no-answers" when a sample is empty
 * @see Hodges and Lehmann (1963)
 * @example medianShift(countAnswers([1, 2]), countAnswers([3, 4])).estimate // 2
 */
export function medianShift(
  first: FrequencyTable,
  second: FrequencyTable,
): Outcome<{ readonly estimate: number }> {
  if (first.n === 0 || second.n === 0) return notComputed("no-answers");
  const differences = new Map<number, number>();
  eachValue(second, (high, many) => {
    eachValue(first, (low, few) => {
      const difference = high - low;
      differences.set(difference, (differences.get(difference) ?? 0) + many * few);
    });
  });
  return { computed: true, estimate: median(weighted(differences)) };
}

/**
 * The values of a table without its zeros.
 * @param table the values
 * @returns the others
 * @example withoutZeros(countAnswers([0, 1])).n // 1
 */
export function withoutZeros(table: FrequencyTable): FrequencyTable {
  const counts = new Map<number, number>();
  eachValue(table, (value, count) => {
    if (value !== 0) counts.set(value, count);
  });
  return weighted(counts);
}
