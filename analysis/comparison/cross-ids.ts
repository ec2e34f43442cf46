/** Linked persons' ids before and after: counted in a table where it is filled, else one person after the other. */
import type { PairedTable } from "../statistics/paired-table.ts";
import type { RowPairs } from "./link-rows.ts";
import type { ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

/** How often each two ids occur, row by row; the first row and column are those without a score. */
export interface IdCells {
  readonly cells: Uint32Array;
  readonly width: number;
}

/** The ids of each person; 0 is no score. */
interface IdPairs {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/** The ids of linked persons. */
export type CrossedIds = IdCells | IdPairs;

/** The columns that are crossed. */
export interface ScoredWaves {
  readonly before: ScoreColumn;
  readonly after: ScoreColumn;
}

/** Something of each id, in both waves. */
export interface OfIds<Values> {
  readonly before: Values;
  readonly after: Values;
}

/** Tables of more cells, and those hardly filled, would cost more than they save. */
const MOST_CELLS = 1 << 22;
const CELLS_A_PAIR = 8;

/**
 * Room to count several lists of linked persons.
 * @param waves the scores of both waves
 * @param lists the persons of each list
 * @returns one empty table a list; undefined when they would hardly be filled
 * @example emptyCells({ before, after }, [pairs])?.[0]?.cells.length
 */
export function emptyCells(
  { before, after }: ScoredWaves,
  lists: readonly RowPairs[],
): readonly IdCells[] | undefined {
  const width = after.values.length;
  const size = before.values.length * width;
  const persons = lists.reduce((sum, pairs) => sum + pairs.before.length, 0);
  if (size * lists.length > Math.min(MOST_CELLS, persons * CELLS_A_PAIR)) return undefined;
  const all = new Uint32Array(size * lists.length);
  return lists.map((_, place) => ({ cells: all.subarray(place * size, (place + 1) * size), width }));
}

/**
 * The ids of several lists of linked persons.
 * @param waves the scores of both waves
 * @param lists the persons of each list
 * @returns their ids, for all lists in the same form
 * @example crossIds({ before, after }, [pairs])[0]
 */
export function crossIds(waves: ScoredWaves, lists: readonly RowPairs[]): readonly CrossedIds[] {
  const tables = emptyCells(waves, lists);
  if (tables === undefined) return listIds(waves, lists);
  lists.forEach((pairs, place) => {
    const cells = tables[place]?.cells ?? new Uint32Array();
    if (waves.before.keys instanceof Uint16Array && waves.after.keys instanceof Uint16Array) {
      countKeys(cells, waves, pairs);
    } else {
      countAnswers(cells, waves, pairs);
    }
  });
  return tables;
}

/** One loop for each sort of column: engines make fast code of a loop that sees one sort only. */
function countKeys(cells: Uint32Array, { before, after }: ScoredWaves, pairs: RowPairs): void {
  const { keys: k1, idOf: id1 } = before;
  const { keys: k2, idOf: id2 } = after;
  const { before: first, after: second } = pairs;
  const width = after.values.length;
  for (let i = 0; i < first.length; i += 1) {
    const one = id1[k1[first[i] ?? 0] ?? 0] ?? 0;
    const two = id2[k2[second[i] ?? 0] ?? 0] ?? 0;
    const cell = Math.imul(one, width) + two;
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}

function countAnswers(cells: Uint32Array, { before, after }: ScoredWaves, pairs: RowPairs): void {
  const width = after.values.length;
  for (let i = 0; i < pairs.before.length; i += 1) {
    const cell = idAt(before, pairs.before[i] ?? 0) * width + idAt(after, pairs.after[i] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}

function listIds({ before, after }: ScoredWaves, lists: readonly RowPairs[]): readonly IdPairs[] {
  const first = idsOf(before, joined(lists.map((pairs) => pairs.before)));
  const second = idsOf(after, joined(lists.map((pairs) => pairs.after)));
  let end = 0;
  return lists.map((pairs) => {
    const start = end;
    end += pairs.before.length;
    return { before: first.subarray(start, end), after: second.subarray(start, end) };
  });
}

function idsOf({ keys, idOf }: ScoreColumn, rows: Uint32Array): Uint32Array {
  const ids = new Uint32Array(rows.length);
  const mask = keys instanceof Int8Array ? 0xff : 0xffff;
  for (let i = 0; i < rows.length; i += 1) ids[i] = idOf[(keys[rows[i] ?? 0] ?? 0) & mask] ?? 0;
  return ids;
}

/**
 * Several lists as one.
 * @param crossed lists of the same scores, all in the same form
 * @returns the ids of all; nobody's when there is no list
 * @example sumCrossed(crossIds(waves, [one, other]))
 */
export function sumCrossed(crossed: readonly CrossedIds[]): CrossedIds {
  const [only, further] = crossed;
  if (only !== undefined && further === undefined) return only;
  if (only !== undefined && "cells" in only) {
    const cells = new Uint32Array(only.cells.length);
    for (const one of crossed) if ("cells" in one) addCounts(cells, one.cells);
    return { cells, width: only.width };
  }
  const lists = crossed.flatMap((one) => ("cells" in one ? [] : [one]));
  return {
    before: joined(lists.map(({ before }) => before)),
    after: joined(lists.map(({ after }) => after)),
  };
}

/**
 * Adds counts to others.
 * @param sums what they are added to
 * @param counts as many or fewer
 * @returns nothing
 * @example addCounts(sums, Uint32Array.of(1, 2))
 */
export function addCounts(sums: Uint32Array, counts: Uint32Array): void {
  for (let i = 0; i < counts.length; i += 1) sums[i] = (sums[i] ?? 0) + (counts[i] ?? 0);
}

/** One list after the other; not copied where they are neighbours in memory. */
function joined(lists: readonly Uint32Array[]): Uint32Array {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  const [first] = lists;
  if (first !== undefined && lists.every((list, place) => isBehind(list, lists[place - 1]))) {
    return new Uint32Array(first.buffer, first.byteOffset, length);
  }
  const all = new Uint32Array(length);
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function isBehind({ buffer, byteOffset }: Uint32Array, last: Uint32Array | undefined): boolean {
  return last === undefined || (buffer === last.buffer && byteOffset === last.byteOffset + last.byteLength);
}

/**
 * Adds linked persons to the counts of both waves.
 * @param counts how often each id occurs among the others
 * @param crossed the linked persons
 * @returns nothing
 * @example addLinked({ before: first, after: second }, crossed)
 */
export function addLinked({ before, after }: OfIds<Uint32Array>, crossed: CrossedIds): void {
  if (!("cells" in crossed)) {
    for (const id of crossed.before) before[id] = (before[id] ?? 0) + 1;
    for (const id of crossed.after) after[id] = (after[id] ?? 0) + 1;
    return;
  }
  const { cells, width } = crossed;
  for (let one = 0, cell = 0; cell < cells.length; one += 1) {
    let sum = 0;
    for (let two = 0; two < width; two += 1, cell += 1) {
      const count = cells[cell] ?? 0;
      sum += count;
      after[two] = (after[two] ?? 0) + count;
    }
    before[one] = (before[one] ?? 0) + sum;
  }
}

/**
 * The scores of the linked persons who have one in both waves; they are taken out of the counts of everybody.
 * @param crossed the linked persons' ids
 * @param values the score of each id
 * @param counts how often each id occurs in each wave; what is left are those who have one score
 * @returns the pairs of scores; in the second form of ids a pair may come again
 * @example takeLinked(crossed, { before: values, after: values }, { before: first, after: second }).n
 */
export function takeLinked(
  crossed: CrossedIds,
  values: OfIds<Float64Array>,
  counts: OfIds<Uint32Array>,
): PairedTable {
  return "cells" in crossed ? takeCells(crossed, values, counts) : takePairs(crossed, values, counts);
}

function takeCells(
  { cells, width }: IdCells,
  values: OfIds<Float64Array>,
  { before, after }: OfIds<Uint32Array>,
): PairedTable {
  const length = pairsIn(cells, width);
  const [first, second] = [new Float64Array(length), new Float64Array(length)];
  const counts = new Uint32Array(length);
  let [at, n] = [0, 0];
  for (let one = 1, row = width; row < cells.length; one += 1, row += width) {
    const value = values.before[one] ?? 0;
    let sum = 0;
    for (let two = 1; two < width; two += 1) {
      const count = cells[row + two] ?? 0;
      if (count === 0) continue;
      first[at] = value;
      second[at] = values.after[two] ?? 0;
      counts[at] = count;
      after[two] = (after[two] ?? 0) - count;
      sum += count;
      at += 1;
    }
    before[one] = (before[one] ?? 0) - sum;
    n += sum;
  }
  return { before: first, after: second, counts, n };
}

function pairsIn(cells: Uint32Array, width: number): number {
  let pairs = 0;
  for (let row = width; row < cells.length; row += width) {
    for (let two = 1; two < width; two += 1) if (cells[row + two] !== 0) pairs += 1;
  }
  return pairs;
}

function takePairs(
  { before: ones, after: twos }: IdPairs,
  values: OfIds<Float64Array>,
  { before, after }: OfIds<Uint32Array>,
): PairedTable {
  const [first, second] = [new Float64Array(ones.length), new Float64Array(ones.length)];
  let n = 0;
  for (let i = 0; i < ones.length; i += 1) {
    const [one, two] = [ones[i] ?? 0, twos[i] ?? 0];
    if (one === 0 || two === 0) continue;
    first[n] = values.before[one] ?? 0;
    second[n] = values.after[two] ?? 0;
    before[one] = (before[one] ?? 0) - 1;
    after[two] = (after[two] ?? 0) - 1;
    n += 1;
  }
  return {
    before: first.subarray(0, n),
    after: second.subarray(0, n),
    counts: new Uint32Array(n).fill(1),
    n,
  };
}
