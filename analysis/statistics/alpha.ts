/** Cronbach's alpha: how far the items of a scale go together, with its limits. */
import { fQuantile } from "./distributions/f-distribution.ts";
import { normalQuantile } from "./distributions/normal.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { correlations, covariances, type ItemMoments } from "./item-moments.ts";
import { type Matrix, multiply } from "./matrix.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Alpha of the complete rows, and what follows from it. */
export interface Alpha {
  /** Persons who answered every item. */
  readonly n: number;
  readonly items: number;
  readonly alpha: number;
  /** Null when an item does not vary. */
  readonly standardisedAlpha: number | null;
  readonly feldt: Interval;
  readonly duhachekStandardError: number;
  readonly duhachek: Interval;
  readonly meanInterItemCorrelation: number | null;
  /** Mean and sd of the persons' item means. */
  readonly scaleMean: number;
  readonly scaleSd: number;
  /** In scale points: scaleSd × √(1 − alpha). */
  readonly standardErrorOfMeasurement: number;
}

/** A variance of totals below this part of the items' variances is rounding: the totals are equal. */
const ROUNDING = 1e-12;

function grandSum(matrix: Matrix): number {
  return matrix.reduce((sum, row) => sum + row.reduce((part, value) => part + value, 0), 0);
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
}

/**
 * Alpha from a covariance matrix.
 * @param covariance items × items, at least two
 * @returns alpha, or null when the total does not vary
 * @throws RangeError when there are fewer than two items
 * @see Cronbach (1951): k / (k − 1) (1 − Σ s_ii / Σ s_ij)
 * @example alphaOf([[1, 0.5], [0.5, 1]]) // 0.6667
 */
export function alphaOf(covariance: Matrix): number | null {
  const items = covariance.length;
  if (items < 2) throw new RangeError("alpha requires at least two items");
  const all = grandSum(covariance);
  const own = trace(covariance);
  return all > ROUNDING * own ? (items / (items - 1)) * (1 - own / all) : null;
}

/**
 * Standardised alpha from a correlation matrix.
 * @param correlation items × items, at least two
 * @returns k r̄ / (1 + (k − 1) r̄), and the mean correlation r̄
 * @throws RangeError when there are fewer than two items
 * @see Spearman-Brown formula on the mean inter-item correlation
 * @example standardisedAlphaOf([[1, 0.5], [0.5, 1]]).alpha // 0.6667
 */
export function standardisedAlphaOf(correlation: Matrix): {
  readonly alpha: number;
  readonly meanCorrelation: number;
} {
  const items = correlation.length;
  if (items < 2) throw new RangeError("standardised alpha requires at least two items");
  const meanCorrelation = (grandSum(correlation) - trace(correlation)) / (items * (items - 1));
  return { alpha: (items * meanCorrelation) / (1 + (items - 1) * meanCorrelation), meanCorrelation };
}

/** Standard error of alpha without the assumption of equal covariances. */
function duhachekError(covariance: Matrix, n: number): number {
  const items = covariance.length;
  const all = grandSum(covariance);
  const diagonal = trace(covariance);
  const square = multiply(covariance, covariance);
  const inner = all * (trace(square) + diagonal * diagonal) - 2 * diagonal * grandSum(square);
  return Math.sqrt(((2 * items * items) / (items - 1) ** 2 / all ** 3) * (Math.max(0, inner) / n));
}

/**
 * Cronbach's alpha of the persons who answered every item, with Feldt's and Duhachek's limits.
 * Items must already point the same way.
 * @param moments sums and cross products of complete rows
 * @param level confidence level
 * @returns alpha and what belongs to it; "too-few-answers" below two persons, "no-variance" when totals are equal
 * @throws RangeError when there are fewer than two items or the level is not between 0 and 1
 * @see Cronbach (1951); Feldt, Woodruff and Salih (1987); Duhachek and Iacobucci (2004)
 * @example cronbachAlpha(itemMoments(columns))
 */
export function cronbachAlpha(moments: ItemMoments, level = DEFAULT_LEVEL): Outcome<Alpha> {
  const tail = tailOf(level);
  const { n } = moments;
  const items = moments.sums.length;
  if (items < 2) throw new RangeError("alpha requires at least two items");
  if (n < 2) return notComputed("too-few-answers");
  const covariance = covariances(moments);
  const alpha = alphaOf(covariance);
  if (alpha === null) return notComputed("no-variance");
  const df1 = n - 1;
  const df2 = df1 * (items - 1);
  const correlation = correlations(covariance);
  const standardised = correlation === null ? null : standardisedAlphaOf(correlation);
  const scaleSd = Math.sqrt(grandSum(covariance)) / items;
  const error = duhachekError(covariance, n);
  return {
    computed: true,
    n,
    items,
    alpha,
    standardisedAlpha: standardised?.alpha ?? null,
    feldt: {
      lower: 1 - (1 - alpha) * fQuantile(1 - tail, df1, df2),
      upper: 1 - (1 - alpha) * fQuantile(tail, df1, df2),
    },
    duhachekStandardError: error,
    duhachek: around(alpha, -normalQuantile(tail) * error),
    meanInterItemCorrelation: standardised?.meanCorrelation ?? null,
    scaleMean: moments.sums.reduce((sum, value) => sum + value, 0) / items / n,
    scaleSd,
    standardErrorOfMeasurement: scaleSd * Math.sqrt(Math.max(0, 1 - alpha)),
  };
}
