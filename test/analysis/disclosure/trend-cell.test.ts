/** What may be said of a change between two waves. */
import { describe, expect, it } from "vitest";
import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import { trendCell } from "../../../analysis/disclosure/trend-cell.ts";

const side = (mean: number, bound: Figure["bound"] = "exact", n = 6) => ({
  groups: ["peer", "other"],
  cell: { shown: true, n, value: { mean, bound } } satisfies Cell<Figure>,
});
const steady = { joiners: 0, leavers: 0, minimum: 4 };
const direction = (value: string) => ({ shown: true, kind: "direction", direction: value });

describe("trendCell", () => {
  it("is after minus before in tenths", () => {
    expect(trendCell(side(3.4), side(3.1), steady)).toEqual({ shown: true, kind: "difference", value: -0.3 });
    expect(trendCell(side(3.4), side(3.7), { ...steady, joiners: 4, leavers: 5 })).toEqual({
      shown: true,
      kind: "difference",
      value: 0.3,
    });
  });

  it("is only a direction where few joined or left", () => {
    expect(trendCell(side(3.4), side(3.7), { ...steady, joiners: 1 })).toEqual(direction("up"));
    expect(trendCell(side(3.4), side(3.1), { ...steady, leavers: 3 })).toEqual(direction("down"));
    expect(trendCell(side(3.4), side(3.4), { ...steady, leavers: 3 })).toEqual(direction("same"));
  });

  it("is only a direction between bounds", () => {
    expect(trendCell(side(3.4), side(4.7, "at-least"), steady)).toEqual(direction("up"));
  });

  it("is not shown between different groups or where a side is not shown", () => {
    expect(trendCell(side(3), { ...side(3), groups: ["peer"] }, steady)).toEqual({
      shown: false,
      reason: "different-groups",
    });
    const hidden = { groups: ["other", "peer"], cell: { shown: false, reason: "too-few-answers" } as const };
    expect(trendCell(side(3), hidden, steady)).toEqual({ shown: false, reason: "too-few-answers" });
    expect(trendCell(hidden, side(3), steady)).toEqual({ shown: false, reason: "too-few-answers" });
    expect(trendCell(side(3, "exact", 3), side(3), steady)).toEqual({
      shown: false,
      reason: "too-few-answers",
    });
  });
});
