/** The highest and lowest items. */
import { describe, expect, it } from "vitest";
import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import { highlights } from "../../../analysis/report360/highlights.ts";
import type { ItemRow } from "../../../analysis/report360/report-model.ts";

const row = (code: string, allOthers: Cell<Figure>, scale = "five"): ItemRow => ({
  code,
  label: { en: code },
  blocks: {},
  allOthers,
  scale,
  reverseKeyed: false,
  distributions: {},
});
const rows = (...means: number[]) =>
  means.map((mean, place) => row(`i${place}`, { shown: true, n: 5, value: { mean, bound: "exact" } }));
const pointsOf = (scale: string) => (scale === "five" ? 5 : 7);
const ranks = (list: readonly { readonly code: string; readonly rank: number }[]) =>
  list.map(({ code, rank }) => `${rank} ${code}`);

describe("highlights", () => {
  it("ranks equal items equally and skips the next rank", () => {
    const { highest } = highlights(rows(4.1, 3.9, 3.9, 3.5, 3, 2.9, 2.8, 2.7), pointsOf);
    expect(ranks(highest)).toEqual(["1 i0", "2 i1", "2 i2", "4 i3"]);
  });

  it("lists the lowest first, five of each at most unless the fifth is tied", () => {
    const { highest, lowest } = highlights(
      rows(5, 4.9, 4.8, 4.7, 4.6, 4.6, 3, 2, 1.9, 1.8, 1.7, 1.6),
      pointsOf,
    );
    expect(ranks(highest)).toEqual(["1 i0", "2 i1", "3 i2", "4 i3", "5 i4", "5 i5"]);
    expect(ranks(lowest)).toEqual(["1 i11", "2 i10", "3 i9", "4 i8", "5 i7"]);
  });

  it("lists nothing where nothing stands out", () => {
    expect(highlights(rows(...Array.from({ length: 40 }, () => 3.5)), pointsOf)).toEqual({
      highest: [],
      lowest: [],
    });
    expect(highlights([], pointsOf)).toEqual({ highest: [], lowest: [] });
  });

  it("stops before a tie that would double the list", () => {
    const { highest } = highlights(rows(4.5, ...Array.from({ length: 20 }, () => 4), 2, 1), pointsOf);
    expect(ranks(highest)).toEqual(["1 i0"]);
  });

  it("puts no item in both lists", () => {
    const { highest, lowest } = highlights(rows(4, 3, 3, 3, 3, 2), pointsOf);
    expect(ranks(highest)).toEqual(["1 i0"]);
    expect(ranks(lowest)).toEqual(["1 i5"]);
  });

  it("leaves out items that are not shown, and compares scales by the share of their length", () => {
    const mixed = [
      row("hidden", { shown: false, reason: "too-few-answers" }),
      row("five", { shown: true, n: 5, value: { mean: 4, bound: "exact" } }, "five"),
      row("seven", { shown: true, n: 5, value: { mean: 5, bound: "exact" } }, "seven"),
    ];
    expect(ranks(highlights(mixed, pointsOf).highest)).toEqual(["1 five"]);
    expect(ranks(highlights(mixed, pointsOf).lowest)).toEqual(["1 seven"]);
  });
});
