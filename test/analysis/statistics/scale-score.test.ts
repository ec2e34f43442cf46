/** Scale scores. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleScore } from "../../../analysis/statistics/scale-score.ts";

describe("scale score", () => {
  it("is the mean of the answered items, whatever their order", () => {
    const answer = fc.option(fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 12 }), (items) => {
        const answered = items.filter((item) => item !== null);
        const expected = answered.reduce((sum, item) => sum + item, 0) / answered.length;
        expect(scaleScore(items, 1)).toBe(answered.length === 0 ? null : expected);
        expect(scaleScore([...items].reverse(), 1)).toBe(scaleScore(items, 1));
      }),
    );
  });

  it("is missing below the minimum of answered items", () => {
    expect(scaleScore([5, null, null, 4], 3)).toBeNull();
    expect(scaleScore([5, null, 3, 4], 3)).toBe(4);
    expect(() => scaleScore([1], 0)).toThrow("scaleScore requires a minimum of at least one answered item");
  });
});
