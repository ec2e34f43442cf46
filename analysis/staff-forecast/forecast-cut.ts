/** Which groups of a cut will probably be shown, before anybody answers: worked out from the headcounts. */
import { binomialCdf, binomialProbability } from "../statistics/distributions/binomial.ts";

export interface ForecastCategory {
  /** Answers to be expected: headcount × response. */
  readonly expected: number;
  /** How probable it is that the group is shown, 0 to 1. */
  readonly probability: number;
  /** How probable it is that it is shown and a count of favourable answers in it is exact, 0 to 1. */
  readonly exact: number;
}

export interface ForecastPlan {
  /** Smallest number of answers behind a figure, k. */
  readonly minimum: number;
  /** Share of people who answer, 0 to 1. */
  readonly response: number;
  /** Share of answers that are favourable, 0 to 1: assumed, since nobody knows. */
  readonly favourable: number;
  /** How far the bounds of a coded count lie apart. */
  readonly width: number;
}

/** How many of one group answer. */
interface GroupAnswers {
  /** By number of answers, from 0 to all. */
  readonly chance: Float64Array;
  /** By number of answers: that many or more; one entry further, 0. */
  readonly atLeast: Float64Array;
}

/** Numbers of answers as improbable as this change no per cent. */
const NEVER = 1e-9;

/**
 * Applies the count rules to what a cut may bring if everybody answers alike: a group below the minimum is hidden, and
 * with it the smallest of the others while those hidden together are fewer than the minimum, since the total is shown.
 * Further cuts and skipped questions hide more, so this is the brighter side.
 * Of a group that is shown, a count of n is exact from width + 1 to n − width − 1, and else only known by bounds.
 *
 * @param headcounts people in each group of one cut, answered or not
 * @param plan the minimum and the response
 * @returns one entry a group; the same input gives the same numbers
 * @throws RangeError for a share outside 0 to 1, or a headcount that is not whole
 * @see Independent binomial groups, exact; the rule is pass 0 and 1 of analysis/staff-tables/README.md for a single cut
 * @example forecastCut([40, 12], { minimum: 10, response: 0.6, favourable: 0.75, width: 2 })[1]?.probability // 0.083
 */
export function forecastCut(headcounts: readonly number[], plan: ForecastPlan): readonly ForecastCategory[] {
  const { response, favourable } = plan;
  for (const share of [response, favourable]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError("a forecast requires shares from 0 to 1");
  }
  if (headcounts.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError("a forecast requires whole headcounts of 0 or more");
  }
  const groups = headcounts.map((count) => answersOf(count, response));
  return headcounts.map((count, place) => ({
    expected: Math.round(count * response),
    ...chancesOf(groups, place, plan),
  }));
}

function answersOf(headcount: number, response: number): GroupAnswers {
  const chance = Float64Array.from({ length: headcount + 1 }, (_, answers) =>
    binomialProbability(answers, headcount, response),
  );
  const atLeast = new Float64Array(headcount + 2);
  for (let answers = headcount; answers >= 0; answers -= 1) {
    atLeast[answers] = (atLeast[answers + 1] ?? 0) + (chance[answers] ?? 0);
  }
  return { chance, atLeast };
}

/** A group with enough answers is hidden only as the smallest such group beside few answers in hidden ones. */
function chancesOf(
  groups: readonly GroupAnswers[],
  place: number,
  { minimum, favourable, width }: ForecastPlan,
): Pick<ForecastCategory, "probability" | "exact"> {
  const chance = groups[place]?.chance ?? new Float64Array();
  let shown = 0;
  let exact = 0;
  for (let answers = minimum; answers < chance.length; answers += 1) {
    const often = chance[answers] ?? 0;
    if (often <= NEVER) continue;
    const own = often * (1 - chanceHiddenBeside(groups, place, { answers, minimum }));
    shown += own;
    exact += own * chanceExact(answers, favourable, width);
  }
  return { probability: Math.min(1, shown), exact: Math.min(1, exact) };
}

/**
 * How probable it is that a count is shown exactly, of a group that is coded by itself.
 *
 * @param answers how many of the group answered
 * @param favourable share of favourable answers, 0 to 1
 * @param width how far the bounds of a coded count lie apart
 * @returns the chance of a count that is more than `width` away from nobody and from all
 * @example chanceExact(12, 0.75, 2) // 0.61
 */
export function chanceExact(answers: number, favourable: number, width: number): number {
  const last = answers - width - 1;
  if (last <= width) return 0;
  return Math.max(0, binomialCdf(last, answers, favourable) - binomialCdf(width, answers, favourable));
}

/** The chance that groups too small to be shown have 1 to k − 1 answers together, and all others more than this one. */
function chanceHiddenBeside(
  groups: readonly GroupAnswers[],
  place: number,
  { answers, minimum }: { readonly answers: number; readonly minimum: number },
): number {
  // By answers in the groups too small, up to k − 1: the chance, with every other group larger than this one.
  let hidden = new Float64Array(minimum);
  hidden[0] = 1;
  groups.forEach(({ chance, atLeast }, other) => {
    if (other === place) return;
    // Of two alike the one named first counts as the smaller.
    const larger = atLeast[Math.min(atLeast.length - 1, other < place ? answers + 1 : answers)] ?? 0;
    const next = new Float64Array(minimum);
    for (let sum = 0; sum < minimum; sum += 1) {
      let all = (hidden[sum] ?? 0) * larger;
      for (let own = 0; own <= sum; own += 1) all += (hidden[sum - own] ?? 0) * (chance[own] ?? 0);
      next[sum] = all;
    }
    hidden = next;
  });
  return hidden.reduce((sum, one, few) => (few === 0 ? sum : sum + one), 0);
}
