/** The Mann-Whitney test of two independent samples, corrected for ties. */
import { combineRanks, countHigher } from "./combined-ranks.ts";
import { normalTwoSided } from "./distributions/normal.ts";
import { rankSumTails } from "./distributions/rank-distributions.ts";
import type { FrequencyTable } from "./frequency-table.ts";
import { repeatEach } from "./midranks.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Direction: the second sample higher. p values are two-sided; 1 (and z null) when all answers are equal. */
export interface MannWhitney {
  readonly n1: number;
  readonly n2: number;
  /** How often the second is above the first, ties half; and the other way round. */
  readonly u2: number;
  readonly u1: number;
  readonly rankSum2: number;
  /** Σ (t³ − t) over tied groups of t answers. */
  readonly tieSum: number;
  readonly meanOfU: number;
  readonly varianceOfU: number;
  readonly z: number | null;
  readonly pNormal: number;
  /** With continuity correction ½. */
  readonly zContinuity: number | null;
  readonly pNormalContinuity: number;
  /** Exact, twice the smaller tail; null above `exactUpTo` answers. */
  readonly pExactTwiceSmallerTail: number | null;
  /** Exact, all outcomes at least as far from the mean; differs from the other with ties and unequal sizes. */
  readonly pExactByDistance: number | null;
  /** P(second > first) + P(equal) / 2. */
  readonly probabilityOfSuperiority: number;
}

/**
 * The Mann-Whitney test. Missing answers take no part.
 * @param first the first sample
 * @param second the second sample
 * @param exactUpTo most answers (both samples) for which the exact p values are worked out
 * @returns the test, or "no-answers" when a sample is empty
 * @see Mann and Whitney (1947); tie correction Lehmann (1975), equation 1.35; exact: Streitberg and Röhmel (1986)
 * @example mannWhitney(countAnswers([1, 2]), countAnswers([2, 3, 3]))
 */
export function mannWhitney(
  first: FrequencyTable,
  second: FrequencyTable,
  exactUpTo = 60,
): Outcome<MannWhitney> {
  const n1 = first.n;
  const n2 = second.n;
  if (n1 === 0 || n2 === 0) return notComputed("no-answers");
  const n = n1 + n2;
  const combined = combineRanks(first, second);
  const u2 = countHigher(combined);
  const tieSum = combined.reduce((sum, one) => {
    const tied = one.first + one.second;
    return sum + tied * (tied - 1) * (tied + 1);
  }, 0);
  const meanOfU = (n1 * n2) / 2;
  const varianceOfU = n === 1 ? 0 : ((n1 * n2) / 12) * (n + 1 - tieSum / (n * (n - 1)));
  const differs = combined.length > 1;
  const sd = Math.sqrt(varianceOfU);
  const away = u2 - meanOfU;
  const z = differs ? away / sd : null;
  const zContinuity = differs ? (away - Math.sign(away) / 2) / sd : null;
  const rankSum2 = u2 + (n2 * (n2 + 1)) / 2;
  const allRanks = (): number[] =>
    repeatEach(
      combined.map((one) => one.rank),
      combined.map((one) => one.first + one.second),
    );
  const exact = n <= exactUpTo ? rankSumTails(allRanks(), n2, rankSum2) : null;
  return {
    computed: true,
    n1,
    n2,
    u2,
    u1: n1 * n2 - u2,
    rankSum2,
    tieSum,
    meanOfU,
    varianceOfU,
    z,
    pNormal: z === null ? 1 : normalTwoSided(z),
    zContinuity,
    pNormalContinuity: zContinuity === null ? 1 : normalTwoSided(zContinuity),
    pExactTwiceSmallerTail: exact === null ? null : Math.min(1, 2 * Math.min(exact.lower, exact.upper)),
    pExactByDistance: exact === null ? null : exact.farFromMean,
    probabilityOfSuperiority: u2 / (n1 * n2),
  };
}
