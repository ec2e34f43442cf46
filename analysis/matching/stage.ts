/** One stage of an objective: what each pair costs by its score, and what it costs to leave somebody waiting. */
import { MAXIMUM_SCORE } from "./match-case.ts";

export interface Stage {
  /** What the stage makes as small as possible. */
  readonly name: string;
  /** Cost of a pair by its score 0..100; integers from 0. */
  readonly pairCost: Int32Array;
  /** Cost of leaving each mentee without a mentor; integers from 0. */
  readonly waitingCost: Int32Array;
}

/** The prices that prove a stage: what each mentee brings in and what a place with each mentor costs. */
export interface StagePrices {
  readonly mentee: Int32Array;
  readonly mentor: Int32Array;
}

/** A stage with the prices that prove it. */
export interface ProvenStage {
  readonly stage: Stage;
  readonly prices: StagePrices;
}

const SCORES = MAXIMUM_SCORE + 1;

/**
 * As many pairs as possible.
 *
 * @param mentees number of mentees
 * @returns the stage
 */
export function mostPairs(mentees: number): Stage {
  return {
    name: "mentees without a mentor",
    pairCost: new Int32Array(SCORES),
    waitingCost: new Int32Array(mentees).fill(1),
  };
}

/**
 * Where places are short, the mentees with the highest priorities are matched.
 *
 * @param priorities one integer from 0 for each mentee
 * @returns the stage
 */
export function priorityFirst(priorities: Int32Array): Stage {
  return { name: "priority left waiting", pairCost: new Int32Array(SCORES), waitingCost: priorities };
}

/**
 * As few pairs as possible at some scores: stages from the lowest score upwards are leximin.
 *
 * @param low the lowest of the scores, 0..100
 * @param high the first score above them
 * @param mentees number of mentees
 * @returns the stage
 */
export function fewestBetween(low: number, high: number, mentees: number): Stage {
  const pairCost = new Int32Array(SCORES).fill(1, low, high);
  return { name: `pairs from ${low} to below ${high}`, pairCost, waitingCost: new Int32Array(mentees) };
}

/**
 * The total of the scores as high as possible, once the number of pairs is fixed. Somebody who waits counts as 0
 * points: the same for all, so that it decides nothing.
 *
 * @param mentees number of mentees
 * @returns the stage
 */
export function highestTotal(mentees: number): Stage {
  const pairCost = Int32Array.from({ length: SCORES }, (_, score) => MAXIMUM_SCORE - score);
  return { name: "points short of 100", pairCost, waitingCost: new Int32Array(mentees).fill(MAXIMUM_SCORE) };
}
