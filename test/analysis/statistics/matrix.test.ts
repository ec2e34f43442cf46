/** Small dense matrices. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  buildMatrix,
  cholesky,
  invertSymmetric,
  type Matrix,
  multiply,
  symmetricFunction,
} from "../../../analysis/statistics/matrix.ts";

/** Random positive definite matrices: A Aᵀ + I. */
const positive = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  )
  .map((rows) => {
    const size = rows.length;
    const square = multiply(
      rows,
      buildMatrix(size, size, (i, j) => rows[j]?.[i] ?? 0),
    );
    return buildMatrix(size, size, (i, j) => (square[i]?.[j] ?? 0) + (i === j ? 1 : 0));
  });

function distance(one: Matrix, two: Matrix): number {
  return Math.max(...one.flatMap((row, i) => row.map((value, j) => Math.abs(value - (two[i]?.[j] ?? 0)))));
}

describe("matrices", () => {
  it("times their inverse are the identity, by Cholesky and by eigenvalues alike", () => {
    fc.assert(
      fc.property(positive, (matrix) => {
        const inverse = invertSymmetric(matrix) ?? [];
        const identity = buildMatrix(matrix.length, matrix.length, (i, j) => (i === j ? 1 : 0));
        expect(distance(multiply(matrix, inverse), identity)).toBeLessThan(1e-9);
        expect(
          distance(
            symmetricFunction(matrix, (value) => 1 / value),
            inverse,
          ),
        ).toBeLessThan(1e-9);
      }),
    );
  });

  it("are the square of their square root and the product of their Cholesky factor", () => {
    fc.assert(
      fc.property(positive, (matrix) => {
        const root = symmetricFunction(matrix, Math.sqrt);
        expect(distance(multiply(root, root), matrix)).toBeLessThan(1e-9);
        const lower = cholesky(matrix) ?? [];
        const transposed = buildMatrix(matrix.length, matrix.length, (i, j) => lower[j]?.[i] ?? 0);
        expect(distance(multiply(lower, transposed), matrix)).toBeLessThan(1e-10);
      }),
    );
  });

  it("have no inverse when a row repeats another", () => {
    expect(
      cholesky([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      invertSymmetric([
        [4, 2],
        [2, 1],
      ]),
    ).toBeNull();
  });
});
