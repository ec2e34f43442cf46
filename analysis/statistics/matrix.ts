/** Small dense matrices as arrays of rows: products, Cholesky, inverse, symmetric eigenvalues. */

/** Rows of equal length. */
export type Matrix = readonly (readonly number[])[];

/**
 * One cell of a matrix.
 * @param matrix the rows
 * @param row place of the row, from 0
 * @param column place of the column, from 0
 * @returns the number there, 0 outside
 * @example cell([[1, 2]], 0, 1) // 2
 */
export function cell(matrix: Matrix, row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

/**
 * A matrix from a rule.
 * @param rows number of rows
 * @param columns number of columns
 * @param value what stands at a row and a column (from 0)
 * @returns the matrix
 * @example buildMatrix(2, 2, (i, j) => (i === j ? 1 : 0)) // identity
 */
export function buildMatrix(
  rows: number,
  columns: number,
  value: (row: number, column: number) => number,
): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => value(i, j)));
}

/**
 * The product of two matrices.
 * @param left r × m
 * @param right m × c
 * @returns r × c
 * @example multiply([[1, 2]], [[3], [4]]) // [[11]]
 */
export function multiply(left: Matrix, right: Matrix): number[][] {
  const inner = right.length;
  return buildMatrix(left.length, right[0]?.length ?? 0, (i, j) => {
    let sum = 0;
    for (let k = 0; k < inner; k += 1) sum += cell(left, i, k) * cell(right, k, j);
    return sum;
  });
}

/**
 * The lower triangle L with L Lᵀ = the matrix.
 * @param matrix symmetric, k × k
 * @returns L, or null when the matrix is not positive definite
 * @see Golub and Van Loan (2013), Matrix Computations, algorithm 4.2.1
 * @example cholesky([[4]]) // [[2]]
 */
export function cholesky(matrix: Matrix): number[][] | null {
  const size = matrix.length;
  const lower = buildMatrix(size, size, () => 0);
  for (let i = 0; i < size; i += 1) {
    const row = lower[i] ?? [];
    for (let j = 0; j <= i; j += 1) {
      let sum = cell(matrix, i, j);
      for (let k = 0; k < j; k += 1) sum -= (row[k] ?? 0) * cell(lower, j, k);
      if (i !== j) {
        row[j] = sum / cell(lower, j, j);
        continue;
      }
      if (!(sum > 1e-13 * Math.abs(cell(matrix, i, i)))) return null;
      row[i] = Math.sqrt(sum);
    }
  }
  return lower;
}

/**
 * The inverse of a symmetric positive definite matrix.
 * @param matrix symmetric, k × k
 * @returns the inverse, or null when the matrix is not positive definite
 * @see Golub and Van Loan (2013), section 4.2, by the Cholesky factor
 * @example invertSymmetric([[2]]) // [[0.5]]
 */
export function invertSymmetric(matrix: Matrix): number[][] | null {
  const lower = cholesky(matrix);
  if (lower === null) return null;
  const size = matrix.length;
  const inverse = buildMatrix(size, size, () => 0);
  for (let column = 0; column < size; column += 1) {
    const half: number[] = [];
    for (let i = 0; i < size; i += 1) {
      let sum = i === column ? 1 : 0;
      for (let k = 0; k < i; k += 1) sum -= cell(lower, i, k) * (half[k] ?? 0);
      half.push(sum / cell(lower, i, i));
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = half[i] ?? 0;
      for (let k = i + 1; k < size; k += 1) sum -= cell(lower, k, i) * cell(inverse, k, column);
      const row = inverse[i];
      if (row !== undefined) row[column] = sum / cell(lower, i, i);
    }
  }
  return inverse;
}

/** Turns rows p and q so that the cell between them becomes 0 (one step of Jacobi). */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const between = cell(a, p, q);
  if (between === 0) return;
  const theta = (cell(a, q, q) - cell(a, p, p)) / (2 * between);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cos = 1 / Math.sqrt(t * t + 1);
  const sin = t * cos;
  for (const rows of [a, vectors]) {
    for (const row of rows) {
      const left = row[p] ?? 0;
      const right = row[q] ?? 0;
      row[p] = cos * left - sin * right;
      row[q] = sin * left + cos * right;
    }
  }
  const top = a[p] ?? [];
  const bottom = a[q] ?? [];
  for (let k = 0; k < top.length; k += 1) {
    const left = top[k] ?? 0;
    const right = bottom[k] ?? 0;
    top[k] = cos * left - sin * right;
    bottom[k] = sin * left + cos * right;
  }
}

/**
 * A function of a symmetric matrix, taken on its eigenvalues.
 * @param matrix symmetric, k × k
 * @param f what becomes of an eigenvalue
 * @returns V f(Λ) Vᵀ
 * @see Golub and Van Loan (2013), section 8.5, cyclic Jacobi
 * @example symmetricFunction([[4]], Math.sqrt) // [[2]]
 */
export function symmetricFunction(matrix: Matrix, f: (eigenvalue: number) => number): number[][] {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = buildMatrix(size, size, (i, j) => (i === j ? 1 : 0));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    let on = 0;
    for (let i = 0; i < size; i += 1) {
      on += cell(a, i, i) ** 2;
      for (let j = 0; j < i; j += 1) off += cell(a, i, j) ** 2;
    }
    if (off <= 1e-30 * on) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, vectors, p, q);
  }
  const values = a.map((row, i) => f(row[i] ?? 0));
  return buildMatrix(size, size, (i, j) =>
    values.reduce((sum, value, k) => sum + value * cell(vectors, i, k) * cell(vectors, j, k), 0),
  );
}
