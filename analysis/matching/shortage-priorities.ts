/** Who goes first where places are short: those who wait longest, and those who can have few mentors. */
import type { MatchCase } from "./match-case.ts";
import { at, type MatchGraph } from "./match-graph.ts";

/** Waiting and scarcity count the same; a mentee's priority is their sum, 0..100. */
const HALF = 50;

/**
 * Priorities for the stage that decides who is left waiting. Without it every objective leaves those out whose hard
 * requests rule out most mentors: a pair with somebody else costs less. Only the order of the priorities matters,
 * for the sets of mentees that can be matched together are a matroid: matching the highest sum also matches the
 * first in order, the first two, and so on, as far as that can be done.
 *
 * @param matchCase the case, whose mentees may state days of waiting
 * @param graph its graph
 * @returns one integer 0..100 for each mentee of the graph: up to 50 for days of waiting, in proportion to the longest
 *   of the round, and up to 50 for the share of mentors with a place that are ruled out, in proportion to the most
 *   restricted
 * @see Edmonds (1971), Mathematical Programming 1, 127-136: the greedy order of matroids; Edmonds and Fulkerson
 *   (1965), Journal of Research of the NBS 69B, 147-153: transversals are a matroid
 * @example shortagePriorities(matchCase, matchGraph(matchCase)); // Int32Array [100, 12, 50]
 */
export function shortagePriorities(matchCase: MatchCase, graph: MatchGraph): Int32Array {
  const days = new Map(matchCase.mentees.map(({ id, waitingDays }) => [id, waitingDays ?? 0]));
  const waited = graph.mentees.map((id) => days.get(id) ?? 0);
  const ruledOut = graph.mentees.map((_, row) => graph.mentors.length - pairsOf(graph, row));
  const longest = Math.max(1, ...waited);
  const most = Math.max(1, ...ruledOut);
  return Int32Array.from(
    graph.mentees,
    (_, row) => share(waited[row] ?? 0, longest) + share(ruledOut[row] ?? 0, most),
  );
}

function pairsOf(graph: MatchGraph, row: number): number {
  return at(graph.firstPair, row + 1) - at(graph.firstPair, row);
}

function share(value: number, greatest: number): number {
  return Math.round((HALF * value) / greatest);
}
