/** Intraclass correlation. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAnswers } from "../../../analysis/statistics/frequency-table.ts";
import { intraclassCorrelation } from "../../../analysis/statistics/icc.ts";
import { mixedModel } from "../../../analysis/statistics/mixed-model.ts";
import { welchT } from "../../../analysis/statistics/welch-t.ts";
import { rows } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

describe("intraclass correlation", () => {
  it("agrees with the variance components of a mixed model when groups are equal", () => {
    const groups = [
      [1, 2, 2, 1],
      [4, 5, 3, 4],
      [2, 3, 3, 4],
      [5, 5, 4, 5],
    ];
    const observations = groups.flatMap((group, person) =>
      group.map((outcome) => ({ outcome, predictors: [1], person, unit: 0 })),
    );
    const icc = figures(intraclassCorrelation(groups.map(countAnswers)));
    expect(icc.icc1).toBeCloseTo(figures(mixedModel(observations)).personShare, 6);
    expect(icc.icc1).toBeCloseTo(icc.icc1AdjustedSize, 12);
  });

  it("has the squared t as F for two groups of equal size", () => {
    const [one, two] = [countAnswers([1, 2, 4]), countAnswers([3, 5, 5])];
    expect(figures(intraclassCorrelation([one, two])).f).toBeCloseTo(figures(welchT(one, two)).t ** 2, 10);
  });

  it("does not change when groups are put in another order or answers are moved", () => {
    fc.assert(
      fc.property(fc.array(rows(1, 2, 8), { minLength: 2, maxLength: 6 }), (groups) => {
        const tables = groups.map((group) => countAnswers(group.flat()));
        const moved = groups.map((group) => countAnswers(group.flat().map((value) => value + 7))).reverse();
        const here = intraclassCorrelation(tables);
        const there = intraclassCorrelation(moved);
        fc.pre(here.computed && there.computed);
        if (here.computed && there.computed) {
          expect(there.icc1).toBeCloseTo(here.icc1, 9);
          expect(here.icc1Interval.lower).toBeLessThanOrEqual(here.icc1Interval.upper);
          expect(here.etaSquared).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it("says when there is one group only, or nobody differs within groups", () => {
    expect(intraclassCorrelation([countAnswers([1, 2]), countAnswers([])])).toMatchObject({
      reason: "too-few-answers",
    });
    expect(intraclassCorrelation([countAnswers([1, 1]), countAnswers([2, 2])])).toMatchObject({
      reason: "no-variance",
    });
  });
});
