/** Ranks of a frequency table: equal answers share the mean of their places. */
import type { FrequencyTable } from "./frequency-table.ts";

/**
 * The midrank of each value.
 * @param table the answers
 * @returns one a value of the table, in its order; ranks begin at 1
 * @see ties share the mean rank
 * @example midranks(countAnswers([1, 1, 5])) // 1.5, 3
 */
export function midranks(table: FrequencyTable): number[] {
  let passed = 0;
  return table.counts.map((count) => {
    const rank = passed + (count + 1) / 2;
    passed += count;
    return rank;
  });
}

/**
 * One entry a person instead of one a value.
 * @param ranks one a value
 * @param counts how many persons share it
 * @returns one a person
 * @example repeatEach([1.5, 3], [2, 1]) // 1.5, 1.5, 3
 */
export function repeatEach(ranks: readonly number[], counts: readonly number[]): number[] {
  return ranks.flatMap((rank, i) => new Array<number>(counts[i] ?? 0).fill(rank));
}
