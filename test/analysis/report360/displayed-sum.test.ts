/** The sums read from a displayed mean are exactly those that display it. */
import { describe, expect, it } from "vitest";
import { anonymousMean, codingWidth } from "../../../analysis/disclosure/mean-cell.ts";
import { sumBounds } from "../../../analysis/report360/displayed-sum.ts";

const cell = (n: number, points: number, sum: number) => anonymousMean({ n, points, sum, counts: [] }, 3);

describe("sumBounds", () => {
  it.each([2, 3, 5, 7, 10])("names the sums that look alike, on a scale of %i points", (points) => {
    for (let n = 3; n <= 25; n++) {
      const sums = Array.from({ length: n * (points - 1) + 1 }, (_, place) => n + place);
      for (const sum of sums) {
        const shown = cell(n, points, sum);
        if (!shown.shown) throw new Error("a cell of three answers is shown");
        const alike = sums.filter(
          (other) => JSON.stringify(cell(n, points, other)) === JSON.stringify(shown),
        );
        const bounds = sumBounds({ n, points, width: codingWidth(points) }, shown.value);
        expect(bounds).toEqual({ low: alike[0], high: alike.at(-1) });
      }
    }
  });

  it("knows no figure that the rules do not display", () => {
    const shape = { n: 9, points: 5, width: 2 };
    expect(sumBounds(shape, { mean: 3.44, bound: "exact" })).toBeUndefined();
    expect(sumBounds(shape, { mean: 4.9, bound: "at-least" })).toBeUndefined();
    expect(sumBounds(shape, { mean: 1.1, bound: "at-most" })).toBeUndefined();
    expect(sumBounds(shape, { mean: 3.4, bound: "about" })).toBeUndefined();
    expect(sumBounds(shape, { mean: Number.NaN, bound: "exact" })).toBeUndefined();
  });
});
