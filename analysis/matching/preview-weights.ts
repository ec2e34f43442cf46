/** What other weights would change, before they are used. */
import { buildCase, type Round } from "./build-case.ts";
import type { MatchWeights } from "./criteria.ts";
import { type MatchResult, type MatchWish, solveMatch } from "./solve-match.ts";

export interface WeightsPreview {
  readonly before: MatchResult;
  readonly after: MatchResult;
  /** Mentees who would get another mentor, or one where they had none, or none; in the order of their ids. */
  readonly changed: readonly {
    readonly mentee: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/**
 * Solves a round with its present weights and with others.
 *
 * @param round the round with its present weights
 * @param weights the others, summing to 100
 * @param wish the objective
 * @returns both results and whose mentor changes
 * @throws RangeError when a result cannot be proven optimal (a fault of the engine)
 * @example previewWeights(round, { ...USUAL_WEIGHTS, areas: 50, site: 0 }).changed.length; // 3
 */
export function previewWeights(round: Round, weights: MatchWeights, wish: MatchWish = {}): WeightsPreview {
  const before = solveMatch(buildCase(round), wish);
  const after = solveMatch(buildCase({ ...round, weights }), wish);
  const mentorBefore = mentorsOf(before);
  const mentorAfter = mentorsOf(after);
  const changed = [...new Set([...mentorBefore.keys(), ...mentorAfter.keys()])]
    .sort()
    .map((mentee) => ({
      mentee,
      before: mentorBefore.get(mentee) ?? null,
      after: mentorAfter.get(mentee) ?? null,
    }))
    .filter((change) => change.before !== change.after);
  return { before, after, changed };
}

function mentorsOf({ pairs }: MatchResult): ReadonlyMap<string, string> {
  return new Map(pairs.map(({ mentee, mentor }) => [mentee, mentor]));
}
