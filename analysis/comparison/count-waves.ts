/** The counting pass: two score columns become frequency tables, and a cross table where persons are linked. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import type { LinkedWaves, PairedTable } from "../statistics/paired-table.ts";
import type { ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

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

/** Counts by id; what is no score stands in the first place. */
function countIds({ keys, idOf, values }: ScoreColumn, rows: Uint32Array | undefined): Uint32Array {
  const ofKeys = new Uint32Array(idOf.length);
  if (keys instanceof Int8Array) countAnswers(ofKeys, keys, rows);
  else countKeys(ofKeys, keys, rows);
  const counts = new Uint32Array(values.length);
  for (let key = 0; key < ofKeys.length; key += 1) {
    const id = idOf[key] ?? 0;
    counts[id] = (counts[id] ?? 0) + (ofKeys[key] ?? 0);
  }
  return counts;
}

/** One loop for each sort of column: engines make fast code of a loop that sees one sort only. */
function countAnswers(counts: Uint32Array, keys: Int8Array, rows: Uint32Array | undefined): void {
  const n = rows === undefined ? keys.length : rows.length;
  for (let i = 0; i < n; i += 1) {
    const key = (keys[rows === undefined ? i : (rows[i] ?? 0)] ?? 0) & 255;
    counts[key] = (counts[key] ?? 0) + 1;
  }
}

function countKeys(counts: Uint32Array, keys: Uint16Array, rows: Uint32Array | undefined): void {
  const n = rows === undefined ? keys.length : rows.length;
  for (let i = 0; i < n; i += 1) {
    const key = keys[rows === undefined ? i : (rows[i] ?? 0)] ?? 0;
    counts[key] = (counts[key] ?? 0) + 1;
  }
}

/** A frequency table from counts by id. */
function tableOf(counts: Uint32Array, scores: readonly number[]): FrequencyTable {
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
  readonly before: Uint32Array;
  readonly after: Uint32Array;
  readonly counts: Uint32Array;
}

/** The columns that are crossed. */
interface Crossed {
  readonly before: ScoreColumn;
  readonly after: ScoreColumn;
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
  const width = after.values.length;
  const cells = before.values.length * width;
  if (!isDense(cells, pairs.before.length)) return everyPair({ before, after }, pairs);
  const counts = new Uint32Array(cells);
  if (before.keys instanceof Uint16Array && after.keys instanceof Uint16Array) {
    crossKeys(counts, { before, after }, pairs);
  } else {
    crossIds(counts, { before, after }, pairs);
  }
  return pairsOfCells(counts, width, pairs.before.length);
}

/**
 * The pairs of a cross table.
 * @param cells the table, row by row
 * @param width cells of a row
 * @param persons how many were counted, or more
 * @returns the pairs of ids above 0 that occur
 * @example pairsOfCells(Uint32Array.of(0, 0, 0, 7), 2, 7) // before [1], after [1], counts [7]
 */
export function pairsOfCells(cells: Uint32Array, width: number, persons: number): IdPairs {
  const room = Math.min(cells.length, persons);
  const [before, after, counts] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
  let at = 0;
  for (let first = 1; first * width < cells.length; first += 1) {
    for (let second = 1; second < width; second += 1) {
      const count = cells[first * width + second] ?? 0;
      if (count === 0) continue;
      before[at] = first;
      after[at] = second;
      counts[at] = count;
      at += 1;
    }
  }
  return {
    before: before.subarray(0, at),
    after: after.subarray(0, at),
    counts: counts.subarray(0, at),
  };
}

/** One loop for the keys of scales, as above. */
function crossKeys(counts: Uint32Array, { before, after }: Crossed, pairs: RowPairs): void {
  const { keys: k1, idOf: id1 } = before;
  const { keys: k2, idOf: id2 } = after;
  const { before: first, after: second } = pairs;
  const width = after.values.length;
  for (let i = 0; i < first.length; i += 1) {
    const one = id1[k1[first[i] ?? 0] ?? 0] ?? 0;
    const two = id2[k2[second[i] ?? 0] ?? 0] ?? 0;
    const cell = Math.imul(one, width) + two;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

function crossIds(counts: Uint32Array, { before, after }: Crossed, pairs: RowPairs): void {
  const width = after.values.length;
  for (let i = 0; i < pairs.before.length; i += 1) {
    const cell = idAt(before, pairs.before[i] ?? 0) * width + idAt(after, pairs.after[i] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}

/** Where hardly any pair occurs twice, each person is a pair: counting would cost more than it saves. */
function everyPair({ before, after }: Crossed, pairs: RowPairs): IdPairs {
  const first = idsOf(before, pairs.before);
  const second = idsOf(after, pairs.after);
  let at = 0;
  for (let i = 0; i < first.length; i += 1) {
    const one = first[i] ?? 0;
    const two = second[i] ?? 0;
    if (one === 0 || two === 0) continue;
    first[at] = one;
    second[at] = two;
    at += 1;
  }
  return {
    before: first.subarray(0, at),
    after: second.subarray(0, at),
    counts: new Uint32Array(at).fill(1),
  };
}

function idsOf({ keys, idOf }: ScoreColumn, rows: Uint32Array): Uint32Array {
  const ids = new Uint32Array(rows.length);
  const mask = keys instanceof Int8Array ? 0xff : 0xffff;
  for (let i = 0; i < rows.length; i += 1) ids[i] = idOf[(keys[rows[i] ?? 0] ?? 0) & mask] ?? 0;
  return ids;
}

/** Counts by id in both waves, and the score of each id; the first stands for nothing. */
export interface IdCounts {
  readonly before: {
    readonly counts: Uint32Array;
    readonly values: readonly number[];
  };
  readonly after: {
    readonly counts: Uint32Array;
    readonly values: readonly number[];
  };
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
  const beforeOnly = before.counts.slice();
  const afterOnly = after.counts.slice();
  const linked = linkedTable({ before, after }, pairs);
  for (let i = 0; i < pairs.counts.length; i += 1) {
    const one = pairs.before[i] ?? 0;
    const two = pairs.after[i] ?? 0;
    const count = pairs.counts[i] ?? 0;
    beforeOnly[one] = (beforeOnly[one] ?? 0) - count;
    afterOnly[two] = (afterOnly[two] ?? 0) - count;
  }
  return {
    ...tables,
    linked: {
      linked,
      all: tables,
      beforeOnly: tableOf(beforeOnly, before.values),
      afterOnly: tableOf(afterOnly, after.values),
    },
  };
}

/** The scores of each pair. */
function linkedTable({ before, after }: IdCounts, pairs: IdPairs): PairedTable {
  const length = pairs.counts.length;
  const first = new Float64Array(length);
  const second = new Float64Array(length);
  let n = 0;
  for (let i = 0; i < length; i += 1) {
    first[i] = before.values[pairs.before[i] ?? 0] ?? 0;
    second[i] = after.values[pairs.after[i] ?? 0] ?? 0;
    n += pairs.counts[i] ?? 0;
  }
  return { before: first, after: second, counts: pairs.counts, n };
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
    before: {
      counts: countIds(before, selection.before),
      values: before.values,
    },
    after: { counts: countIds(after, selection.after), values: after.values },
  };
  const { pairs } = selection;
  return tablesOfIds(ids, pairs && crossCount(before, after, pairs));
}
