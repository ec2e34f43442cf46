/** Who may be paired with whom, as a sparse graph in the order of ids: what the engine works on. */
import type { MatchCase } from "./match-case.ts";
import { mentorsByMentee } from "./mentors-by-mentee.ts";

export interface MatchGraph {
  /** Ids of the mentees without a locked pair, in the order of plain strings. */
  readonly mentees: readonly string[];
  /** Ids of all mentors, in the order of plain strings. */
  readonly mentors: readonly string[];
  /** Places of each mentor that locked pairs leave. */
  readonly places: Int32Array;
  /** The pairs of mentee i are those from firstPair[i] to firstPair[i + 1] - 1. */
  readonly firstPair: Int32Array;
  /** Index of each pair's mentor; only mentors with a place. */
  readonly pairMentor: Int32Array;
  /** Score of each pair, an integer 0..100. */
  readonly pairScore: Int32Array;
  /** Mentors that no rule forbids for each mentee, those without a place included. */
  readonly allowedMentors: Int32Array;
}

/**
 * Reads a value that is known to be there.
 *
 * @param values the list
 * @param index a place in it
 * @returns the value
 * @throws RangeError when the place lies outside
 * @example at(Int32Array.of(4, 5), 1); // 5
 */
export function at(values: Int32Array, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError("a list requires an index inside it");
  return value;
}

/**
 * The order of ids: by code units, the same everywhere.
 *
 * @param a an id
 * @param b another id
 * @returns below 0 when a comes first
 * @example compareIds("e10", "e9"); // -1
 */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * The graph of a case: locked mentees taken out, their places taken, ids in order, so that the order of the input
 * cannot matter.
 *
 * @param matchCase a case that was read without problems
 * @returns its graph
 * @example matchGraph(matchCase).mentees; // ["e1", "e10", "e2"]
 */
export function matchGraph(matchCase: MatchCase): MatchGraph {
  const locked = new Set(matchCase.locked.map(({ mentee }) => mentee));
  const rows = inOrder(matchCase.mentees).filter(({ id }) => !locked.has(id));
  const columns = inOrder(matchCase.mentors);
  const places = placesLeft(matchCase, columns);
  const forbidden = mentorsByMentee(matchCase.forbidden);
  const firstPair = new Int32Array(rows.length + 1);
  const allowedMentors = new Int32Array(rows.length);
  const pairMentor: number[] = [];
  const pairScore: number[] = [];
  rows.forEach((row, mentee) => {
    const refused = forbidden.get(row.id);
    const scores = matchCase.scores[row.position];
    columns.forEach((column, mentor) => {
      if (refused?.has(column.id) === true) return;
      allowedMentors[mentee] = at(allowedMentors, mentee) + 1;
      if (at(places, mentor) === 0) return;
      pairMentor.push(mentor);
      pairScore.push(scores?.[column.position] ?? 0);
    });
    firstPair[mentee + 1] = pairMentor.length;
  });
  return {
    mentees: rows.map(({ id }) => id),
    mentors: columns.map(({ id }) => id),
    places,
    firstPair,
    pairMentor: Int32Array.from(pairMentor),
    pairScore: Int32Array.from(pairScore),
    allowedMentors,
  };
}

interface Placed {
  readonly id: string;
  /** Where the id stands in the case. */
  readonly position: number;
}

function inOrder(people: readonly { readonly id: string }[]): readonly Placed[] {
  return people.map(({ id }, position) => ({ id, position })).sort((a, b) => compareIds(a.id, b.id));
}

function placesLeft(matchCase: MatchCase, columns: readonly Placed[]): Int32Array {
  const taken = new Map<string, number>();
  for (const { mentor } of matchCase.locked) taken.set(mentor, (taken.get(mentor) ?? 0) + 1);
  return Int32Array.from(
    columns,
    ({ id, position }) => (matchCase.mentors[position]?.capacity ?? 0) - (taken.get(id) ?? 0),
  );
}

/**
 * The score of each mentee's pair.
 *
 * @param graph who may be paired with whom
 * @param mentorOf index of each mentee's mentor, -1 for none
 * @returns scores 0..100, -1 for a mentee without a mentor
 * @example scoresOf(graph, Int32Array.of(1, 0, -1)); // Int32Array [70, 85, -1]
 */
export function scoresOf(graph: MatchGraph, mentorOf: Int32Array): Int32Array {
  return mentorOf.map((mentor, mentee) => {
    for (let pair = at(graph.firstPair, mentee); pair < at(graph.firstPair, mentee + 1); pair += 1) {
      if (at(graph.pairMentor, pair) === mentor) return at(graph.pairScore, pair);
    }
    return -1;
  });
}
