/** The frequency table: how often each value was answered. The input of every statistic of one sample. */

/** Distinct values in ascending order, how often each occurs, and how many answers are missing. */
export interface FrequencyTable {
  readonly values: readonly number[];
  /** One a value, above 0. */
  readonly counts: readonly number[];
  /** How many answered: the sum of the counts. */
  readonly n: number;
  /** How many did not: they take no part in any figure. */
  readonly missing: number;
}

function fromMap(counts: ReadonlyMap<number, number>, missing: number): FrequencyTable {
  const pairs = [...counts].filter(([, count]) => count > 0).sort((one, two) => one[0] - two[0]);
  const n = pairs.reduce((sum, [, count]) => sum + count, 0);
  return { values: pairs.map(([value]) => value), counts: pairs.map(([, count]) => count), n, missing };
}

/**
 * Counts raw answers.
 * @param answers one a person; null is a missing answer
 * @returns the table; equal numbers share a row
 * @throws RangeError when an answer is not a finite number
 * @example countAnswers([4, 5, null, 4]) // values 4, 5; counts 2, 1; missing 1
 */
export function countAnswers(answers: Iterable<number | null>): FrequencyTable {
  const counts = new Map<number, number>();
  let missing = 0;
  for (const answer of answers) {
    if (answer === null) {
      missing += 1;
      continue;
    }
    if (!Number.isFinite(answer)) throw new RangeError("countAnswers requires finite numbers");
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  return fromMap(counts, missing);
}

/**
 * A table from counts that somebody else took, as of the points of an item.
 * @param counts how often lowest, lowest + 1, … was answered; whole numbers of 0 or more
 * @param lowest the value of the first count
 * @param missing how many did not answer
 * @returns the table without the values nobody chose
 * @throws RangeError when a count is not a whole number of 0 or more
 * @example tableFromCounts([0, 1, 3], 1) // values 2, 3; counts 1, 3
 */
export function tableFromCounts(counts: ArrayLike<number>, lowest: number, missing = 0): FrequencyTable {
  const map = new Map<number, number>();
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    if (!Number.isInteger(count) || count < 0)
      throw new RangeError("tableFromCounts requires whole counts of 0 or more");
    map.set(lowest + i, count);
  }
  return fromMap(map, missing);
}

/**
 * One table of several samples.
 * @param tables the tables to add up
 * @returns their sum; missing answers add up too
 * @example mergeTables([countAnswers([1]), countAnswers([1, 2])]) // counts 2, 1
 */
export function mergeTables(tables: readonly FrequencyTable[]): FrequencyTable {
  return tables.reduce(mergeTwo, { values: [], counts: [], n: 0, missing: 0 });
}

/** Both in ascending order, and so is what comes out. */
function mergeTwo(one: FrequencyTable, other: FrequencyTable): FrequencyTable {
  const values: number[] = [];
  const counts: number[] = [];
  let i = 0;
  let j = 0;
  while (i < one.values.length || j < other.values.length) {
    const value = one.values[i] ?? Number.POSITIVE_INFINITY;
    const next = other.values[j] ?? Number.POSITIVE_INFINITY;
    const count = (value <= next ? (one.counts[i] ?? 0) : 0) + (next <= value ? (other.counts[j] ?? 0) : 0);
    values.push(Math.min(value, next));
    counts.push(count);
    if (value <= next) i += 1;
    if (next <= value) j += 1;
  }
  return { values, counts, n: one.n + other.n, missing: one.missing + other.missing };
}

/**
 * Walks through a table in ascending order.
 * @param table the answers
 * @param visit called with each value and its count
 * @returns nothing
 * @example eachValue(table, (value, count) => print(value, count))
 */
export function eachValue(table: FrequencyTable, visit: (value: number, count: number) => void): void {
  for (let i = 0; i < table.values.length; i += 1) visit(table.values[i] ?? 0, table.counts[i] ?? 0);
}

/**
 * How many answers a test accepts.
 * @param table the answers
 * @param accept true for the values to be counted
 * @returns the count
 * @example countWhere(table, (value) => value >= 4)
 */
export function countWhere(table: FrequencyTable, accept: (value: number) => boolean): number {
  let total = 0;
  eachValue(table, (value, count) => {
    if (accept(value)) total += count;
  });
  return total;
}
