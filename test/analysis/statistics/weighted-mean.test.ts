/** Calibration weights, weighted means and the finite population correction. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { postStratify, rake, trimWeights } from "../../../analysis/statistics/calibration-weights.ts";
import { finitePopulationFactor, marginOfShare } from "../../../analysis/statistics/finite-population.ts";
import { countAnswers, mergeTables } from "../../../analysis/statistics/frequency-table.ts";
import { mean, standardDeviation, sumOfSquares } from "../../../analysis/statistics/moments.ts";
import { kishDesignEffect, weightedMean } from "../../../analysis/statistics/weighted-mean.ts";
import { answers } from "./answer-arbitraries.ts";
import { figures } from "./reference/entry.ts";

const CELLS = ["a", "b"].flatMap((row) => ["x", "y", "z"].map((column) => [row, column]));
const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 });

describe("raking", () => {
  it("meets every margin and keeps the odds ratios of those who answered", () => {
    fc.assert(
      fc.property(sizes, (counts) => {
        const cells = CELLS.map((labels, i) => ({ n: counts[i] ?? 0, labels }));
        const margins = [
          new Map([
            ["a", 60],
            ["b", 40],
          ]),
          new Map([
            ["x", 20],
            ["y", 30],
            ["z", 50],
          ]),
        ];
        const { weights } = figures(rake(cells, margins));
        const totals = cells.map(({ n }, i) => n * (weights[i] ?? 0));
        margins.forEach((margin, place) => {
          for (const [label, wanted] of margin) {
            const reached = totals
              .filter((_, i) => CELLS[i]?.[place] === label)
              .reduce((sum, one) => sum + one, 0);
            expect(reached).toBeCloseTo(wanted, 8);
          }
        });
        const odds = (of: readonly number[]) => ((of[0] ?? 0) * (of[4] ?? 0)) / ((of[1] ?? 0) * (of[3] ?? 0));
        expect(odds(totals) / odds(counts)).toBeCloseTo(1, 8);
      }),
    );
  });

  it("on a single margin is post-stratification", () => {
    const cells = [
      { n: 4, labels: ["a"] },
      { n: 10, labels: ["b"] },
    ];
    const raked = figures(
      rake(cells, [
        new Map([
          ["a", 30],
          ["b", 20],
        ]),
      ]),
    ).weights;
    expect(raked).toEqual(figures(postStratify([4, 10], [30, 20])).weights);
  });

  it("has verdicts for people without answers and margins that cannot be met", () => {
    expect(postStratify([0, 3], [5, 5])).toMatchObject({ reason: "too-few-answers" });
    expect(figures(postStratify([0, 5], [0, 5])).weights).toEqual([0, 1]);
    expect(
      rake(
        [{ n: 3, labels: ["a"] }],
        [
          new Map([
            ["a", 1],
            ["b", 1],
          ]),
        ],
      ),
    ).toMatchObject({ reason: "too-few-answers" });
    expect(rake([], [])).toMatchObject({ reason: "no-answers" });
    const apart = [
      { n: 5, labels: ["a", "x"] },
      { n: 5, labels: ["b", "y"] },
    ];
    const impossible = [
      new Map([
        ["a", 6],
        ["b", 4],
      ]),
      new Map([
        ["x", 4],
        ["y", 6],
      ]),
    ];
    expect(rake(apart, impossible)).toMatchObject({ reason: "no-convergence" });
  });

  it("refuses lists that do not fit", () => {
    expect(() => postStratify([1], [1, 2])).toThrow("postStratify requires one headcount a cell");
    expect(() => postStratify([-1], [1])).toThrow(RangeError);
    expect(() => rake([{ n: 1, labels: ["a", "x"] }], [new Map([["a", 1]]), new Map([["x", 2]])])).toThrow(
      "rake requires margins with the same total",
    );
    expect(() => rake([{ n: 1, labels: ["q"] }], [new Map()])).toThrow(RangeError);
  });
});

describe("trimming", () => {
  it("keeps the total and leaves no weight above the cut", () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(weights, sizes, (raw, counts) => {
        const total = (values: readonly number[]) =>
          values.reduce((sum, w, i) => sum + w * (counts[i] ?? 0), 0);
        const trimmed = trimWeights(raw, counts, 2);
        expect(total(trimmed) / total(raw)).toBeCloseTo(1, 9);
        const average = total(raw) / counts.reduce((sum, n) => sum + n, 0);
        expect(Math.max(...trimmed)).toBeLessThanOrEqual(2 * average * (1 + 1e-12));
      }),
    );
    expect(() => trimWeights([1], [1], 1)).toThrow("trimWeights requires a multiple above 1");
  });
});

describe("weighted mean", () => {
  it("with equal weights is the plain mean with its plain error", () => {
    fc.assert(
      fc.property(answers(2), answers(1), (one, two) => {
        const tables = [countAnswers(one), countAnswers(two)];
        const all = mergeTables(tables);
        const result = figures(
          weightedMean(tables.map((table) => ({ answers: table, weight: 3, labels: [] }))),
        );
        expect(result.mean).toBeCloseTo(mean(all), 12);
        expect(result.standardError).toBeCloseTo(standardDeviation(all) / Math.sqrt(all.n), 10);
        expect(result.effectiveN).toBeCloseTo(all.n, 8);
      }),
    );
  });

  it("after post-stratification has the error of a stratified mean", () => {
    fc.assert(
      fc.property(answers(2), answers(2), (one, two) => {
        const tables = [countAnswers(one), countAnswers(two)];
        const { weights } = figures(postStratify([one.length, two.length], [70, 30]));
        const cells = tables.map((table, i) => ({
          answers: table,
          weight: weights[i] ?? 0,
          labels: [String(i)],
        }));
        const result = figures(weightedMean(cells));
        const n = one.length + two.length;
        const variance = tables.reduce(
          (sum, table, i) => sum + ((weights[i] ?? 0) / 100) ** 2 * sumOfSquares(table),
          0,
        );
        expect(result.mean).toBeCloseTo(0.7 * mean(countAnswers(one)) + 0.3 * mean(countAnswers(two)), 10);
        expect(result.standardError).toBeCloseTo(Math.sqrt((variance * n) / (n - 1)), 10);
      }),
    );
  });

  it("has verdicts for nobody, one person and no weight, and refuses negative weights", () => {
    expect(weightedMean([])).toMatchObject({ reason: "no-answers" });
    const one = { answers: countAnswers([3]), weight: 1, labels: [] };
    expect(weightedMean([one])).toMatchObject({ reason: "too-few-answers" });
    expect(weightedMean([{ ...one, answers: countAnswers([3, 4]), weight: 0 }])).toMatchObject({
      computed: false,
    });
    expect(() => weightedMean([{ ...one, weight: -1 }])).toThrow(
      "weightedMean requires weights of 0 or more",
    );
    expect(() => kishDesignEffect([0], [3])).toThrow(RangeError);
    expect(kishDesignEffect([1, 3], [1, 1]).designEffect).toBeCloseTo(1.25, 12);
  });
});

describe("finite population correction", () => {
  it("shrinks from 1 for one answer to 0 for everybody", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.nat(), (headcount, seed) => {
        const n = 1 + (seed % (headcount - 1));
        const factor = finitePopulationFactor(n, headcount);
        expect(finitePopulationFactor(n + 1, headcount)).toBeLessThan(factor);
        expect(factor ** 2 * (headcount - 1)).toBeCloseTo(headcount - n, 6);
      }),
    );
    expect(finitePopulationFactor(1, 1)).toBe(0);
    expect(marginOfShare({ share: 0.4, responses: 50, headcount: 50 }).margin).toBe(0);
  });

  it("refuses more answers than people and shares outside 0 to 1", () => {
    expect(() => finitePopulationFactor(6, 5)).toThrow(RangeError);
    expect(() => marginOfShare({ share: 1.5, responses: 2, headcount: 5 })).toThrow(
      "marginOfShare requires a share from 0 to 1",
    );
  });
});
