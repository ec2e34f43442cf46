/** Gaussian elimination of whole numbers modulo a prime small enough for exact products of 32 bits. */

/** The largest prime whose square is below 2^31. */
export const PRIME = 46_337;

/** Rows in reduced form: each has a pivot column in which all others are 0. */
export interface Reduced {
  readonly rows: readonly Int32Array[];
  /** One a row: its pivot column; -1 for a row that is 0 in all columns that were allowed. */
  readonly pivots: readonly number[];
}

/**
 * Brings rows into reduced form. The columns are taken in the given order; a column is used wherever some row without
 * pivot is not 0 there.
 *
 * @param rows entries 0 to PRIME - 1, all of one length; not changed
 * @param columns which columns may become pivots, the preferred first
 * @returns the reduced rows, spanning what the rows span
 * @see Langsrud (2024), "Secondary cell suppression by Gaussian elimination", on ranks modulo a prime
 * @example reduce([Int32Array.of(1, 1), Int32Array.of(1, 0)], [0, 1]).pivots; // [0, 1]
 */
export function reduce(rows: readonly Int32Array[], columns: readonly number[]): Reduced {
  const left = rows.map((row) => row.slice());
  const pivots = new Array<number>(left.length).fill(-1);
  let missing = left.length;
  for (const column of columns) {
    if (missing === 0) break;
    const at = left.findIndex((row, place) => pivots[place] === -1 && row[column] !== 0);
    const pivot = left[at];
    if (pivot === undefined) continue;
    pivots[at] = column;
    missing -= 1;
    normalise(pivot, column);
    clearColumn(left, at, column);
  }
  return { rows: left, pivots };
}

/**
 * The inverse modulo the prime.
 *
 * @param value 1 to PRIME - 1
 * @returns the number whose product with it is 1
 * @example (inverse(2) * 2) % PRIME; // 1
 */
export function inverse(value: number): number {
  let result = 1;
  let square = value;
  for (let rest = PRIME - 2; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % PRIME;
    square = (square * square) % PRIME;
  }
  return result;
}

function normalise(row: Int32Array, column: number): void {
  const factor = inverse(row[column] ?? 1);
  if (factor === 1) return;
  for (let place = 0; place < row.length; place += 1) row[place] = ((row[place] ?? 0) * factor) % PRIME;
}

/** Makes all other rows 0 in the pivot's column. */
function clearColumn(rows: readonly Int32Array[], at: number, column: number): void {
  const pivot = rows[at];
  if (pivot === undefined) return;
  const places = placesNotZero(pivot);
  for (const [place, row] of rows.entries()) {
    const factor = row[column] ?? 0;
    if (place === at || factor === 0) continue;
    takeOut(row, factor, { pivot, places });
  }
}

/** Takes a multiple of a row out of another. */
function takeOut(
  row: Int32Array,
  factor: number,
  { pivot, places }: { readonly pivot: Int32Array; readonly places: readonly number[] },
): void {
  for (const entry of places) {
    const rest = (row[entry] ?? 0) - ((factor * (pivot[entry] ?? 0)) % PRIME);
    row[entry] = rest < 0 ? rest + PRIME : rest;
  }
}

/**
 * Where a row is not 0.
 *
 * @param row the row
 * @returns the columns, ascending
 * @example placesNotZero(Int32Array.of(0, 3, 0, 1)); // [1, 3]
 */
export function placesNotZero(row: Int32Array): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place < row.length; place += 1) if (row[place] !== 0) places.push(place);
  return places;
}

/**
 * Is a row a combination of reduced rows?
 *
 * @param row entries 0 to PRIME - 1
 * @param reduced rows in reduced form, each with a pivot
 * @returns true if nothing of the row is left once the reduced rows are taken out
 * @example follows(Int32Array.of(1, 1), reduce([Int32Array.of(1, 1)], [0, 1])); // true
 */
export function follows(row: Int32Array, reduced: Reduced): boolean {
  const rest = row.slice();
  for (const [place, pivot] of reduced.pivots.entries()) {
    const factor = row[pivot] ?? 0;
    const from = reduced.rows[place];
    if (factor !== 0 && from !== undefined)
      takeOut(rest, factor, { pivot: from, places: placesNotZero(from) });
  }
  return rest.every((entry) => entry === 0);
}
