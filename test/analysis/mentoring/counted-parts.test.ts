/** Parts of a whole: none too small, none that follows from the others, and the same ones at the next look. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keptParts, partsOf } from "../../../analysis/mentoring/counted-parts.ts";
import { holderOf, NOTHING_HELD } from "../../../analysis/mentoring/held-figures.ts";

describe("parts", () => {
  test("stand alone when large enough; the rest is counted together", () => {
    const counts = new Map([
      ["a", 9],
      ["b", 6],
      ["c", 2],
      ["d", 3],
    ]);
    expect(partsOf(counts, 5)).toEqual([["a"], ["b"], ["c", "d"]]);
  });

  test("take the smallest part in when the rest alone would be too few", () => {
    const counts = new Map([
      ["a", 9],
      ["b", 6],
      ["c", 2],
    ]);
    expect(partsOf(counts, 5)).toEqual([["a"], ["b", "c"]]);
  });

  test("are one when everybody is alike, for a division would tell everybody's value", () => {
    expect(
      partsOf(
        new Map([
          ["a", 9],
          ["b", 0],
        ]),
        5,
      ),
    ).toEqual([["a", "b"]]);
  });

  test("are none when there are too few in all", () => {
    expect(partsOf(new Map([["a", 4]]), 5)).toEqual([]);
    expect(() => partsOf(new Map(), 0)).toThrow("parts require a minimum");
  });

  test("hold at least the minimum each and together everybody, whatever the counts", () => {
    const counts = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 2, max: 6 }), (list, minimum) => {
        const byValue = new Map(list.map((count, place) => [`v${place}`, count]));
        const total = list.reduce((sum, count) => sum + count, 0);
        const sizes = partsOf(byValue, minimum).map((values) =>
          values.reduce((sum, value) => sum + (byValue.get(value) ?? 0), 0),
        );
        if (total < minimum) expect(sizes).toEqual([]);
        else {
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(minimum);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(total);
        }
      }),
    );
  });

  test("stay what they were, and take new values in at the end", () => {
    expect(keptParts([["a"], ["b"]], ["a", "b", "c"])).toEqual([["a"], ["b", "c"]]);
  });
});

describe("a held figure", () => {
  test("stays as it was until enough people were added", () => {
    const first = holderOf(NOTHING_HELD, 5);
    expect(first.cell("matched", 7, () => 7)).toEqual({ shown: true, n: 7, value: 7 });
    const second = holderOf(first.held(), 5);
    expect(second.cell("matched", 11, () => 11)).toEqual({ shown: true, n: 7, value: 7 });
    const third = holderOf(second.held(), 5);
    expect(third.cell("matched", 12, () => 12)).toEqual({ shown: true, n: 12, value: 12 });
  });

  test("is counted again when enough arrived, though the people are the same", () => {
    const first = holderOf(NOTHING_HELD, 5);
    first.cell("meetings", 10, () => 1, 10);
    expect(holderOf(first.held(), 5).cell("meetings", 10, () => 1.4, 14)).toMatchObject({ value: 1 });
    expect(holderOf(first.held(), 5).cell("meetings", 10, () => 1.5, 15)).toMatchObject({ value: 1.5 });
  });

  test("is never shown over too few", () => {
    expect(holderOf(NOTHING_HELD, 5).cell("matched", 4, () => 4)).toEqual({
      shown: false,
      reason: "too-few-answers",
    });
    expect(holderOf(NOTHING_HELD, 5).cell("matched", 0, () => 0)).toEqual({
      shown: false,
      reason: "no-answers",
    });
  });
});
