/** Figures made of displayed cells. */
import { describe, expect, it } from "vitest";
import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import { averageItems, poolBlocks } from "../../../analysis/disclosure/higher-figures.ts";

const cell = (n: number, mean: number, bound: Figure["bound"] = "exact"): Cell<Figure> => ({
  shown: true,
  n,
  value: { mean, bound },
});
const hidden: Cell<Figure> = { shown: false, reason: "too-few-answers" };

describe("poolBlocks", () => {
  it("weights displayed means with their numbers of answers and skips what is not shown", () => {
    expect(poolBlocks([cell(4, 3.3), cell(6, 4.1), hidden])).toEqual(cell(10, 3.8));
  });

  it("hands a bound on, and says about where bounds of both kinds meet", () => {
    expect(poolBlocks([cell(4, 4.5, "at-least"), cell(4, 3)])).toEqual(cell(8, 3.8, "at-least"));
    expect(poolBlocks([cell(4, 1.5, "at-most"), cell(4, 3)])).toEqual(cell(8, 2.3, "at-most"));
    expect(poolBlocks([cell(4, 1.5, "at-most"), cell(4, 4.5, "at-least")])).toEqual(cell(8, 3, "about"));
  });

  it("is not shown if no block is", () => {
    expect(poolBlocks([hidden, hidden])).toEqual(hidden);
    expect(poolBlocks([])).toEqual({ shown: false, reason: "group-not-shown" });
  });
});

describe("averageItems", () => {
  it("is the mean of the displayed items with the smallest number of answers", () => {
    expect(averageItems([cell(5, 3.2), cell(4, 4.5), hidden], 0)).toEqual(cell(4, 3.9));
  });

  it("needs at least half of the items", () => {
    expect(averageItems([cell(5, 3), hidden], 0)).toEqual(cell(5, 3));
    expect(averageItems([cell(5, 3), hidden, hidden], 0)).toEqual({ shown: false, reason: "too-few-items" });
    expect(averageItems([hidden, hidden], 0)).toEqual(hidden);
  });

  it("needs the minimum of answered items for one person's score", () => {
    expect(averageItems([cell(1, 3), cell(1, 5)], 3)).toEqual({ shown: false, reason: "too-few-items" });
  });

  it("rounds halves of tenths up, without errors of binary fractions", () => {
    expect(averageItems([cell(4, 4.3), cell(4, 4)], 0)).toEqual(cell(4, 4.2));
    expect(averageItems([cell(4, 1.1), cell(4, 1.2)], 0)).toEqual(cell(4, 1.2));
  });
});
