/** Linked persons' ids before and after, counted in a table. */
import type { PairedTable } from "../statistics/paired-table.ts";
import type { RowPairs } from "./link-rows.ts";
import type { BothWaves, ScoreColumn } from "./score-column.ts";
import { idAt } from "./score-column.ts";

/** How often each two ids occur, row by row; the first row and column are those without a score. */
export interface IdCells {
  readonly cells: Uint32Array;
  readonly width: number;
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
  { before, after }: BothWaves<ScoreColumn>,
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
 * Counts linked persons.
 * @param table what they are counted in
 * @param waves the scores of both waves
 * @param pairs the persons
 * @returns nothing
 * @example countCells(table, { before, after }, pairs)
 */
export function countCells({ cells }: IdCells, waves: BothWaves<ScoreColumn>, pairs: RowPairs): void {
  if (waves.before.keys instanceof Uint16Array && waves.after.keys instanceof Uint16Array) {
    countKeys(cells, waves, pairs);
  } else {
    countAnswers(cells, waves, pairs);
  }
}

/** One loop for each sort of column: engines make fast code of a loop that sees one sort only. */
function countKeys(cells: Uint32Array, { before, after }: BothWaves<ScoreColumn>, pairs: RowPairs): void {
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

function countAnswers(cells: Uint32Array, { before, after }: BothWaves<ScoreColumn>, pairs: RowPairs): void {
  const width = after.values.length;
  for (let i = 0; i < pairs.before.length; i += 1) {
    const cell = idAt(before, pairs.before[i] ?? 0) * width + idAt(after, pairs.after[i] ?? 0);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
}

/**
 * Several tables as one.
 * @param tables tables of the same scores
 * @param form one of them
 * @returns the table of all their persons
 * @example sumCells([one, other], one)
 */
export function sumCells(tables: readonly IdCells[], { cells: { length }, width }: IdCells): IdCells {
  const cells = new Uint32Array(length);
  for (const table of tables) addCounts(cells, table.cells);
  return { cells, width };
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

/**
 * Adds the persons of a table to the counts of both waves.
 * @param table the persons
 * @param counts how often each id occurs
 * @returns nothing
 * @example addCells(table, { before: first, after: second })
 */
export function addCells({ cells, width }: IdCells, { before, after }: BothWaves<Uint32Array>): void {
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
 * The scores of a table's persons who have one in both waves; they are taken out of the counts of everybody.
 * @param table the persons
 * @param values the score of each id
 * @param counts how often each id occurs in each wave; what is left are those who have one score
 * @returns the pairs of scores
 * @example takeCells(table, { before: values, after: values }, { before: first, after: second }).n
 */
export function takeCells(
  { cells, width }: IdCells,
  values: BothWaves<Float64Array>,
  { before, after }: BothWaves<Uint32Array>,
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
