/** Whatever people answer, no statistic gives NaN: it gives figures, null, or a verdict. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cronbachAlpha } from "../../../analysis/statistics/alpha.ts";
import { ancova } from "../../../analysis/statistics/ancova.ts";
import { averageDeviation } from "../../../analysis/statistics/average-deviation.ts";
import { awg } from "../../../analysis/statistics/awg.ts";
import { brunnerMunzel } from "../../../analysis/statistics/brunner-munzel.ts";
import { cliffsDelta } from "../../../analysis/statistics/cliffs-delta.ts";
import { describe as describeSample } from "../../../analysis/statistics/descriptives.ts";
import { differenceInDifferences } from "../../../analysis/statistics/difference-in-differences.ts";
import { differenceOfProportions } from "../../../analysis/statistics/difference-of-proportions.ts";
import { favourableShares } from "../../../analysis/statistics/favourable-share.ts";
import { fishersExactP } from "../../../analysis/statistics/fishers-exact.ts";
import { countAnswers, countWhere } from "../../../analysis/statistics/frequency-table.ts";
import { pseudomedian } from "../../../analysis/statistics/hodges-lehmann.ts";
import { intraclassCorrelation } from "../../../analysis/statistics/icc.ts";
import { itemAnalysis } from "../../../analysis/statistics/item-analysis.ts";
import { itemMoments } from "../../../analysis/statistics/item-moments.ts";
import { mannWhitney } from "../../../analysis/statistics/mann-whitney.ts";
import { mcnemar } from "../../../analysis/statistics/mcnemar.ts";
import { mixedModel } from "../../../analysis/statistics/mixed-model.ts";
import { pairedChange } from "../../../analysis/statistics/paired-change.ts";
import { pairedCounts, pairedProportions } from "../../../analysis/statistics/paired-proportions.ts";
import { pairedT } from "../../../analysis/statistics/paired-t.ts";
import { changes, linkWaves } from "../../../analysis/statistics/paired-table.ts";
import { partlyOverlappingT } from "../../../analysis/statistics/partly-overlapping-t.ts";
import { partlyOverlappingZ } from "../../../analysis/statistics/partly-overlapping-z.ts";
import { regressionToMean } from "../../../analysis/statistics/regression-to-mean.ts";
import { reliableChange } from "../../../analysis/statistics/reliable-change.ts";
import { retestCorrelation } from "../../../analysis/statistics/retest-correlation.ts";
import { rwg, rwgJ } from "../../../analysis/statistics/rwg.ts";
import { signTest } from "../../../analysis/statistics/sign-test.ts";
import { signedRank } from "../../../analysis/statistics/signed-rank.ts";
import { guttmanLambda6, splitHalf } from "../../../analysis/statistics/split-half.ts";
import { standardisedMeanChange } from "../../../analysis/statistics/standardised-mean-change.ts";
import { standardisedMeanDifference } from "../../../analysis/statistics/standardised-mean-difference.ts";
import { weightedMean } from "../../../analysis/statistics/weighted-mean.ts";
import { studentT, welchT } from "../../../analysis/statistics/welch-t.ts";

const POINTS = { favourable: [4, 5], neutral: [3], unfavourable: [1, 2], lowest: 1, highest: 5 };
const favourable = (answer: number): boolean => answer >= 4;

/** Few answers, often equal, often missing; also scale means. */
const answer = fc.oneof(
  fc.constantFrom(3, 5, null),
  fc.integer({ min: 1, max: 5 }),
  fc.constantFrom(2.3, 2.35, 4.05),
);
const wave = fc.array(answer, { maxLength: 7 });
const linked = fc.array(fc.tuple(answer, answer), { maxLength: 7 });

/** Names of all figures that are NaN. */
function notNumbers(value: unknown, path = "result"): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => notNumbers(inner, `${path}.${name}`));
}

describe("no statistic gives NaN", () => {
  it("of one and of two samples", () => {
    fc.assert(
      fc.property(wave, wave, (one, two) => {
        const [x, y] = [countAnswers(one), countAnswers(two)];
        const shares = [x, y].map((table) => ({ count: countWhere(table, favourable), n: table.n }));
        const [first = { count: 0, n: 0 }, second = { count: 0, n: 0 }] = shares;
        const results = [
          describeSample(x),
          favourableShares(x, POINTS),
          rwg(x, 2),
          rwgJ([x, y], 2),
          averageDeviation(x),
          awg(x, 1, 5),
          intraclassCorrelation([x, y]),
          welchT(x, y),
          studentT(x, y),
          standardisedMeanDifference(x, y),
          mannWhitney(x, y),
          cliffsDelta(x, y),
          brunnerMunzel(x, y),
          weightedMean([x, y].map((answers, i) => ({ answers, weight: i + 1, labels: [String(i)] }))),
          x.n > 0 && y.n > 0 ? [differenceOfProportions(first, second), fishersExactP(first, second)] : [],
        ];
        expect(notNumbers(results)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("of linked waves and treated groups", () => {
    fc.assert(
      fc.property(linked, linked, (one, two) => {
        const waves = linkWaves(
          one.map(([before]) => before),
          one.map(([, after]) => after),
        );
        const other = linkWaves(
          two.map(([before]) => before),
          two.map(([, after]) => after),
        ).linked;
        const table = waves.linked;
        const counts = pairedCounts(table, favourable);
        const share = (only: typeof waves.beforeOnly) => ({ count: countWhere(only, favourable), n: only.n });
        const sides = { beforeOnly: share(waves.beforeOnly), afterOnly: share(waves.afterOnly) };
        const results = [
          pairedChange(table),
          pairedT(table),
          standardisedMeanChange(table),
          signedRank(table, "pratt"),
          signedRank(table, "drop"),
          signTest(table),
          pseudomedian(changes(table)),
          pairedProportions(counts),
          mcnemar(counts),
          partlyOverlappingT(waves),
          partlyOverlappingZ({ linked: counts, ...sides }),
          retestCorrelation(table),
          reliableChange(table, 0.8),
          regressionToMean(table),
          ancova(table, other),
          differenceInDifferences(table, other),
        ];
        expect(notNumbers(results)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("of scales and of several waves", () => {
    const point = fc.constantFrom(1, 3, 5, 2.3, 4.05, null);
    fc.assert(
      fc.property(fc.array(fc.tuple(point, point, point), { maxLength: 7 }), (table) => {
        const moments = itemMoments([0, 1, 2].map((item) => table.map((row) => row[item] ?? null)));
        const observations = table.flatMap((row, person) =>
          row.flatMap((outcome, place) =>
            outcome === null
              ? []
              : [
                  {
                    outcome,
                    predictors: [1, place === 1 ? 1 : 0, place === 2 ? 1 : 0],
                    person,
                    unit: person % 2,
                  },
                ],
          ),
        );
        const results = [
          cronbachAlpha(moments),
          itemAnalysis(moments),
          splitHalf(moments),
          guttmanLambda6(moments),
          mixedModel(observations),
          mixedModel(observations, { units: true, restricted: false }),
        ];
        expect(notNumbers(results)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
