/** Split-half reliability and Guttman's lambda 6. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { itemMoments } from "../../../analysis/statistics/item-moments.ts";
import { leastSquares } from "../../../analysis/statistics/least-squares.ts";
import { guttmanLambda6, splitHalf } from "../../../analysis/statistics/split-half.ts";
import { columnsOf, rows } from "./answer-arbitraries.ts";

describe("split-half reliability", () => {
  it("agrees with correlating the halves of raw rows", () => {
    fc.assert(
      fc.property(rows(5, 3), (table) => {
        const half = splitHalf(itemMoments(columnsOf(table)));
        fc.pre(half.computed);
        const odd = table.map((row) => (row[0] ?? 0) + (row[2] ?? 0) + (row[4] ?? 0));
        const even = table.map((row) => (row[1] ?? 0) + (row[3] ?? 0));
        if (half.computed) {
          const r = other.sampleCorrelation(odd, even);
          expect(half.correlation).toBeCloseTo(r, 9);
          expect(half.reliability * (1 + r)).toBeCloseTo(2 * r, 8);
        }
      }),
    );
  });

  it("says when a half does not vary or nobody is left to compare", () => {
    expect(
      splitHalf(
        itemMoments([
          [1, 2],
          [3, 3],
        ]),
      ),
    ).toEqual({ computed: false, reason: "no-variance" });
    expect(splitHalf(itemMoments([[1], [3]]))).toEqual({ computed: false, reason: "too-few-answers" });
  });
});

describe("Guttman's lambda 6", () => {
  it("agrees with regressing each standardised item on the others", () => {
    const table = Array.from({ length: 12 }, (_, i) =>
      [(i * 7) % 5, (i * 3 + 1) % 5, (i * i) % 5].map((v) => v + 1),
    );
    const columns = columnsOf(table).map((column) => {
      const centre = other.mean(column);
      const sd = Math.sqrt(other.sampleVariance(column));
      return column.map((value) => (value - centre) / sd);
    });
    const unique = columns.reduce((sum, column, item) => {
      const design = table.map((_, i) => [
        1,
        ...columns.filter((__, j) => j !== item).map((rest) => rest[i] ?? 0),
      ]);
      const fit = leastSquares(column, design);
      const squares = fit.computed ? fit.residuals.reduce((total, e) => total + e * e, 0) : Number.NaN;
      return sum + squares / (table.length - 1);
    }, 0);
    const sums = table.map((_, i) => columns.reduce((sum, column) => sum + (column[i] ?? 0), 0));
    const lambda = guttmanLambda6(itemMoments(columnsOf(table)));
    expect(lambda.computed && lambda.lambda6).toBeCloseTo(1 - unique / other.sampleVariance(sums), 10);
  });

  it("says when there are too few persons or items repeat each other", () => {
    const column = [1, 2, 3, 4, 5, 5];
    expect(guttmanLambda6(itemMoments([column, column]))).toEqual({ computed: false, reason: "no-variance" });
    expect(
      guttmanLambda6(
        itemMoments([
          [1, 2, 3],
          [1, 3, 2],
        ]),
      ),
    ).toMatchObject({ reason: "too-few-answers" });
  });
});
