/** Whether moving pairs there are would place everybody who waits; a proposal that needs the consent of both. */
import { buildCase } from "../../../analysis/matching/build-case.ts";
import { ifLockedPairsMayMove } from "../../../analysis/matching/locked-pairs-may-move.ts";
import { roundOf, solveRound } from "../../../analysis/mentoring/round-inputs.ts";
import type { PersonCard } from "../board/board-schemas.ts";
import type { Pool } from "../board/collect-inputs.ts";
import { cardOf } from "../board/describe-outcome.ts";

export interface Moves {
  readonly sentence: string;
  /** How many more would have a mentor. */
  readonly gain: number;
  readonly pairs: readonly {
    readonly relationship: string;
    readonly mentee: PersonCard;
    readonly mentor: PersonCard;
  }[];
}

/** @returns null when nothing is gained, or when it would disturb a pair that is only being asked. */
export function possibleMoves(pool: Pool): Moves | null {
  const { inputs } = pool;
  if (inputs.live.length === 0 || inputs.mentees.length === inputs.live.length) return null;
  const matched = solveRound(inputs).matched;
  const waiting = inputs.mentees.length - matched;
  if (waiting === 0) return null;
  // The coordinator's own locks stay; only pairs there are could move.
  const opened = ifLockedPairsMayMove(buildCase(roundOf({ ...inputs, locked: [] })));
  const gain = opened.matched - matched;
  if (gain <= 0 || opened.moved.length === 0) return null;
  const pairs = opened.moved.flatMap(({ mentee, mentor }) => {
    const found = pool.relationships.find(
      ({ state, menteePersonId, mentorPersonId }) =>
        (state === "active" || state === "accepted") &&
        menteePersonId === pool.byRef.get(mentee)?.id &&
        mentorPersonId === pool.byRef.get(mentor)?.id,
    );
    return found === undefined
      ? []
      : [{ relationship: found.id, mentee: cardOf(pool, mentee), mentor: cardOf(pool, mentor) }];
  });
  if (pairs.length < opened.moved.length) return null;
  const moving = pairs.length === 1 ? "Moving one pair" : `Moving ${pairs.length} pairs`;
  const placed = gain === waiting ? "everybody who waits" : `${gain} of ${waiting} who wait`;
  return { sentence: `${moving} would place ${placed}. It needs the consent of both sides.`, gain, pairs };
}
