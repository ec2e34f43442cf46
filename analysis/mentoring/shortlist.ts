/** When mentees may choose among three mentors, and among whom: only where there are places to spare. */
import type { MatchCase } from "../matching/match-case.ts";
import { mentorsByMentee } from "../matching/mentors-by-mentee.ts";
import type { MatchResult } from "../matching/solve-match.ts";

/** Below this share of places to spare, one mentee's choice would take the mentor of another. */
const SPARE_PERCENT = 20;
const LONGEST_LIST = 3;

export interface Slack {
  readonly places: number;
  readonly taken: number;
  /** Places to spare in percent of those taken, whole; 0 when nothing is taken. */
  readonly sparePercent: number;
  readonly choice: boolean;
  /** Why a choice is offered or not. */
  readonly sentence: string;
}

/**
 * Whether there are places to spare.
 *
 * @param matchCase the case that was solved
 * @param result its result
 * @returns the places and the decision in words
 * @example slackOf(matchCase, solveMatch(matchCase)).choice; // false
 */
export function slackOf(matchCase: MatchCase, result: Pick<MatchResult, "matched" | "unmatched">): Slack {
  const places = matchCase.mentors.reduce((sum, { capacity }) => sum + capacity, 0);
  const taken = result.matched;
  const sparePercent = taken === 0 ? 0 : Math.floor((100 * (places - taken)) / taken);
  const waiting = result.unmatched.length;
  if (waiting > 0) {
    return {
      places,
      taken,
      sparePercent,
      choice: false,
      sentence: `No choice is offered: ${waiting} would stay without a mentor, and every choice would make more of them.`,
    };
  }
  if (taken === 0 || sparePercent < SPARE_PERCENT) {
    return {
      places,
      taken,
      sparePercent,
      choice: false,
      sentence: `No choice is offered: ${sparePercent} % of places are to spare, and below ${SPARE_PERCENT} % one mentee's choice takes the mentor of another.`,
    };
  }
  return {
    places,
    taken,
    sparePercent,
    choice: true,
    sentence: `Each mentee may choose among up to three mentors: ${sparePercent} % of places are to spare.`,
  };
}

/**
 * The mentors among whom each mentee with a new pair may choose: the proposed one, who is kept for the mentee, and up
 * to two who fit best among those with a place that nobody was proposed for.
 *
 * @param matchCase the case that was solved
 * @param result its result
 * @returns mentors' ids by mentee's id, the one that is kept first
 * @example shortlists(matchCase, result).get("e1"); // ["m4", "m2", "m7"]
 */
export function shortlists(
  matchCase: MatchCase,
  result: Pick<MatchResult, "pairs">,
): ReadonlyMap<string, readonly string[]> {
  const left = new Map(matchCase.mentors.map(({ id, capacity }) => [id, capacity]));
  for (const { mentor } of result.pairs) left.set(mentor, (left.get(mentor) ?? 0) - 1);
  const forbidden = mentorsByMentee(matchCase.forbidden);
  const rowOf = new Map(matchCase.mentees.map(({ id }, row) => [id, row]));
  const lists = new Map<string, readonly string[]>();
  for (const { mentee, mentor, locked } of result.pairs) {
    if (locked) continue;
    const scores = matchCase.scores[rowOf.get(mentee) ?? -1] ?? [];
    const others = matchCase.mentors
      .map(({ id }, column) => ({ id, score: scores[column] ?? 0 }))
      .filter(({ id }) => id !== mentor && (left.get(id) ?? 0) > 0 && forbidden.get(mentee)?.has(id) !== true)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    lists.set(mentee, [mentor, ...others.slice(0, LONGEST_LIST - 1).map(({ id }) => id)]);
  }
  return lists;
}
