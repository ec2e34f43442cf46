/** Ordinary least squares: coefficients, residuals, and the matrix that every covariance of them needs. */
import { buildMatrix, cell, invertSymmetric, type Matrix } from "./matrix.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** A fitted linear model. */
export interface LeastSquares {
  readonly coefficients: readonly number[];
  readonly residuals: readonly number[];
  /** (XᵀX)⁻¹, coefficients × coefficients. */
  readonly bread: Matrix;
  /** n − number of coefficients. */
  readonly df: number;
  /** Residual sum of squares / df. */
  readonly residualVariance: number;
}

/**
 * Fits y = X b by least squares.
 * @param outcome y, one an observation
 * @param design X, one row an observation; include a column of ones for an intercept
 * @returns the fit; "too-few-answers" without residual degrees of freedom, "no-variance" when columns are collinear
 * @throws RangeError when the two differ in length
 * @see b = (XᵀX)⁻¹ Xᵀy
 * @example leastSquares([1, 2, 4], [[1, 0], [1, 1], [1, 2]])
 */
export function leastSquares(outcome: readonly number[], design: Matrix): Outcome<LeastSquares> {
  if (outcome.length !== design.length)
    throw new RangeError("leastSquares requires one design row an observation");
  const width = design[0]?.length ?? 0;
  const df = outcome.length - width;
  if (df < 1) return notComputed("too-few-answers");
  const products = buildMatrix(width, width, () => 0);
  const right = new Array<number>(width).fill(0);
  design.forEach((row, person) => {
    for (let i = 0; i < width; i += 1) {
      const value = row[i] ?? 0;
      right[i] = (right[i] ?? 0) + value * (outcome[person] ?? 0);
      const line = products[i] ?? [];
      for (let j = 0; j < width; j += 1) line[j] = (line[j] ?? 0) + value * (row[j] ?? 0);
    }
  });
  const bread = invertSymmetric(products);
  if (bread === null) return notComputed("no-variance");
  const coefficients = right.map((_, i) =>
    right.reduce((sum, value, j) => sum + cell(bread, i, j) * value, 0),
  );
  const residuals = outcome.map(
    (y, person) => y - coefficients.reduce((sum, b, i) => sum + b * cell(design, person, i), 0),
  );
  const squares = residuals.reduce((sum, e) => sum + e * e, 0);
  return { computed: true, coefficients, residuals, bread, df, residualVariance: squares / df };
}
