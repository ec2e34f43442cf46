/** How well a pair fits: a score 0..100 with the contribution of every criterion. */
import { CRITERIA, type MatchWeights } from "./criteria.ts";
import type { MenteeRequest, MentorOffer } from "./match-people.ts";

interface Contribution {
  readonly criterion: string;
  /** Points of the score, a whole number 0..weight. */
  readonly points: number;
  readonly weight: number;
}

export interface PairScore {
  /** Sum of the contributions, 0..100. */
  readonly score: number;
  /** In the order of the criteria, those without points included. */
  readonly contributions: readonly Contribution[];
}

export interface ScoreRules {
  readonly weights: MatchWeights;
  /** Grades from the lowest to the highest. */
  readonly grades: readonly string[];
}

/**
 * Scores a pair. Whether a hard rule forbids it is another matter: forbidden pairs have a score too.
 *
 * @param mentee the request
 * @param mentor the offer
 * @param rules weights that sum to 100, and the order of grades
 * @returns the score and where it comes from; each contribution is rounded to whole points before they are summed
 * @example scorePair(mentee, mentor, { weights: USUAL_WEIGHTS, grades }).score; // 75
 */
export function scorePair(mentee: MenteeRequest, mentor: MentorOffer, rules: ScoreRules): PairScore {
  const contributions = CRITERIA.map(({ name, rule }) => {
    const weight = rules.weights[name] ?? 0;
    return { criterion: name, points: Math.round(weight * rule(mentee, mentor, rules.grades)), weight };
  });
  return { score: contributions.reduce((sum, { points }) => sum + points, 0), contributions };
}

/**
 * The score of a pair without where it comes from: as scorePair, for many pairs in a row.
 *
 * @param mentee the request
 * @param mentor the offer
 * @param rules weights that sum to 100, and the order of grades
 * @returns the score, 0..100
 * @example scoreOf(mentee, mentor, { weights: USUAL_WEIGHTS, grades }); // 75
 */
export function scoreOf(mentee: MenteeRequest, mentor: MentorOffer, rules: ScoreRules): number {
  let score = 0;
  for (const { name, rule } of CRITERIA) {
    score += Math.round((rules.weights[name] ?? 0) * rule(mentee, mentor, rules.grades));
  }
  return score;
}
