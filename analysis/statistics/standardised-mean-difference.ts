/** The difference of two independent means in standard deviations: d_s and Hedges' g, with limits. */
import { noncentralityLimits } from "./distributions/noncentral-t.ts";
import type { FrequencyTable } from "./frequency-table.ts";
import { hedgesG } from "./hedges-g.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import type { Outcome } from "./outcome.ts";

/** Direction: second − first. */
export interface StandardisedMeanDifference {
  readonly pooledSd: number;
  /** Difference / pooled sd. */
  readonly dS: number;
  readonly dSInterval: Interval;
  readonly correction: number;
  /** Hedges' g: d_s without its small-sample bias. */
  readonly gS: number;
  readonly gSInterval: Interval;
  /** Difference / root mean square of the two sd. */
  readonly dAverageSd: number;
  /** Glass' Δ: difference / sd of the first sample; null when that does not vary. */
  readonly glassDelta: number | null;
}

/**
 * Standardised difference of two independent means, with limits from the noncentral t.
 * @param first the first sample; missing answers take no part
 * @param second the second sample
 * @param level confidence level
 * @returns the effect sizes; "too-few-answers" below two in a sample, "no-variance" when neither varies
 * @throws RangeError when the level is not between 0 and 1
 * @see Hedges (1981); Lakens (2013), equations 1 to 4; Steiger and Fouladi (1997) for the limits
 * @example standardisedMeanDifference(countAnswers([1, 2, 3]), countAnswers([3, 4, 4]))
 */
export function standardisedMeanDifference(
  first: FrequencyTable,
  second: FrequencyTable,
  level = DEFAULT_LEVEL,
): Outcome<StandardisedMeanDifference> {
  tailOf(level);
  const effect = hedgesG(first, second);
  if (!effect.computed) return effect;
  const { samples, pooledSd, dS, correction, gS } = effect;
  const { n1, n2, difference, variance1, variance2 } = samples;
  const root = Math.sqrt((n1 * n2) / (n1 + n2));
  const limits = noncentralityLimits(dS * root, n1 + n2 - 2, level);
  const dSInterval = { lower: limits.lower / root, upper: limits.upper / root };
  return {
    computed: true,
    pooledSd,
    dS,
    dSInterval,
    correction,
    gS,
    gSInterval: { lower: correction * dSInterval.lower, upper: correction * dSInterval.upper },
    dAverageSd: difference / Math.sqrt((variance1 + variance2) / 2),
    glassDelta: variance1 > 0 ? difference / Math.sqrt(variance1) : null,
  };
}
