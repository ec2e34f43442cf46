/** Sums and cross products of a scale's items, from one pass over the answers: all that reliability needs. */
import { buildMatrix, cell, type Matrix } from "./matrix.ts";

/** Sums over the persons who answered every item. Exact for whole numbers. */
export interface ItemMoments {
  /** Persons who answered every item. */
  readonly n: number;
  /** One an item. */
  readonly sums: readonly number[];
  /** Items × items: Σ x_i x_j. */
  readonly products: Matrix;
}

/** Sums over the persons who answered each pair of items. */
export interface PairwiseMoments {
  /** Persons who answered at least one item. */
  readonly answeredAny: number;
  /** Persons who answered both, items × items. */
  readonly n: Matrix;
  /** Sum of the row's item over those who answered both, items × items. */
  readonly sums: Matrix;
  readonly products: Matrix;
}

/** A column's answers, one a person; null is a missing answer. */
export type ItemColumn = ArrayLike<number | null>;

function rowsOf(columns: readonly ItemColumn[]): number {
  const length = columns[0]?.length ?? 0;
  if (columns.length < 2) throw new RangeError("item moments require at least two items");
  if (columns.some((column) => column.length !== length))
    throw new RangeError("item moments require equal columns");
  return length;
}

/**
 * Sums and cross products over complete rows. Items must already point the same way.
 * @param columns one an item, at least two, of equal length; null is a missing answer
 * @returns the moments of the persons who answered every item
 * @throws RangeError when there are fewer than two items or the columns differ in length
 * @see listwise deletion
 * @example itemMoments([[1, 2], [3, null]]) // n 1, sums 1, 3
 */
export function itemMoments(columns: readonly ItemColumn[]): ItemMoments {
  const rows = rowsOf(columns);
  const size = columns.length;
  const sums = new Array<number>(size).fill(0);
  const products = buildMatrix(size, size, () => 0);
  const row = new Array<number>(size).fill(0);
  let n = 0;
  for (let person = 0; person < rows; person += 1) {
    if (!readComplete(columns, person, row)) continue;
    n += 1;
    for (let i = 0; i < size; i += 1) {
      const value = row[i] ?? 0;
      sums[i] = (sums[i] ?? 0) + value;
      const line = products[i] ?? [];
      for (let j = 0; j <= i; j += 1) line[j] = (line[j] ?? 0) + value * (row[j] ?? 0);
    }
  }
  return {
    n,
    sums,
    products: buildMatrix(size, size, (i, j) => cell(products, Math.max(i, j), Math.min(i, j))),
  };
}

/** Reads one person's answers into `row`; false when one is missing. */
function readComplete(columns: readonly ItemColumn[], person: number, row: number[]): boolean {
  for (let i = 0; i < columns.length; i += 1) {
    const value = columns[i]?.[person] ?? null;
    if (value === null) return false;
    row[i] = value;
  }
  return true;
}

/**
 * Sums and cross products over all persons who answered both items of a pair.
 * @param columns one an item, at least two, of equal length; null is a missing answer
 * @returns the moments of each pair
 * @throws RangeError when there are fewer than two items or the columns differ in length
 * @see pairwise deletion
 * @example pairwiseMoments([[1, 2], [3, null]]).answeredAny // 2
 */
export function pairwiseMoments(columns: readonly ItemColumn[]): PairwiseMoments {
  const rows = rowsOf(columns);
  const size = columns.length;
  const [n, sums, products] = [0, 1, 2].map(() => buildMatrix(size, size, () => 0));
  let answeredAny = 0;
  for (let person = 0; person < rows; person += 1) {
    let any = false;
    for (let i = 0; i < size; i += 1) {
      const value = columns[i]?.[person] ?? null;
      if (value === null) continue;
      any = true;
      for (let j = 0; j < size; j += 1) {
        const other = columns[j]?.[person] ?? null;
        if (other === null) continue;
        add(n, [i, j], 1);
        add(sums, [i, j], value);
        add(products, [i, j], value * other);
      }
    }
    if (any) answeredAny += 1;
  }
  return { answeredAny, n: n ?? [], sums: sums ?? [], products: products ?? [] };
}

function add(matrix: number[][] | undefined, [i, j]: readonly [number, number], value: number): void {
  const row = matrix?.[i];
  if (row !== undefined) row[j] = (row[j] ?? 0) + value;
}

/**
 * The sample covariances (n − 1) of complete rows.
 * @param moments at least two persons
 * @returns items × items
 * @throws RangeError when fewer than two persons are complete
 * @see s_ij = (n Σ x_i x_j − Σ x_i Σ x_j) / (n (n − 1))
 * @example covariances(itemMoments([[1, 2], [2, 4]])) // [[0.5, 1], [1, 2]]
 */
export function covariances({ n, sums, products }: ItemMoments): number[][] {
  if (n < 2) throw new RangeError("covariances require at least two complete rows");
  return buildMatrix(sums.length, sums.length, (i, j) => {
    return withoutRounding(n * cell(products, i, j), (sums[i] ?? 0) * (sums[j] ?? 0)) / (n * (n - 1));
  });
}

/** a − b, and 0 where all that is left of it is rounding (of answers that are no whole numbers). */
function withoutRounding(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-14 * Math.abs(a) ? 0 : a - b;
}

/**
 * The sample covariances of each pair of items on its own persons.
 * @param moments the pairwise moments
 * @returns items × items, or null when a pair has fewer than two persons
 * @see pairwise deletion, as R's cov(use = "pairwise.complete.obs")
 * @example pairwiseCovariances(pairwiseMoments([[1, 2], [2, 4]])) // [[0.5, 1], [1, 2]]
 */
export function pairwiseCovariances(moments: PairwiseMoments): number[][] | null {
  if (moments.n.some((row) => row.some((n) => n < 2))) return null;
  const size = moments.n.length;
  return buildMatrix(size, size, (i, j) => {
    const n = cell(moments.n, i, j);
    return (
      (n * cell(moments.products, i, j) - cell(moments.sums, i, j) * cell(moments.sums, j, i)) / (n * (n - 1))
    );
  });
}

/**
 * Correlations from covariances.
 * @param covariance items × items
 * @returns items × items, or null when an item does not vary
 * @see r_ij = s_ij / √(s_ii s_jj)
 * @example correlations([[1, 1], [1, 4]]) // [[1, 0.5], [0.5, 1]]
 */
export function correlations(covariance: Matrix): number[][] | null {
  const size = covariance.length;
  if (covariance.some((row, i) => !((row[i] ?? 0) > 0))) return null;
  return buildMatrix(size, size, (i, j) =>
    i === j ? 1 : cell(covariance, i, j) / Math.sqrt(cell(covariance, i, i) * cell(covariance, j, j)),
  );
}
