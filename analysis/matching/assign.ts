/** The best assignment of mentees to places under an objective, with its proof. */

import { type Certificate, checkCertificate } from "./certificate.ts";
import { firstAssignment } from "./first-assignment.ts";
import { MAXIMUM_SCORE } from "./match-case.ts";
import type { MatchGraph } from "./match-graph.ts";
import { solveStage } from "./solve-stage.ts";
import {
  fewestBetween,
  highestTotal,
  mostPairs,
  type ProvenStage,
  priorityFirst,
  type Stage,
} from "./stage.ts";
import { narrow, startTransport, type Transport } from "./transport.ts";

export const OBJECTIVES = ["cappedLeximin", "leximin", "maxMin", "maxTotal"] as const;

/**
 * What is made as good as possible once as many as possible are matched. maxTotal: the sum of the scores. maxMin:
 * the lowest score, then the sum. leximin: the lowest score, then the second lowest, and so on. cappedLeximin: the
 * same for scores below a cap, then the sum.
 */
export type Objective = (typeof OBJECTIVES)[number];

export interface AssignmentWish {
  readonly objective: Objective;
  /** The cap of cappedLeximin: from this score on a pair is good enough. An integer from 0. */
  readonly cap: number;
  /** Who goes first where places are short: one integer 0..100 for each mentee of the graph. */
  readonly priorities?: Int32Array;
}

/**
 * The best assignment. The same graph always gives the same one.
 *
 * @param graph who may be paired with whom
 * @param wish the objective, its cap, and priorities when places are to go to some before others
 * @returns index of each mentee's mentor, -1 for none; proven optimal
 * @throws RangeError when the cap is no integer from 0, or the result cannot be proven (a fault of the engine)
 * @example assign(graph, { objective: "cappedLeximin", cap: 60 }); // Int32Array [1, 0, -1]
 */
export function assign(graph: MatchGraph, wish: AssignmentWish): Int32Array {
  if (!Number.isSafeInteger(wish.cap) || wish.cap < 0) throw new RangeError("assign requires a cap from 0");
  const mentees = graph.mentees.length;
  const run = startRun(graph);
  settle(run, mostPairs(mentees));
  if (wish.priorities !== undefined) settle(run, priorityFirst(wish.priorities));
  if (wish.objective === "maxMin") raiseWorst(run);
  if (wish.objective === "leximin") raiseAllBelow(run, Number.POSITIVE_INFINITY);
  if (wish.objective === "cappedLeximin") raiseAllBelow(run, wish.cap);
  if (wish.objective !== "leximin") prove(run, highestTotal(mentees));
  return checked(run, run.proven);
}

interface Run {
  readonly graph: MatchGraph;
  readonly transport: Transport;
  readonly proven: ProvenStage[];
}

function startRun(graph: MatchGraph): Run {
  return { graph, transport: startTransport(graph, firstAssignment(graph)), proven: [] };
}

function prove(run: Run, stage: Stage): ProvenStage {
  const proven = { stage, prices: solveStage(run.transport, stage) };
  run.proven.push(proven);
  return proven;
}

function settle(run: Run, stage: Stage): void {
  narrow(run.transport, prove(run, stage));
}

/** As few pairs as possible at the lowest score, then at the next, up to the cap. */
function raiseAllBelow(run: Run, cap: number): void {
  for (let low = 0; low < cap && low <= MAXIMUM_SCORE; ) {
    const high = endOfLevel(run, low, cap);
    settle(run, fewestBetween(low, high, run.graph.mentees.length));
    low = high;
  }
}

/** Empties one score after the other; the first that cannot be emptied is the worst, and proven to be. */
function raiseWorst(run: Run): void {
  for (let low = 0; low <= MAXIMUM_SCORE; ) {
    const high = endOfLevel(run, low, MAXIMUM_SCORE + 1);
    const proven = prove(run, fewestBetween(low, high, run.graph.mentees.length));
    if (lowestScore(run, low) < high) {
      checked(run, run.proven);
      run.proven.pop();
      return;
    }
    narrow(run.transport, proven);
    low = high;
  }
}

/**
 * Scores that no pair has at present need no search: they are taken together, for their counts are all nothing, the
 * least there is. A score in use is a stage of its own.
 */
function endOfLevel(run: Run, low: number, cap: number): number {
  const next = lowestScore(run, low);
  return next === low ? low + 1 : Math.min(next, cap, MAXIMUM_SCORE + 1);
}

/** The lowest score in use from a score upwards; infinite when there is none. */
function lowestScore({ transport }: Run, from: number): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const score of transport.scoreOf) if (score >= from && score < lowest) lowest = score;
  return lowest;
}

function checked(run: Run, certificate: Certificate): Int32Array {
  const mentorOf = present(run);
  checkCertificate(run.graph, mentorOf, certificate);
  return mentorOf;
}

function present({ transport }: Run): Int32Array {
  return transport.columnOf.map((column) => (column === transport.mentors ? -1 : column));
}
