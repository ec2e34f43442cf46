/** Favourable shares. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { favourableShares } from "../../../analysis/statistics/favourable-share.ts";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

const POINTS = { favourable: [4, 5], neutral: [3], unfavourable: [1, 2], lowest: 1, highest: 5 };

describe("favourable shares", () => {
  it("add up to 1 and agree with counting raw answers", () => {
    fc.assert(
      fc.property(answers(1), (raw) => {
        const shares = figures(favourableShares(countAnswers(raw), POINTS));
        expect(shares.favourable + shares.neutral + shares.unfavourable).toBeCloseTo(1, 12);
        expect(shares.favourable).toBe(raw.filter((one) => one >= 4).length / raw.length);
        expect(shares.index).toBeCloseTo(raw.reduce((sum, one) => sum + (one - 1) * 25, 0) / raw.length, 9);
        expect(shares.counts).toEqual(
          [1, 2, 3, 4, 5].map((point) => raw.filter((one) => one === point).length),
        );
      }),
    );
  });

  it("change sides when the item is turned", () => {
    fc.assert(
      fc.property(answers(1), (raw) => {
        const one = figures(favourableShares(countAnswers(raw), POINTS));
        const two = figures(favourableShares(countAnswers(raw.map((value) => 6 - value)), POINTS));
        expect(two.favourable).toBe(one.unfavourable);
        expect(two.netFavourable).toBe(one.netFavourable === 0 ? two.netFavourable : -one.netFavourable);
        expect(two.index).toBeCloseTo(100 - one.index, 9);
      }),
    );
  });

  it("say that nobody answered, and refuse an item without room between its ends", () => {
    expect(favourableShares(countAnswers([null]), POINTS)).toEqual({ computed: false, reason: "no-answers" });
    expect(() => favourableShares(countAnswers([1]), { ...POINTS, highest: 1 })).toThrow(RangeError);
  });
});
