/** Everything a run of matching rests on, as plain data: what is stored with a run and hashed, so that it repeats. */
import { buildCase, type Round } from "../matching/build-case.ts";
import type { MatchWeights } from "../matching/criteria.ts";
import type { CasePair } from "../matching/match-case.ts";
import type { MenteeRequest, MentorOffer, RosterPerson } from "../matching/match-people.ts";
import { type MatchResult, solveMatch } from "../matching/solve-match.ts";

export interface RoundInputs {
  readonly roster: readonly RosterPerson[];
  readonly grades: readonly string[];
  readonly weights: MatchWeights;
  readonly fairnessCap: number;
  readonly mentees: readonly MenteeRequest[];
  /** Capacity as matching may use it: what is left after standing aside, never below the pairs there are. */
  readonly mentors: readonly MentorOffer[];
  /** Whole days since each mentee asked, by staff number. */
  readonly waitingDays: Readonly<Record<string, number>>;
  /** Pairs that exist: nobody is moved without consent. */
  readonly live: readonly CasePair[];
  /** Pairs that the coordinator locked, and pairs that must not be made: forbidden or passed. */
  readonly locked: readonly CasePair[];
  readonly refused: readonly CasePair[];
  /** Pairs that ended before. */
  readonly ended: readonly CasePair[];
}

/**
 * The round that the engine solves.
 *
 * @param inputs what the run rests on
 * @returns the round; pairs that exist count as locked, and a lock of a mentee who has a mentor by now is void
 * @example buildCase(roundOf(inputs));
 */
export function roundOf(inputs: RoundInputs): Round {
  const placed = new Set(inputs.live.map(({ mentee }) => mentee));
  return {
    roster: inputs.roster,
    grades: inputs.grades,
    weights: inputs.weights,
    fairnessCap: inputs.fairnessCap,
    mentees: inputs.mentees,
    mentors: inputs.mentors,
    waitingDays: new Map(Object.entries(inputs.waitingDays)),
    locked: [...inputs.live, ...inputs.locked.filter(({ mentee }) => !placed.has(mentee))],
    refused: inputs.refused,
    ended: inputs.ended,
  };
}

/**
 * Solves a round: as many pairs as possible, then those who wait longest or can have few mentors, then capped
 * leximin.
 *
 * @param inputs what the run rests on
 * @returns the result, the same for the same inputs
 * @throws RangeError when the result cannot be proven optimal (a fault of the engine)
 * @example solveRound(inputs).matched; // 12
 */
export function solveRound(inputs: RoundInputs): MatchResult {
  return solveMatch(buildCase(roundOf(inputs)), { objective: "cappedLeximin", priority: true });
}
