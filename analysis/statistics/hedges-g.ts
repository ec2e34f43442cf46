/** The difference of two independent means in standard deviations, without limits. */
import type { FrequencyTable } from "./frequency-table.ts";
import { hedgesCorrection } from "./hedges-correction.ts";
import type { Outcome } from "./outcome.ts";
import { pooledVariance, type TwoSamples, twoSamples } from "./welch-t.ts";

/** Direction: second − first. */
interface HedgesG {
  readonly samples: TwoSamples;
  readonly pooledSd: number;
  /** Difference / pooled sd. */
  readonly dS: number;
  readonly correction: number;
  /** Hedges' g: d_s without its small-sample bias. */
  readonly gS: number;
}

/**
 * Hedges' g alone: its limits cost many times what it costs itself.
 * @param first the first sample; missing answers take no part
 * @param second the second sample
 * @returns the effect size; "too-few-answers" below two in a sample, "no-variance" when neither varies
 * @see Hedges (1981); Lakens (2013), equations 1 and 4
 * @example hedgesG(countAnswers([1, 2, 3]), countAnswers([3, 4, 4]))
 */
export function hedgesG(first: FrequencyTable, second: FrequencyTable): Outcome<HedgesG> {
  const samples = twoSamples(first, second);
  if (!samples.computed) return samples;
  const pooledSd = Math.sqrt(pooledVariance(samples));
  const dS = samples.difference / pooledSd;
  const correction = hedgesCorrection(samples.n1 + samples.n2 - 2);
  return { computed: true, samples, pooledSd, dS, correction, gS: correction * dS };
}
