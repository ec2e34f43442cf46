/** t tests of two independent samples: Welch (the default) and Student (for comparability only). */
import type { FrequencyTable } from "./frequency-table.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { mean, sumOfSquares } from "./moments.ts";
import { type NotComputed, notComputed, type Outcome } from "./outcome.ts";
import { type TTest, tTestOf } from "./paired-t.ts";

/** Sizes, means and variances of two samples; direction of `difference`: second − first. */
export interface TwoSamples {
  readonly n1: number;
  readonly n2: number;
  readonly mean1: number;
  readonly mean2: number;
  readonly variance1: number;
  readonly variance2: number;
  readonly difference: number;
}

/**
 * Sizes, means and sample variances (n − 1) of two independent samples. Missing answers take no part.
 * @param first the first sample
 * @param second the second sample
 * @returns the figures; "too-few-answers" below two in a sample, "no-variance" when neither varies
 * @see difference = second − first
 * @example twoSamples(countAnswers([1, 2]), countAnswers([3, 4]))
 */
export function twoSamples(first: FrequencyTable, second: FrequencyTable): Outcome<TwoSamples> {
  if (first.n === 0 || second.n === 0) return notComputed("no-answers");
  if (first.n < 2 || second.n < 2) return notComputed("too-few-answers");
  const variance1 = sumOfSquares(first) / (first.n - 1);
  const variance2 = sumOfSquares(second) / (second.n - 1);
  if (variance1 === 0 && variance2 === 0) return notComputed("no-variance");
  const mean1 = mean(first);
  const mean2 = mean(second);
  return {
    computed: true,
    n1: first.n,
    n2: second.n,
    mean1,
    mean2,
    variance1,
    variance2,
    difference: mean2 - mean1,
  };
}

/**
 * Welch's standard error and degrees of freedom.
 * @param samples sizes and variances
 * @returns the standard error of the difference and the Welch-Satterthwaite df
 * @see Welch (1947); Satterthwaite (1946)
 * @example welchError(samples).df
 */
export function welchError({ n1, n2, variance1, variance2 }: TwoSamples): {
  readonly standardError: number;
  readonly df: number;
} {
  const one = variance1 / n1;
  const two = variance2 / n2;
  return {
    standardError: Math.sqrt(one + two),
    df: (one + two) ** 2 / (one ** 2 / (n1 - 1) + two ** 2 / (n2 - 1)),
  };
}

/**
 * The pooled variance of two samples.
 * @param samples sizes and variances
 * @returns ((n1 − 1) s1² + (n2 − 1) s2²) / (n1 + n2 − 2)
 * @see Student (1908), two samples
 * @example pooledVariance(samples)
 */
export function pooledVariance({ n1, n2, variance1, variance2 }: TwoSamples): number {
  return ((n1 - 1) * variance1 + (n2 - 1) * variance2) / (n1 + n2 - 2);
}

type TwoSampleT = Outcome<TTest & { readonly samples: TwoSamples }>;

function withSamples(
  samples: Outcome<TwoSamples>,
  errorOf: (samples: TwoSamples) => { readonly standardError: number; readonly df: number },
  level: number,
): ({ readonly computed: true; readonly samples: TwoSamples } & TTest) | NotComputed {
  tailOf(level);
  if (!samples.computed) return samples;
  const { standardError, df } = errorOf(samples);
  return { computed: true, samples, ...tTestOf(samples.difference, standardError, df, level) };
}

/**
 * Welch's t test: do the means of two independent samples differ (second − first)?
 * @param first the first sample; missing answers take no part
 * @param second the second sample
 * @param level confidence level
 * @returns the difference with its test, two-sided; "too-few-answers" or "no-variance"
 * @throws RangeError when the level is not between 0 and 1
 * @see Welch (1947): no assumption of equal variances
 * @example welchT(countAnswers([1, 2, 3]), countAnswers([3, 4, 4]))
 */
export function welchT(first: FrequencyTable, second: FrequencyTable, level = DEFAULT_LEVEL): TwoSampleT {
  return withSamples(twoSamples(first, second), welchError, level);
}

/**
 * Student's t test with pooled variance, for comparison with older reports only.
 * @param first the first sample; missing answers take no part
 * @param second the second sample
 * @param level confidence level
 * @returns the difference (second − first) with its test, two-sided; "too-few-answers" or "no-variance"
 * @throws RangeError when the level is not between 0 and 1
 * @see Student (1908): df = n1 + n2 − 2
 * @example studentT(countAnswers([1, 2, 3]), countAnswers([3, 4, 4]))
 */
export function studentT(first: FrequencyTable, second: FrequencyTable, level = DEFAULT_LEVEL): TwoSampleT {
  const error = (samples: TwoSamples) => ({
    standardError: Math.sqrt(pooledVariance(samples) * (1 / samples.n1 + 1 / samples.n2)),
    df: samples.n1 + samples.n2 - 2,
  });
  return withSamples(twoSamples(first, second), error, level);
}
