/** The finite population correction: how much surer figures are when a large part of everybody answered. */
import { normalQuantile } from "./distributions/normal.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";

/**
 * The factor by which a standard error shrinks.
 * @param responses how many answered, 1 or more
 * @param headcount how many there are, at least as many
 * @returns √((N − n) / (N − 1)), 0 when everybody answered
 * @throws RangeError when there are more responses than people
 * @see Cochran (1977), Sampling Techniques, section 2.6
 * @example finitePopulationFactor(120, 200) // 0.634
 */
export function finitePopulationFactor(responses: number, headcount: number): number {
  if (!(responses >= 1) || !(headcount >= responses)) {
    throw new RangeError("finitePopulationFactor requires a headcount of at least the responses");
  }
  return headcount === 1 ? 0 : Math.sqrt((headcount - responses) / (headcount - 1));
}

/** A share of those who answered, and how many there are. */
export interface SurveyedShare {
  /** 0 to 1. */
  readonly share: number;
  readonly responses: number;
  readonly headcount: number;
}

/**
 * The margin of error of a share in a unit of known size.
 * @param surveyed the share, the responses and the headcount
 * @param level confidence level
 * @returns standard errors without and with the correction, the factor, and the margin ± with it (as a share)
 * @throws RangeError when the share is outside 0 to 1, or responses and headcount do not fit
 * @see Civil Service People Survey technical guide 2019, page 24: z √(p (1 − p) / n × (N − n) / (N − 1))
 * @example marginOfShare({ share: 0.43, responses: 120, headcount: 200 }).margin // 0.056
 */
export function marginOfShare(
  { share, responses, headcount }: SurveyedShare,
  level = DEFAULT_LEVEL,
): {
  readonly uncorrectedStandardError: number;
  readonly factor: number;
  readonly standardError: number;
  readonly margin: number;
} {
  if (!(share >= 0 && share <= 1)) throw new RangeError("marginOfShare requires a share from 0 to 1");
  const factor = finitePopulationFactor(responses, headcount);
  const uncorrectedStandardError = Math.sqrt((share * (1 - share)) / responses);
  const standardError = uncorrectedStandardError * factor;
  return {
    uncorrectedStandardError,
    factor,
    standardError,
    margin: -normalQuantile(tailOf(level)) * standardError,
  };
}
