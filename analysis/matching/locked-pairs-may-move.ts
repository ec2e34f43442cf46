/** What breaking locked pairs would bring: "would moving an existing pair place somebody else?" */
import { assign } from "./assign.ts";
import type { CasePair, MatchCase } from "./match-case.ts";
import { at, matchGraph } from "./match-graph.ts";

export interface LockedPairsMoved {
  /** Pairs that could be made if the locked ones might be broken. */
  readonly matched: number;
  readonly lockedPairsKept: number;
  /** The locked pairs that one such solution breaks, in the order of the mentees' ids. */
  readonly moved: readonly CasePair[];
}

/**
 * Solves the case with the locks opened: as many pairs as possible, then as many of the formerly locked ones as
 * possible. A proposal to look at, never carried out without consent.
 *
 * @param matchCase a case that was read without problems
 * @returns how many pairs and how many of the locked ones would remain, and which would go
 * @throws RangeError when the result cannot be proven optimal (a fault of the engine)
 * @example ifLockedPairsMayMove(matchCase); // { matched: 25, lockedPairsKept: 1, moved: [...] }
 */
export function ifLockedPairsMayMove(matchCase: MatchCase): LockedPairsMoved {
  const lockedTo = new Map(matchCase.locked.map(({ mentee, mentor }) => [mentee, mentor]));
  // A kept pair counts 1 point, any other none: the highest total keeps most.
  const scores = matchCase.mentees.map(({ id }) =>
    matchCase.mentors.map((mentor) => (lockedTo.get(id) === mentor.id ? 1 : 0)),
  );
  const graph = matchGraph({ ...matchCase, scores, locked: [] });
  const mentorOf = assign(graph, { objective: "maxTotal", cap: 0 });
  const moved = graph.mentees.flatMap((mentee, row) => {
    const mentor = lockedTo.get(mentee);
    return mentor === undefined || graph.mentors[at(mentorOf, row)] === mentor ? [] : [{ mentee, mentor }];
  });
  return {
    matched: mentorOf.filter((mentor) => mentor !== -1).length,
    lockedPairsKept: matchCase.locked.length - moved.length,
    moved,
  };
}
