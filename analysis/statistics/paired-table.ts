/** The cross table of linked waves: how often each pair of answers occurs. The input of every paired statistic. */
import { countAnswers, type FrequencyTable } from "./frequency-table.ts";

/** Distinct pairs (before, after) and how often each occurs. */
export interface PairedTable {
  readonly before: ArrayLike<number>;
  readonly after: ArrayLike<number>;
  /** One a pair, above 0. */
  readonly counts: ArrayLike<number>;
  /** How many persons answered both times: the sum of the counts. */
  readonly n: number;
}

/** Two waves linked by person, with those who answered only one of them. */
export interface LinkedWaves {
  readonly linked: PairedTable;
  readonly beforeOnly: FrequencyTable;
  readonly afterOnly: FrequencyTable;
  /** All answers of each wave, where they were counted already: those linked and those not. */
  readonly all?: { readonly before: FrequencyTable; readonly after: FrequencyTable };
}

/**
 * Counts the answers of linked persons.
 * @param before one a person; null is a missing answer
 * @param after the same persons in the same order
 * @returns the pairs, and the tables of those with one answer only; persons with neither count nowhere
 * @throws RangeError when the two differ in length or an answer is not a finite number
 * @example linkWaves([3, 4, null], [4, 4, 2]).linked.n // 2
 */
export function linkWaves(before: ArrayLike<number | null>, after: ArrayLike<number | null>): LinkedWaves {
  if (before.length !== after.length)
    throw new RangeError("linkWaves requires the same persons in both waves");
  const rows = new Map<number, Map<number, number>>();
  const beforeOnly: number[] = [];
  const afterOnly: number[] = [];
  for (let person = 0; person < before.length; person += 1) {
    const first = before[person] ?? null;
    const second = after[person] ?? null;
    if (first !== null && second !== null) {
      if (!Number.isFinite(first) || !Number.isFinite(second))
        throw new RangeError("linkWaves requires finite numbers");
      const row = rows.get(first) ?? new Map<number, number>();
      row.set(second, (row.get(second) ?? 0) + 1);
      rows.set(first, row);
    } else if (first !== null) beforeOnly.push(first);
    else if (second !== null) afterOnly.push(second);
  }
  return { linked: flatten(rows), beforeOnly: countAnswers(beforeOnly), afterOnly: countAnswers(afterOnly) };
}

function flatten(rows: ReadonlyMap<number, ReadonlyMap<number, number>>): PairedTable {
  const before: number[] = [];
  const after: number[] = [];
  const counts: number[] = [];
  let n = 0;
  for (const [first, row] of rows) {
    for (const [second, count] of row) {
      before.push(first);
      after.push(second);
      counts.push(count);
      n += count;
    }
  }
  return { before, after, counts, n };
}

/**
 * A paired table from a cross table that somebody else counted.
 * @param crossTable rows: before = lowest, lowest + 1, …; columns: after; whole numbers of 0 or more
 * @param lowest the value of the first row and column
 * @returns the pairs that occur
 * @throws RangeError when a count is not a whole number of 0 or more
 * @example pairsFromCounts([[1, 2], [0, 4]], 1).n // 7
 */
export function pairsFromCounts(crossTable: readonly ArrayLike<number>[], lowest: number): PairedTable {
  const rows = new Map<number, Map<number, number>>();
  crossTable.forEach((line, i) => {
    const row = new Map<number, number>();
    for (let j = 0; j < line.length; j += 1) {
      const count = line[j] ?? 0;
      if (!Number.isInteger(count) || count < 0)
        throw new RangeError("pairsFromCounts requires whole counts of 0 or more");
      if (count > 0) row.set(lowest + j, count);
    }
    rows.set(lowest + i, row);
  });
  return flatten(rows);
}

/**
 * A frequency table of something worked out from each pair.
 * @param table the pairs
 * @param of what to count, from the answer before and the answer after
 * @returns its frequency table
 * @example countPairs(table, (before, after) => after - before)
 */
function countPairs(table: PairedTable, of: (before: number, after: number) => number): FrequencyTable {
  const places = new Map<number, number>();
  const found: number[] = [];
  for (let i = 0; i < table.counts.length; i += 1) {
    const value = of(table.before[i] ?? 0, table.after[i] ?? 0);
    const place = places.get(value) ?? found.length;
    if (place === found.length) places.set(value, found.push(0) - 1);
    found[place] = (found[place] ?? 0) + (table.counts[i] ?? 0);
  }
  const values = Array.from(Float64Array.from(places.keys()).sort());
  const counts = values.map((value) => found[places.get(value) ?? 0] ?? 0);
  return { values, counts, n: table.n, missing: 0 };
}

/**
 * The linked persons' answers before.
 * @param table the pairs
 * @returns their frequency table
 * @example answersBefore(table)
 */
export function answersBefore(table: PairedTable): FrequencyTable {
  return countPairs(table, (before) => before);
}

/**
 * The linked persons' answers after.
 * @param table the pairs
 * @returns their frequency table
 * @example answersAfter(table)
 */
export function answersAfter(table: PairedTable): FrequencyTable {
  return countPairs(table, (_, after) => after);
}

/** Several statistics ask for the same table's changes; a table never changes. */
const knownChanges = new WeakMap<PairedTable, FrequencyTable>();

/**
 * The linked persons' changes, after − before, rounded to 1e−10 so that equal changes of scale means are ties
 * (2.35 − 2.3 and 4.05 − 4 differ as doubles).
 * @param table the pairs
 * @returns the frequency table of the changes
 * @example changes(table).values // −1, 0, 1
 */
export function changes(table: PairedTable): FrequencyTable {
  const known = knownChanges.get(table);
  if (known !== undefined) return known;
  const counted = countPairs(table, (before, after) => {
    const rounded = Math.round((after - before) * 1e10) / 1e10;
    return rounded === 0 ? 0 : rounded;
  });
  knownChanges.set(table, counted);
  return counted;
}

/**
 * Walks through the pairs.
 * @param table the pairs
 * @param visit called with before, after and the count
 * @returns nothing
 * @example eachPair(table, (before, after, count) => print(before, after, count))
 */
export function eachPair(
  table: PairedTable,
  visit: (before: number, after: number, count: number) => void,
): void {
  for (let i = 0; i < table.counts.length; i += 1) {
    visit(table.before[i] ?? 0, table.after[i] ?? 0, table.counts[i] ?? 0);
  }
}
