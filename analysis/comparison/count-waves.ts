/** The counting pass: two score columns become frequency tables, and a cross table where persons are linked. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import type { LinkedWaves, PairedTable } from "../statistics/paired-table.ts";
import type { ScoreColumn } from "./score-column.ts";

/** Rows of the same persons: before[i] and after[i] are one person. Kept outside datasets, which know no persons. */
export interface RowPairs {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/** Which rows take part. */
export interface RowSelection {
  /** All rows when absent. */
  readonly before?: Uint32Array;
  readonly after?: Uint32Array;
  /** Pairs whose rows both take part; absent when nobody is linked. */
  readonly pairs?: RowPairs;
}

/** Everything the statistics need of two waves. */
export interface CountedWaves {
  readonly before: FrequencyTable;
  readonly after: FrequencyTable;
  /** Absent when the waves are not linked. */
  readonly linked?: LinkedWaves;
}

/** A paired table while it is being filled. */
interface Pairs {
  readonly before: number[];
  readonly after: number[];
  readonly counts: number[];
  n: number;
}

/** Cross tables up to this many cells are counted in an array, larger ones in a map. */
const MOST_CELLS = 1 << 22;

function countIds({ ids, values }: ScoreColumn, rows: Uint32Array | undefined): Uint32Array {
  const counts = new Uint32Array(values.length);
  if (rows === undefined) {
    for (let row = 0; row < ids.length; row += 1) add(counts, ids[row] ?? 0);
  } else {
    for (let i = 0; i < rows.length; i += 1) add(counts, ids[rows[i] ?? 0] ?? 0);
  }
  return counts;
}

function add(counts: Uint32Array, id: number): void {
  const place = Math.max(id, 0);
  counts[place] = (counts[place] ?? 0) + 1;
}

/** A frequency table from counts by id. */
function tableOf(counts: ArrayLike<number>, values: readonly number[]): FrequencyTable {
  const pairs: (readonly [number, number])[] = [];
  let n = 0;
  for (let id = 1; id < counts.length; id += 1) {
    const count = counts[id] ?? 0;
    if (count > 0) pairs.push([values[id] ?? 0, count]);
    n += count;
  }
  pairs.sort((one, other) => one[0] - other[0]);
  return {
    values: pairs.map(([value]) => value),
    counts: pairs.map(([, count]) => count),
    n,
    missing: counts[0] ?? 0,
  };
}

/** Calls back with each pair of ids that occurs, and how often. */
function crossCount(
  before: ScoreColumn,
  after: ScoreColumn,
  pairs: RowPairs,
  visit: (first: number, second: number, count: number) => void,
): void {
  const width = after.values.length;
  const cells = before.values.length * width;
  if (cells <= MOST_CELLS) {
    const counts = new Uint32Array(cells);
    for (let i = 0; i < pairs.before.length; i += 1) {
      const first = before.ids[pairs.before[i] ?? 0] ?? 0;
      const second = after.ids[pairs.after[i] ?? 0] ?? 0;
      if (first > 0 && second > 0) counts[first * width + second] = (counts[first * width + second] ?? 0) + 1;
    }
    for (let cell = 0; cell < cells; cell += 1) {
      const count = counts[cell] ?? 0;
      if (count > 0) visit(Math.floor(cell / width), cell % width, count);
    }
    return;
  }
  const counts = new Map<number, number>();
  for (let i = 0; i < pairs.before.length; i += 1) {
    const first = before.ids[pairs.before[i] ?? 0] ?? 0;
    const second = after.ids[pairs.after[i] ?? 0] ?? 0;
    if (first <= 0 || second <= 0) continue;
    counts.set(first * width + second, (counts.get(first * width + second) ?? 0) + 1);
  }
  for (const [cell, count] of counts) visit(Math.floor(cell / width), cell % width, count);
}

/**
 * Counts one measure in two waves. The cost of everything after this does not depend on the number of answers.
 * @param before the scores of the first wave
 * @param after the scores of the second wave
 * @param selection which rows take part, and which of them are the same persons
 * @returns frequency tables of both waves; with pairs also the cross table and those who answered once
 * @example countWaves(itemScores(first), itemScores(second), {}).before.n
 */
export function countWaves(before: ScoreColumn, after: ScoreColumn, selection: RowSelection): CountedWaves {
  const first = countIds(before, selection.before);
  const second = countIds(after, selection.after);
  const tables = { before: tableOf(first, before.values), after: tableOf(second, after.values) };
  if (selection.pairs === undefined) return tables;
  const linked: Pairs = { before: [], after: [], counts: [], n: 0 };
  const beforeOnly = Float64Array.from(first);
  const afterOnly = Float64Array.from(second);
  crossCount(before, after, selection.pairs, (one, two, count) => {
    linked.before.push(before.values[one] ?? 0);
    linked.after.push(after.values[two] ?? 0);
    linked.counts.push(count);
    linked.n += count;
    beforeOnly[one] = (beforeOnly[one] ?? 0) - count;
    afterOnly[two] = (afterOnly[two] ?? 0) - count;
  });
  const table: PairedTable = linked;
  return {
    ...tables,
    linked: {
      linked: table,
      beforeOnly: tableOf(beforeOnly, before.values),
      afterOnly: tableOf(afterOnly, after.values),
    },
  };
}
