/** Item analysis. */
import fc from "fast-check";
import * as other from "simple-statistics";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "../../../analysis/statistics/alpha.ts";
import { itemAnalysis } from "../../../analysis/statistics/item-analysis.ts";
import { itemMoments } from "../../../analysis/statistics/item-moments.ts";
import { columnsOf, rows } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("item analysis", () => {
  it("agrees with correlating raw items and rests, and with alpha of the other items", () => {
    fc.assert(
      fc.property(rows(4, 3), (table) => {
        const columns = columnsOf(table);
        const [first = [], ...others] = columns;
        const rest = table.map((row) => row.slice(1).reduce((sum, value) => sum + value, 0));
        const item = figures(itemAnalysis(itemMoments(columns))).items[0];
        expect(item?.mean).toBeCloseTo(other.mean(first), 12);
        if (item?.itemRestCorrelation !== null) {
          expect(item?.itemRestCorrelation).toBeCloseTo(other.sampleCorrelation(first, rest), 8);
        }
        const without = cronbachAlpha(itemMoments(others));
        expect(item?.alphaIfDropped ?? null).toBe(without.computed ? without.alpha : null);
      }),
    );
  });

  it("shows an item that was not turned by its negative correlation", () => {
    const agree = [1, 2, 4, 5, 3];
    const items = figures(itemAnalysis(itemMoments([agree, agree, agree.map((value) => 6 - value)]))).items;
    expect(items[2]?.itemRestCorrelation).toBeCloseTo(-1, 12);
    expect(items[0]?.sd).toBeCloseTo(Math.sqrt(2.5), 12);
  });

  it("says that one person is too few", () => {
    expect(itemAnalysis(itemMoments([[1], [2]]))).toEqual({ computed: false, reason: "too-few-answers" });
  });
});
