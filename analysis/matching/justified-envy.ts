/** Pairs that both sides could hold against a solution: she would rather, and he has somebody who fits him less. */
import type { CasePair, MatchCase } from "./match-case.ts";
import { mentorsByMentee } from "./mentors-by-mentee.ts";

/**
 * Counts the pairs that are not made although the mentee would score higher with the mentor than now, and the mentor
 * has a free place or a mentee, not locked, with a lower score. A price of optimising for all, to be known; an
 * optimal solution never has such a pair with a free place.
 *
 * @param matchCase a case that was read without problems
 * @param pairs a solution, locked pairs included
 * @returns how many such pairs there are, and how many of them with a free place
 * @see Gale and Shapley (1962), American Mathematical Monthly 69, 9-15: blocking pairs, here with one score for both
 *   sides
 * @example justifiedEnvy(matchCase, solveMatch(matchCase).pairs).pairs; // 1
 */
export function justifiedEnvy(
  matchCase: MatchCase,
  pairs: readonly CasePair[],
): { readonly pairs: number; readonly withFreePlace: number } {
  const forbidden = mentorsByMentee(matchCase.forbidden);
  const locked = new Set(matchCase.locked.map(({ mentee }) => mentee));
  const mentorOf = new Map(pairs.map(({ mentee, mentor }) => [mentee, mentor]));
  const columnOf = new Map(matchCase.mentors.map(({ id }, column) => [id, column]));
  const weakest = matchCase.mentors.map(() => Number.POSITIVE_INFINITY);
  const left = matchCase.mentors.map(({ capacity }) => capacity);
  const present = matchCase.mentees.map(({ id }, row) => {
    const column = columnOf.get(mentorOf.get(id) ?? "");
    if (column === undefined) return -1;
    const score = matchCase.scores[row]?.[column] ?? 0;
    left[column] = (left[column] ?? 0) - 1;
    if (!locked.has(id)) weakest[column] = Math.min(weakest[column] ?? score, score);
    return score;
  });
  let envied = 0;
  let withFreePlace = 0;
  matchCase.mentees.forEach(({ id: mentee }, row) => {
    if (locked.has(mentee)) return;
    const refused = forbidden.get(mentee);
    matchCase.mentors.forEach(({ id: mentor, capacity }, column) => {
      const score = matchCase.scores[row]?.[column] ?? 0;
      if (capacity === 0 || score <= (present[row] ?? 0) || refused?.has(mentor) === true) return;
      const isFree = (left[column] ?? 0) > 0;
      if (!isFree && (weakest[column] ?? 0) >= score) return;
      envied += 1;
      if (isFree) withFreePlace += 1;
    });
  });
  return { pairs: envied, withFreePlace };
}
