/** What holds of the coordinator's decisions about the pairs of a round: of each pair, the newest. */
import { type MatchWeights, USUAL_WEIGHTS } from "../../../analysis/matching/criteria.ts";
import type { CasePair } from "../../../analysis/matching/match-case.ts";
import type { Decision } from "./store.ts";

interface DecidedPair extends CasePair {
  readonly decidedAt: Date;
}

/** The newest decision about a pair holds; the newest weights too. Pairs are of persons. */
export function standingDecisions(decisions: readonly Decision[]): {
  readonly locked: readonly DecidedPair[];
  readonly forbidden: readonly DecidedPair[];
  readonly weights: MatchWeights;
} {
  let weights: MatchWeights = USUAL_WEIGHTS;
  const newest = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.kind === "weights") {
      weights = decision.weights ?? USUAL_WEIGHTS;
      continue;
    }
    // A mentee has one mentor: a lock takes the place of an earlier one.
    for (const [key, earlier] of newest) {
      const replaced = decision.kind === "lock" && earlier.kind === "lock";
      if (replaced && earlier.menteePersonId === decision.menteePersonId) newest.delete(key);
    }
    newest.set(`${decision.menteePersonId} ${decision.mentorPersonId}`, decision);
  }
  const pairs = (kind: Decision["kind"]) =>
    [...newest.values()].flatMap(({ kind: own, menteePersonId, mentorPersonId, decidedAt }) =>
      own === kind && menteePersonId !== null && mentorPersonId !== null
        ? [{ mentee: menteePersonId, mentor: mentorPersonId, decidedAt }]
        : [],
    );
  return { locked: pairs("lock"), forbidden: pairs("forbid"), weights };
}
