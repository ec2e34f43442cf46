/** Descriptive figures. */
import fc from "fast-check";
import { expect, describe as group, it } from "vitest";
import { describe } from "../../../analysis/statistics/descriptives.ts";
import { countAnswers, tableFromCounts } from "../../../analysis/statistics/frequency-table.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

group("descriptives", () => {
  it("mirror when the scale is turned", () => {
    fc.assert(
      fc.property(answers(3), (raw) => {
        fc.pre(new Set(raw).size > 1);
        const one = figures(describe(countAnswers(raw)));
        const two = figures(describe(countAnswers(raw.map((value) => 6 - value))));
        expect(two.mean).toBeCloseTo(6 - one.mean, 12);
        expect(two.sd).toBeCloseTo(one.sd ?? 0, 12);
        expect(two.skewness).toBeCloseTo(-(one.skewness ?? 0), 9);
        expect(two.firstQuartile).toBeCloseTo(6 - one.thirdQuartile, 12);
        expect(two.meanInterval?.lower).toBeCloseTo(6 - (one.meanInterval?.upper ?? 0), 11);
      }),
    );
  });

  it("cost and say the same for ten answers and for ten million alike", () => {
    const few = figures(describe(tableFromCounts([1, 2, 3, 3, 1], 1)));
    const many = figures(describe(tableFromCounts([1e6, 2e6, 3e6, 3e6, 1e6], 1)));
    expect(many.mean).toBeCloseTo(few.mean, 12);
    expect(many.excessKurtosis).toBeCloseTo(few.excessKurtosis ?? 0, 10);
    expect(many.n).toBe(1e7);
  });

  it("leave out what one answer cannot tell, and say that nobody answered", () => {
    const one = figures(describe(countAnswers([4, null])));
    expect(one).toMatchObject({ n: 1, missing: 1, mean: 4, sd: null, meanInterval: null, skewness: null });
    expect(describe(countAnswers([null]))).toEqual({ computed: false, reason: "no-answers" });
  });

  it("refuse a level outside 0 to 1", () => {
    expect(() => describe(countAnswers([1, 2]), 95)).toThrow("an interval requires a level between 0 and 1");
  });
});
