/** First wave to last with both weighted alike by a cut: what is left when the composition changed in between. */
import { type Bounds, linearly, minus } from "../bounds.ts";
import { sumOf } from "../staff-tables/count-bounds.ts";
import { normalQuantile } from "../statistics/distributions/normal.ts";
import type {
  CategoryMeasure,
  ComparedCategory,
  ComparedCut,
  StaffWeighted,
} from "./staff-comparison-model.ts";

/** Below so many answers a category's weight rests on too few. */
const SMALLEST_CATEGORY = 10;
/** Share of each wave's answers that the shown categories must hold. */
const COVERED = 0.95;

/** Everybody's figures of a measure. */
export interface WholeMeasure {
  /** Last wave minus the first, unweighted. */
  readonly estimate: Bounds;
  /** Answers in the first and in the last wave. */
  readonly before: number;
  readonly after: number;
}

interface Stratum {
  readonly before: Score;
  readonly after: Score;
  readonly headcounts: { readonly before: number | null; readonly after: number | null };
}

/** The categories shown in both waves with enough answers. */
function strataOf(categories: readonly ComparedCategory[], column: number): readonly Stratum[] {
  return categories.flatMap(({ measures, response }): Stratum[] => {
    const before = cellOf(measures[column], 0);
    const after = cellOf(measures[column], response.length - 1);
    if (before === undefined || after === undefined) return [];
    if (Math.min(before.n, after.n) < SMALLEST_CATEGORY) return [];
    const headcounts = {
      before: response[0]?.headcount ?? null,
      after: response.at(-1)?.headcount ?? null,
    };
    return [{ before, after, headcounts }];
  });
}

interface Score {
  readonly mean: Bounds;
  readonly sdAtMost: number | null;
  readonly n: number;
}

function cellOf(measure: CategoryMeasure | undefined, wave: number): Score | undefined {
  const cell = measure?.waves[wave];
  if (cell?.shown !== true || cell.value.mean === null) return undefined;
  return { mean: cell.value.mean, sdAtMost: cell.value.sdAtMost, n: cell.n };
}

/** Whoever is in no shown category has no part in the weighted figures; they must be few. */
function coversEnough(strata: readonly Stratum[], { before, after }: WholeMeasure): boolean {
  const sum = (side: Side): number => strata.reduce((total, stratum) => total + stratum[side].n, 0);
  return sum("before") >= COVERED * before && sum("after") >= COVERED * after;
}

type Side = "before" | "after";

function weightedMean(strata: readonly Stratum[], side: Side, weights: readonly number[]) {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const parts = strata.map((stratum, place) => ({ ...stratum[side], weight: (weights[place] ?? 0) / all }));
  const variances = parts.flatMap(({ sdAtMost, weight, n }) =>
    sdAtMost === null ? [] : [(weight * sdAtMost) ** 2 / n],
  );
  return {
    mean: sumOf(parts.map(({ mean, weight }) => linearly(mean, weight))),
    variance: variances.length < parts.length ? null : variances.reduce((sum, variance) => sum + variance, 0),
  };
}

/** Outermost limits: from the largest variances that the bounds allow. */
function limitsOf({ low, high }: Bounds, variance: number | null) {
  if (variance === null) return null;
  const half = -normalQuantile(0.025) * Math.sqrt(variance);
  return { lower: low - half, upper: high + half };
}

function weightsOf(
  strata: readonly Stratum[],
  to: StaffWeighted["to"],
): { readonly before: readonly number[]; readonly after: readonly number[] } | null {
  if (to === "first-wave") {
    const first = strata.map(({ before }) => before.n);
    return { before: first, after: first };
  }
  const known = (side: Side) => strata.flatMap(({ headcounts }) => headcounts[side] ?? []);
  const before = known("before");
  const after = known("after");
  return before.length === strata.length && after.length === strata.length ? { before, after } : null;
}

/**
 * Scales and index weighted by each cut of one item, where the categories shown in both waves hold nearly all answers.
 * @param cuts the compared cuts
 * @param whole the figures of everybody, by code of the measure
 * @returns weighted to the first wave's composition, and to the headcounts where these are known
 * @see Holt and Smith (1979), post-stratification: the variance is Σ W² s² / n
 * @example weightedChanges(cuts, new Map([["index", { estimate: 2.1, before: 210, after: 190 }]]))
 */
export function weightedChanges(
  cuts: readonly ComparedCut[],
  whole: ReadonlyMap<string, WholeMeasure>,
): readonly StaffWeighted[] {
  return cuts
    .filter(({ codes }) => codes.length === 1)
    .flatMap(({ codes, categories }) =>
      (categories[0]?.measures ?? []).flatMap(({ code }, column) => {
        const strata = strataOf(categories, column);
        const everybody = whole.get(code);
        if (everybody === undefined || strata.length < 2 || !coversEnough(strata, everybody)) return [];
        return (["first-wave", "headcounts"] as const).flatMap((to): StaffWeighted[] => {
          const weights = weightsOf(strata, to);
          if (weights === null) return [];
          const before = weightedMean(strata, "before", weights.before);
          const after = weightedMean(strata, "after", weights.after);
          const estimate = minus(after.mean, before.mean);
          const variance =
            before.variance === null || after.variance === null ? null : before.variance + after.variance;
          const difference = { estimate, interval: limitsOf(estimate, variance) };
          return [
            {
              code,
              to,
              cut: codes,
              before: before.mean,
              after: after.mean,
              difference,
              unweighted: everybody.estimate,
            },
          ];
        });
      }),
    );
}
