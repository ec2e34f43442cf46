/** Linear mixed models. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minimise } from "../../../analysis/statistics/minimise.ts";
import {
  groupSums,
  type MixedObservation,
  solveMixed,
} from "../../../analysis/statistics/mixed-likelihood.ts";
import { mixedModel } from "../../../analysis/statistics/mixed-model.ts";
import { pairedT } from "../../../analysis/statistics/paired-t.ts";
import { linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { pairs, split } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

/** Both waves of linked persons as observations; each unit holds three persons. */
function observationsOf(linked: readonly (readonly [number, number])[]): MixedObservation[] {
  return linked.flatMap(([before, after], person) => {
    const unit = Math.floor(person / 3);
    return [
      { outcome: before, predictors: [1, 0], person, unit },
      { outcome: after, predictors: [1, 1], person, unit },
    ];
  });
}

describe("mixed model", () => {
  it("gives the paired t for two complete waves whenever persons differ at all", () => {
    fc.assert(
      fc.property(pairs(5, 25), (linked) => {
        const model = mixedModel(observationsOf(linked));
        const test = pairedT(linkWaves(...split(linked)).linked);
        if (!model.computed || !test.computed || model.variances.person < 0.01) return;
        expect(model.effects[1]?.estimate).toBeCloseTo(test.estimate, 6);
        expect(model.effects[1]?.t).toBeCloseTo(test.t, 3);
        expect(model.effects[1]?.df).toBeCloseTo(test.df, 1);
      }),
      { numRuns: 20 },
    );
  });

  it("does not depend on the order of observations, and moves with the answers", () => {
    const observations = observationsOf([
      [1, 2],
      [2, 4],
      [4, 4],
      [5, 4],
      [3, 5],
      [2, 2],
      [1, 3],
    ]);
    const here = figures(mixedModel(observations, { units: true }));
    const moved = observations.map((one) => ({ ...one, outcome: one.outcome + 10 })).reverse();
    const there = figures(mixedModel(moved, { units: true }));
    expect(there.effects[0]?.estimate).toBeCloseTo((here.effects[0]?.estimate ?? 0) + 10, 6);
    expect(there.logLikelihood).toBeCloseTo(here.logLikelihood, 8);
  });

  it("tests contrasts, of which a coefficient is one", () => {
    const observations = observationsOf([
      [1, 2],
      [2, 4],
      [4, 4],
      [5, 4],
      [3, 5],
    ]);
    const model = figures(
      mixedModel(observations, {
        contrasts: [
          [0, 1],
          [1, 1],
        ],
      }),
    );
    expect(model.contrasts[0]).toEqual(model.effects[1]);
    expect(model.contrasts[1]?.estimate).toBeCloseTo(19 / 5, 8);
  });

  it("fixes a variance at 0 when persons do not differ more than chance", () => {
    const model = figures(
      mixedModel(
        observationsOf([
          [1, 5],
          [5, 1],
          [2, 4],
          [4, 2],
          [3, 3],
        ]),
      ),
    );
    expect(model.variances.person).toBe(0);
    expect(model.personShare).toBe(0);
  });

  it("has verdicts where there is nothing to fit, and refuses a person in two units", () => {
    expect(mixedModel([])).toMatchObject({ reason: "no-answers" });
    expect(mixedModel(observationsOf([[1, 2]]))).toMatchObject({ reason: "too-few-answers" });
    expect(
      mixedModel(
        observationsOf([
          [3, 3],
          [3, 3],
          [3, 3],
        ]),
      ),
    ).toMatchObject({ reason: "no-variance" });
    const once = [1, 4, 2].map((outcome, person) => ({ outcome, predictors: [1], person, unit: 0 }));
    expect(mixedModel(once)).toMatchObject({ reason: "too-few-answers" });
    const wandering = [0, 1].map((unit) => ({ outcome: 1, predictors: [1], person: "a", unit }));
    expect(() => groupSums(wandering)).toThrow("a mixed model requires one unit a person");
  });

  it("has the likelihood of independent normal answers when nothing is random but the residual", () => {
    const outcomes = [1, 3, 4, 4];
    const data = groupSums(
      outcomes.map((outcome, person) => ({ outcome, predictors: [1], person, unit: 0 })),
    );
    const solution = solveMixed(data, { person: 0, unit: 0, residual: 2 }, false);
    const squares = outcomes.reduce((sum, value) => sum + (value - 3) ** 2, 0);
    expect(solution?.deviance).toBeCloseTo(4 * Math.log(2 * Math.PI * 2) + squares / 2, 10);
    expect(solution?.coefficients[0]).toBeCloseTo(3, 12);
  });
});

describe("minimise", () => {
  it("finds the bottom of a bowl and its curvature", () => {
    const place = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const bowl = ([x = 0, y = 0]: readonly number[]) =>
          (x - a) ** 2 + 3 * (y - b) ** 2 + (x - a) * (y - b);
        const minimum = minimise(bowl, [0, 0], () => false);
        expect(minimum.found && minimum.point[0]).toBeCloseTo(a, 6);
        expect(minimum.found && minimum.point[1]).toBeCloseTo(b, 6);
        expect(minimum.found && minimum.hessian[1]?.[1]).toBeCloseTo(6, 4);
      }),
    );
  });

  it("says when there is no bottom to find", () => {
    const cliff = ([x = 0]: readonly number[]) => (x > 0.5 ? Number.NaN : -x);
    expect(minimise(cliff, [0], () => false)).toEqual({ found: false, givenUp: false });
    const slope = ([x = 0]: readonly number[]) => Math.exp(x);
    expect(minimise(slope, [0], ([x = 0]) => x < -9)).toEqual({ found: false, givenUp: true });
  });
});
