/** Which names may go on under which others, whatever was stated before. */
import { describe, expect, test } from "vitest";
import {
  earlierNames,
  labelOf,
  laterNames,
  movedNames,
  type Question,
} from "../../../web/coordinator/renamed-names.ts";

const area: Question = {
  item: "area",
  label: "Which area do you work in?",
  waves: ["w1", "w2", "w3"],
  names: [
    { value: "a", label: "Area A", waves: ["w1"] },
    { value: "b", label: "Area B", waves: ["w1", "w2", "w3"] },
    { value: "x", label: "Area X", waves: ["w2"] },
    { value: "y", label: "Area Y", waves: ["w3"] },
  ],
};
const values = (names: readonly { readonly value: string }[]) => names.map(({ value }) => value);

describe("a name", () => {
  test("that every survey has is not listed as moved", () => {
    expect(values(movedNames(area))).toEqual(["a", "x", "y"]);
  });

  test("may go on only under one that begins after it ended", () => {
    expect(values(laterNames(area, "a", []))).toEqual(["x", "y"]);
    expect(values(laterNames(area, "x", []))).toEqual(["y"]);
    for (const last of ["b", "y", "nowhere", ""]) expect(laterNames(area, last, [])).toEqual([]);
  });

  test("continues one other only, and may itself go on", () => {
    const stated = [{ item: "area", earlier: "a", later: "x" }];
    expect(values(earlierNames(area, stated))).toEqual(["x"]);
    expect(values(laterNames(area, "x", stated))).toEqual(["y"]);
    expect(values(laterNames(area, "x", [{ item: "area", earlier: "a", later: "y" }]))).toEqual([]);
    const all = [...stated, { item: "area", earlier: "x", later: "y" }];
    expect(earlierNames(area, all)).toEqual([]);
  });

  test("of another question changes nothing, and one that no survey has any more stands as stated", () => {
    const other = [{ item: "grade", earlier: "a", later: "x" }];
    expect(values(earlierNames(area, other))).toEqual(["a", "x"]);
    expect(labelOf([area], "area", "a")).toBe("Area A");
    expect(labelOf([area], "area", "gone")).toBe("gone");
    expect(labelOf([area], "grade", "a")).toBe("a");
  });
});
