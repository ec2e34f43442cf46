/** What a sample looks like: place, spread, shape and the interval of its mean. */
import { tQuantile } from "./distributions/student-t.ts";
import type { FrequencyTable } from "./frequency-table.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { mean, meanAbsoluteDeviation, momentAbout, sum, variance } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { median, quantile } from "./quantile.ts";

/** Descriptive figures. Those that need two answers, or answers that differ, are null without them. */
export interface Descriptives {
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  readonly sd: number | null;
  readonly variance: number | null;
  readonly standardError: number | null;
  readonly median: number;
  readonly firstQuartile: number;
  readonly thirdQuartile: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly sum: number;
  readonly meanDeviationFromMean: number;
  readonly meanDeviationFromMedian: number;
  readonly skewness: number | null;
  readonly excessKurtosis: number | null;
  /** t interval of the mean. */
  readonly meanInterval: Interval | null;
}

/**
 * Describes a sample. Sample variance (n − 1), quantiles of type 7, skewness g1 and excess kurtosis g2 from
 * population moments, t interval of the mean. Missing answers are counted and take no part.
 * @param table the answers
 * @param level confidence level of the mean's interval
 * @returns the figures, or "no-answers"
 * @throws RangeError when the level is not between 0 and 1
 * @see Joanes and Gill (1998) for g1 = m3 / m2^1.5 and g2 = m4 / m2² − 3
 * @example describe(countAnswers([2, 3, 4])) // mean 3, sd 1
 */
export function describe(table: FrequencyTable, level = DEFAULT_LEVEL): Outcome<Descriptives> {
  const tail = tailOf(level);
  if (table.n === 0) return notComputed("no-answers");
  const centre = mean(table);
  const second = momentAbout(table, centre, 2);
  const differs = table.values.length > 1;
  const spread = table.n > 1 ? variance(table) : null;
  const standardError = spread === null ? null : Math.sqrt(spread / table.n);
  return {
    computed: true,
    n: table.n,
    missing: table.missing,
    mean: centre,
    sd: spread === null ? null : Math.sqrt(spread),
    variance: spread,
    standardError,
    median: median(table),
    firstQuartile: quantile(table, 0.25),
    thirdQuartile: quantile(table, 0.75),
    minimum: quantile(table, 0),
    maximum: quantile(table, 1),
    sum: sum(table),
    meanDeviationFromMean: meanAbsoluteDeviation(table, centre),
    meanDeviationFromMedian: meanAbsoluteDeviation(table, median(table)),
    skewness: differs ? momentAbout(table, centre, 3) / second ** 1.5 : null,
    excessKurtosis: differs ? momentAbout(table, centre, 4) / (second * second) - 3 : null,
    meanInterval:
      standardError === null ? null : around(centre, -tQuantile(tail, table.n - 1) * standardError),
  };
}
