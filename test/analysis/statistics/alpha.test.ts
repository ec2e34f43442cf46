/** Cronbach's alpha. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alphaOf, cronbachAlpha, standardisedAlphaOf } from "../../../analysis/statistics/alpha.ts";
import { itemMoments } from "../../../analysis/statistics/item-moments.ts";
import { columnsOf, rows } from "./answer-arbitraries.ts";

/** Hoyt's route: two-way analysis of variance of persons × items. */
function hoytAlpha(table: readonly (readonly number[])[]): number {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  const average = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = average(table.map(average));
  const persons = table.map(average);
  const items = columnsOf(table).map(average);
  const between = (k * persons.reduce((sum, m) => sum + (m - grand) ** 2, 0)) / (n - 1);
  let residual = 0;
  table.forEach((row, i) => {
    row.forEach((value, j) => {
      residual += (value - (persons[i] ?? 0) - (items[j] ?? 0) + grand) ** 2;
    });
  });
  return 1 - residual / ((n - 1) * (k - 1)) / between;
}

describe("Cronbach's alpha", () => {
  it("agrees with the analysis of variance of persons and items", () => {
    fc.assert(
      fc.property(rows(4, 3), (table) => {
        const alpha = cronbachAlpha(itemMoments(columnsOf(table)));
        fc.pre(alpha.computed);
        if (alpha.computed)
          expect(Math.abs(alpha.alpha - hoytAlpha(table))).toBeLessThan(1e-8 * (1 + alpha.alpha ** 2));
      }),
    );
  });

  it("does not depend on the order of items, nor on moving one of them up", () => {
    fc.assert(
      fc.property(rows(3, 4), (table) => {
        const columns = columnsOf(table);
        const here = cronbachAlpha(itemMoments(columns));
        const moved = columns.map((column, i) => (i === 0 ? column.map((value) => value + 10) : column));
        const there = cronbachAlpha(itemMoments(moved.reverse()));
        fc.pre(here.computed && there.computed);
        if (here.computed && there.computed) expect(there.alpha).toBeCloseTo(here.alpha, 8);
      }),
    );
  });

  it("is 1 for items that repeat each other", () => {
    const column = [1, 4, 2, 5];
    const alpha = cronbachAlpha(itemMoments([column, column, column]));
    expect(alpha).toMatchObject({ computed: true, alpha: 1, standardErrorOfMeasurement: 0 });
  });

  it("has verdicts in place of figures for one person and for equal totals", () => {
    expect(cronbachAlpha(itemMoments([[1], [2]]))).toEqual({ computed: false, reason: "too-few-answers" });
    expect(
      cronbachAlpha(
        itemMoments([
          [3, 3],
          [4, 4],
        ]),
      ),
    ).toEqual({ computed: false, reason: "no-variance" });
  });

  it("refuses a single item", () => {
    expect(() => alphaOf([[1]])).toThrow("alpha requires at least two items");
    expect(() => standardisedAlphaOf([[1]])).toThrow(RangeError);
    expect(() => cronbachAlpha({ n: 3, sums: [1], products: [[1]] })).toThrow(RangeError);
  });
});
