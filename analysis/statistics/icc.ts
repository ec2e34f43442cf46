/** Intraclass correlation of raters nested in groups: how far a group is of one mind, and how reliable its mean is. */
import { fQuantile, fUpper } from "./distributions/f-distribution.ts";
import { type FrequencyTable, mergeTables } from "./frequency-table.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { mean, sumOfSquares } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** One-way analysis of variance and the intraclass correlations that follow. */
export interface IntraclassCorrelation {
  readonly groups: number;
  readonly n: number;
  readonly meanSquareBetween: number;
  readonly meanSquareWithin: number;
  readonly dfBetween: number;
  readonly dfWithin: number;
  readonly f: number;
  readonly p: number;
  readonly meanGroupSize: number;
  /** The size that makes the variance components of unequal groups unbiased. */
  readonly adjustedGroupSize: number;
  /** ICC(1) at the mean group size: one rater's reliability. May be negative. */
  readonly icc1: number;
  readonly icc1AdjustedSize: number;
  readonly icc1Interval: Interval;
  /** ICC(2): the group mean's reliability. */
  readonly icc2: number;
  readonly icc2Interval: Interval;
  readonly etaSquared: number;
}

/**
 * ICC(1) and ICC(2) of a one-way random model.
 * @param groupTables the answers (or scale scores) of each group; groups without answers are left out
 * @param level confidence level
 * @returns the correlations; "too-few-answers" below two groups or without a repeated one, "no-variance" when
 * nobody differs from the own group's mean
 * @throws RangeError when the level is not between 0 and 1
 * @see Bliese (2000): (MSB − MSW) / (MSB + (k − 1) MSW) and (MSB − MSW) / MSB; limits Shrout and Fleiss (1979)
 * @example intraclassCorrelation([countAnswers([1, 2]), countAnswers([4, 5])])
 */
export function intraclassCorrelation(
  groupTables: readonly FrequencyTable[],
  level = DEFAULT_LEVEL,
): Outcome<IntraclassCorrelation> {
  const tail = tailOf(level);
  const tables = groupTables.filter((table) => table.n > 0);
  const all = mergeTables(tables);
  const groups = tables.length;
  const { n } = all;
  const dfBetween = groups - 1;
  const dfWithin = n - groups;
  if (groups < 2 || dfWithin < 1) return notComputed("too-few-answers");
  const centre = mean(all);
  const between = tables.reduce((sum, table) => sum + table.n * (mean(table) - centre) ** 2, 0);
  const within = tables.reduce((sum, table) => sum + sumOfSquares(table), 0);
  const msb = between / dfBetween;
  const msw = within / dfWithin;
  if (!(msw > 0)) return notComputed("no-variance");
  const meanGroupSize = n / groups;
  const adjustedGroupSize = (n - tables.reduce((sum, table) => sum + table.n * table.n, 0) / n) / dfBetween;
  const icc1 = (size: number): number => (msb - msw) / (msb + (size - 1) * msw);
  const f = msb / msw;
  const low = f / fQuantile(1 - tail, dfBetween, dfWithin);
  const high = f * fQuantile(1 - tail, dfWithin, dfBetween);
  const limit = (ratio: number): number => (ratio - 1) / (ratio + meanGroupSize - 1);
  return {
    computed: true,
    groups,
    n,
    meanSquareBetween: msb,
    meanSquareWithin: msw,
    dfBetween,
    dfWithin,
    f,
    p: fUpper(f, dfBetween, dfWithin),
    meanGroupSize,
    adjustedGroupSize,
    icc1: icc1(meanGroupSize),
    icc1AdjustedSize: icc1(adjustedGroupSize),
    icc1Interval: { lower: limit(low), upper: limit(high) },
    icc2: (msb - msw) / msb,
    icc2Interval: { lower: 1 - 1 / low, upper: 1 - 1 / high },
    etaSquared: between / (between + within),
  };
}
