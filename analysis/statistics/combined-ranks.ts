/** Two samples put in one order: how many of the first lie below, at and above each value of the second, and back. */
import { eachValue, type FrequencyTable, mergeTables } from "./frequency-table.ts";
import { midranks } from "./midranks.ts";

/** One distinct value of either sample. */
export interface CombinedValue {
  readonly value: number;
  readonly first: number;
  readonly second: number;
  /** Midrank among both samples together. */
  readonly rank: number;
  /** How many of the first (second) sample lie below this value. */
  readonly firstBelow: number;
  readonly secondBelow: number;
}

/**
 * Both samples' distinct values in ascending order with their counts and ranks.
 * @param first the first sample
 * @param second the second sample
 * @returns one a distinct value
 * @see midranks over both samples
 * @example combineRanks(countAnswers([1, 2]), countAnswers([2]))[1].rank // 2.5
 */
export function combineRanks(first: FrequencyTable, second: FrequencyTable): CombinedValue[] {
  const all = mergeTables([first, second]);
  const ranks = midranks(all);
  const inFirst = new Map<number, number>();
  const inSecond = new Map<number, number>();
  eachValue(first, (value, count) => inFirst.set(value, count));
  eachValue(second, (value, count) => inSecond.set(value, count));
  let firstBelow = 0;
  let secondBelow = 0;
  return all.values.map((value, i) => {
    const one = {
      value,
      first: inFirst.get(value) ?? 0,
      second: inSecond.get(value) ?? 0,
      rank: ranks[i] ?? 0,
      firstBelow,
      secondBelow,
    };
    firstBelow += one.first;
    secondBelow += one.second;
    return one;
  });
}

/**
 * How often an answer of the second sample is above one of the first, ties counting half (the U statistic).
 * @param combined both samples in one order
 * @returns U of the second sample
 * @see Mann and Whitney (1947)
 * @example countHigher(combineRanks(countAnswers([1]), countAnswers([2]))) // 1
 */
export function countHigher(combined: readonly CombinedValue[]): number {
  return combined.reduce((sum, one) => sum + one.second * (one.firstBelow + one.first / 2), 0);
}
