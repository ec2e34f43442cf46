/** Requests and offers made into a case for the engine: scores, forbidden pairs with their reason, locked pairs. */
import { firstBrokenRule, openRuleBook, type RoundFacts } from "./hard-rules.ts";
import { type CasePair, type ForbiddenPair, type MatchCase, USUAL_FAIRNESS_CAP } from "./match-case.ts";
import type { MenteeRequest, MentorOffer } from "./match-people.ts";
import { mentorsByMentee } from "./mentors-by-mentee.ts";
import { type ScoreRules, scoreOf } from "./score-pair.ts";

export interface Round extends RoundFacts {
  readonly mentees: readonly MenteeRequest[];
  readonly mentors: readonly MentorOffer[];
  readonly weights: ScoreRules["weights"];
  readonly locked: readonly CasePair[];
  /** Pairs that the coordinator forbids. */
  readonly refused: readonly CasePair[];
  readonly fairnessCap?: number;
  /** Days of waiting by staff number. */
  readonly waitingDays?: ReadonlyMap<string, number>;
}

/**
 * The case of a round; ids are staff numbers. Of several rules that forbid a pair the first is its reason.
 *
 * @param round requests, offers, roster, weights, locked and refused pairs
 * @returns the case; a pair that is locked stays allowed whatever a rule says, for it was made with open eyes
 * @example solveMatch(buildCase(round));
 */
export function buildCase(round: Round): MatchCase {
  const book = openRuleBook(round);
  const locked = mentorsByMentee(round.locked);
  const refused = mentorsByMentee(round.refused);
  const forbidden: ForbiddenPair[] = [];
  const scores = round.mentees.map((mentee) => {
    const own = mentee.person.ref;
    const lockedTo = locked.get(own);
    const refusedTo = refused.get(own);
    return round.mentors.map((mentor) => {
      const pair = { mentee: own, mentor: mentor.person.ref };
      if (lockedTo?.has(pair.mentor) !== true) {
        const broken = firstBrokenRule(mentee, mentor, book);
        if (broken !== undefined) forbidden.push({ ...pair, reason: broken.code });
        else if (refusedTo?.has(pair.mentor) === true) forbidden.push(pair);
      }
      return scoreOf(mentee, mentor, round);
    });
  });
  return {
    fairnessCap: round.fairnessCap ?? USUAL_FAIRNESS_CAP,
    mentees: round.mentees.map(({ person: { ref: id } }) => {
      const waitingDays = round.waitingDays?.get(id);
      return waitingDays === undefined ? { id } : { id, waitingDays };
    }),
    mentors: round.mentors.map(({ person, capacity }) => ({ id: person.ref, capacity })),
    scores,
    forbidden,
    locked: round.locked,
  };
}
