/** Where the search begins: one mentee after the other takes the best mentor with room. Never the result. */
import { at, type MatchGraph } from "./match-graph.ts";

/**
 * Seats mentees in the order of their ids, each with the best mentor that still has room.
 *
 * @param graph who may be paired with whom
 * @returns index of each mentee's mentor, -1 for none
 * @example firstAssignment(graph); // Int32Array [1, 0, -1]
 */
export function firstAssignment(graph: MatchGraph): Int32Array {
  const { firstPair, pairMentor, pairScore } = graph;
  const left = graph.places.slice();
  const mentorOf = new Int32Array(graph.mentees.length).fill(-1);
  for (let mentee = 0; mentee < mentorOf.length; mentee += 1) {
    const end = at(firstPair, mentee + 1);
    let best = -1;
    let chosen = -1;
    for (let pair = at(firstPair, mentee); pair < end; pair += 1) {
      if (at(pairScore, pair) <= best || at(left, at(pairMentor, pair)) === 0) continue;
      best = at(pairScore, pair);
      chosen = at(pairMentor, pair);
    }
    if (chosen === -1) continue;
    mentorOf[mentee] = chosen;
    left[chosen] = at(left, chosen) - 1;
  }
  return mentorOf;
}
