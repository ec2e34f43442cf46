/** The counting pass: two score columns become frequency tables, and a cross table where persons are linked. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import type { LinkedWaves } from "../statistics/paired-table.ts";
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

/** Cross tables up to this many cells are counted in an array, larger ones, and those hardly filled, not at all. */
const MOST_CELLS = 1 << 22;
const CELLS_A_PAIR = 8;

/** Counts by id; what is 0 or less stands in the first place. */
function countIds({ ids, values }: ScoreColumn, rows: Uint32Array | undefined): Uint32Array {
  const counts = new Uint32Array(Math.max(256, values.length));
  if (ids instanceof Int8Array) countAnswers(counts, ids, rows);
  else countScores(counts, ids, rows);
  for (let id = values.length; id < counts.length; id += 1) counts[0] = (counts[0] ?? 0) + (counts[id] ?? 0);
  return counts.subarray(0, values.length);
}

/** One loop for each sort of column: engines make fast code of a loop that sees one sort only. */
function countAnswers(counts: Uint32Array, ids: Int8Array, rows: Uint32Array | undefined): void {
  const n = rows === undefined ? ids.length : rows.length;
  for (let i = 0; i < n; i += 1) {
    const id = (ids[rows === undefined ? i : (rows[i] ?? 0)] ?? 0) & 255;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

function countScores(counts: Uint32Array, ids: Uint16Array, rows: Uint32Array | undefined): void {
  const n = rows === undefined ? ids.length : rows.length;
  for (let i = 0; i < n; i += 1) {
    const id = ids[rows === undefined ? i : (rows[i] ?? 0)] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
  }
}

/** A frequency table from counts by id. */
function tableOf(counts: ArrayLike<number>, scores: readonly number[]): FrequencyTable {
  const values: number[] = [];
  const found: number[] = [];
  let n = 0;
  let ascending = true;
  for (let id = 1; id < counts.length; id += 1) {
    const count = counts[id] ?? 0;
    if (count === 0) continue;
    const value = scores[id] ?? 0;
    if (n > 0 && value < (values[values.length - 1] ?? 0)) ascending = false;
    values.push(value);
    found.push(count);
    n += count;
  }
  const table = { values, counts: found, n, missing: counts[0] ?? 0 };
  return ascending ? table : sorted(table);
}

function sorted(table: FrequencyTable): FrequencyTable {
  const order = table.values.map((_, place) => place);
  order.sort((one, other) => (table.values[one] ?? 0) - (table.values[other] ?? 0));
  return {
    ...table,
    values: order.map((place) => table.values[place] ?? 0),
    counts: order.map((place) => table.counts[place] ?? 0),
  };
}

/** Pairs of ids above 0 and how often each occurs; a pair may come again. */
export interface IdPairs {
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** What is crossed: ids above 0 stand for scores. */
interface Crossed<Ids> {
  readonly before: Ids;
  readonly after: Ids;
  /** Cells from one id of the first wave to the next. */
  readonly width: number;
}

/**
 * Counts the linked persons' pairs of ids.
 * @param before the scores of the first wave
 * @param after the scores of the second wave
 * @param pairs the linked rows
 * @returns the pairs of ids
 * @example crossCount(first, second, pairs).counts.length
 */
export function crossCount(before: ScoreColumn, after: ScoreColumn, pairs: RowPairs): IdPairs {
  const width = after.values.length + 1;
  const cells = (before.values.length + 1) * width;
  if (!isDense(cells, pairs.before.length)) return everyPair({ before, after }, pairs);
  const counts = new Uint32Array(cells);
  if (before.ids instanceof Int8Array && after.ids instanceof Int8Array) {
    crossAnswers(counts, { before: before.ids, after: after.ids, width }, pairs);
  } else if (before.ids instanceof Uint16Array && after.ids instanceof Uint16Array) {
    crossScores(counts, { before: before.ids, after: after.ids, width }, pairs);
  } else {
    return everyPair({ before, after }, pairs);
  }
  return pairsOfCells(counts, width, 1);
}

/**
 * The pairs of a cross table.
 * @param cells the table, row by row
 * @param width cells of a row
 * @param offset the row, and the place in a row, of the id 0
 * @returns the pairs of ids above 0 that occur
 * @example pairsOfCells(Uint32Array.of(0, 0, 0, 7), 2, 0) // before [1], after [1], counts [7]
 */
export function pairsOfCells(cells: Uint32Array, width: number, offset: number): IdPairs {
  let found = 0;
  for (let cell = 0; cell < cells.length; cell += 1) if ((cells[cell] ?? 0) > 0) found += 1;
  const before = new Uint32Array(found);
  const after = new Uint32Array(found);
  const counts = new Uint32Array(found);
  let at = 0;
  for (let first = 1; (first + offset) * width < cells.length; first += 1) {
    const row = (first + offset) * width + offset;
    for (let second = 1; second + offset < width; second += 1) {
      const count = cells[row + second] ?? 0;
      if (count === 0) continue;
      before[at] = first;
      after[at] = second;
      counts[at] = count;
      at += 1;
    }
  }
  return { before: before.subarray(0, at), after: after.subarray(0, at), counts: counts.subarray(0, at) };
}

/** Ids from −1 on are counted at id + 1. One loop for each sort of column, as above. */
function crossAnswers(
  counts: Uint32Array,
  { before, after, width }: Crossed<Int8Array>,
  { before: first, after: second }: RowPairs,
): void {
  for (let i = 0; i < first.length; i += 1) {
    const cell = ((before[first[i] ?? 0] ?? 0) + 1) * width + (after[second[i] ?? 0] ?? 0) + 1;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

function crossScores(
  counts: Uint32Array,
  { before, after, width }: Crossed<Uint16Array>,
  { before: first, after: second }: RowPairs,
): void {
  for (let i = 0; i < first.length; i += 1) {
    const cell = ((before[first[i] ?? 0] ?? 0) + 1) * width + (after[second[i] ?? 0] ?? 0) + 1;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

/** Where hardly any pair occurs twice, each person is a pair: counting would cost more than it saves. */
function everyPair(
  { before, after }: { readonly before: ScoreColumn; readonly after: ScoreColumn },
  pairs: RowPairs,
): IdPairs {
  const linked = pairs.before.length;
  const first = new Uint16Array(linked);
  const second = new Uint16Array(linked);
  let at = 0;
  for (let i = 0; i < linked; i += 1) {
    const one = before.ids[pairs.before[i] ?? 0] ?? 0;
    const two = after.ids[pairs.after[i] ?? 0] ?? 0;
    if (one <= 0 || two <= 0) continue;
    first[at] = one;
    second[at] = two;
    at += 1;
  }
  return {
    before: first.subarray(0, at),
    after: second.subarray(0, at),
    counts: new Uint8Array(at).fill(1),
  };
}

/** Counts by id in both waves, and the score of each id; the first stands for nothing. */
export interface IdCounts {
  readonly before: { readonly counts: ArrayLike<number>; readonly values: readonly number[] };
  readonly after: { readonly counts: ArrayLike<number>; readonly values: readonly number[] };
}

/**
 * Whether a cross table is counted in an array.
 * @param cells the table's size
 * @param pairs how many linked persons
 * @returns false when it is too large, or would hardly be filled
 * @example isDense(2500, 80_000)
 */
export function isDense(cells: number, pairs: number): boolean {
  return cells <= Math.min(MOST_CELLS, Math.max(4096, pairs * CELLS_A_PAIR));
}

/**
 * Makes the tables of counted ids.
 * @param ids how often each id occurs in each wave
 * @param pairs the linked persons' pairs of ids; absent when nobody is linked
 * @returns frequency tables of both waves; with pairs also the cross table and those who answered once
 * @example tablesOfIds({ before: first, after: second }, undefined).before.n
 */
export function tablesOfIds({ before, after }: IdCounts, pairs: IdPairs | undefined): CountedWaves {
  const tables = {
    before: tableOf(before.counts, before.values),
    after: tableOf(after.counts, after.values),
  };
  if (pairs === undefined) return tables;
  const beforeOnly = Float64Array.from(before.counts);
  const afterOnly = Float64Array.from(after.counts);
  const length = pairs.counts.length;
  const first = new Float64Array(length);
  const second = new Float64Array(length);
  const counts = new Float64Array(length);
  let n = 0;
  for (let i = 0; i < length; i += 1) {
    const one = pairs.before[i] ?? 0;
    const two = pairs.after[i] ?? 0;
    const count = pairs.counts[i] ?? 0;
    first[i] = before.values[one] ?? 0;
    second[i] = after.values[two] ?? 0;
    counts[i] = count;
    n += count;
    beforeOnly[one] = (beforeOnly[one] ?? 0) - count;
    afterOnly[two] = (afterOnly[two] ?? 0) - count;
  }
  return {
    ...tables,
    linked: {
      linked: { before: first, after: second, counts, n },
      all: tables,
      beforeOnly: tableOf(beforeOnly, before.values),
      afterOnly: tableOf(afterOnly, after.values),
    },
  };
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
  const ids = {
    before: { counts: countIds(before, selection.before), values: before.values },
    after: { counts: countIds(after, selection.after), values: after.values },
  };
  const { pairs } = selection;
  return tablesOfIds(ids, pairs && crossCount(before, after, pairs));
}
