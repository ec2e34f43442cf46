/** The state that the stages of a match hand on: who sits where, and which pairs an optimum may still use. */
import { at, type MatchGraph, scoresOf } from "./match-graph.ts";
import type { ProvenStage } from "./stage.ts";

/**
 * The match as a balanced transportation problem. Every mentee sits in exactly one column: a mentor's, or the last
 * one, the waiting list. Every place holds a mentee or is idle. Each stage removes the pairs, the waiting and the
 * idleness that no optimum of the stages so far uses (complementary slackness), so that later stages cannot undo
 * earlier ones.
 */
export interface Transport {
  readonly rows: number;
  /** Mentors; the column of that number is the waiting list. */
  readonly mentors: number;
  /** Pairs still usable, by mentee as in MatchGraph. */
  readonly firstPair: Int32Array;
  readonly pairMentor: Int32Array;
  readonly pairScore: Int32Array;
  /** 1 where a mentee may still wait. */
  readonly mayWait: Int32Array;
  /** 1 where a column's places may still be idle; the waiting list always. */
  readonly mayIdle: Int32Array;
  /** Idle places of each column. */
  readonly idle: Int32Array;
  /** The column of each mentee, and the score of that pair, or WAITING. */
  readonly columnOf: Int32Array;
  readonly scoreOf: Int32Array;
  /** The mentees of a column as a doubly linked list; -1 ends it. */
  readonly firstRow: Int32Array;
  readonly nextRow: Int32Array;
  readonly previousRow: Int32Array;
}

/** Stands for the score of somebody on the waiting list. */
export const WAITING = -1;
const NONE = -1;

/**
 * The state before the first stage: a first assignment, everybody else on the waiting list.
 *
 * @param graph who may be paired with whom
 * @param mentorOf a first assignment: index of each mentee's mentor, -1 for none
 * @returns the state; the graph is left as it is
 * @example startTransport(graph, firstAssignment(graph));
 */
export function startTransport(graph: MatchGraph, mentorOf: Int32Array): Transport {
  const rows = graph.mentees.length;
  const mentors = graph.mentors.length;
  const idle = new Int32Array(mentors + 1);
  idle.set(graph.places);
  // One more than can ever wait: the waiting list never runs full.
  idle[mentors] = rows + 1;
  const transport: Transport = {
    rows,
    mentors,
    firstPair: graph.firstPair.slice(),
    pairMentor: graph.pairMentor.slice(),
    pairScore: graph.pairScore.slice(),
    mayWait: new Int32Array(rows).fill(1),
    mayIdle: new Int32Array(mentors + 1).fill(1),
    idle,
    columnOf: new Int32Array(rows).fill(NONE),
    scoreOf: new Int32Array(rows),
    firstRow: new Int32Array(mentors + 1).fill(NONE),
    nextRow: new Int32Array(rows).fill(NONE),
    previousRow: new Int32Array(rows).fill(NONE),
  };
  scoresOf(graph, mentorOf).forEach((score, row) => {
    const column = score === WAITING ? mentors : at(mentorOf, row);
    seat(transport, row, column, score);
    idle[column] = at(idle, column) - 1;
  });
  return transport;
}

/**
 * Seats a mentee in a column.
 *
 * @param transport the state, changed in place
 * @param row a mentee that sits nowhere
 * @param column where it shall sit
 * @param score the score of that pair, or WAITING
 */
export function seat(transport: Transport, row: number, column: number, score: number): void {
  const { columnOf, firstRow, nextRow, previousRow } = transport;
  const first = at(firstRow, column);
  columnOf[row] = column;
  transport.scoreOf[row] = score;
  previousRow[row] = NONE;
  nextRow[row] = first;
  if (first !== NONE) previousRow[first] = row;
  firstRow[column] = row;
}

/**
 * Takes a mentee out of its column.
 *
 * @param transport the state, changed in place
 * @param row a mentee that sits somewhere
 * @returns the column it sat in
 */
export function unseat(transport: Transport, row: number): number {
  const { columnOf, firstRow, nextRow, previousRow } = transport;
  const column = at(columnOf, row);
  const next = at(nextRow, row);
  const previous = at(previousRow, row);
  if (previous === NONE) firstRow[column] = next;
  else nextRow[previous] = next;
  if (next !== NONE) previousRow[next] = previous;
  columnOf[row] = NONE;
  return column;
}

/**
 * Keeps what an optimum of a stage may use: pairs, waiting and idle places that cost exactly their prices.
 *
 * @param transport the state, changed in place
 * @param proven the stage just solved, with its prices
 */
export function narrow(transport: Transport, proven: ProvenStage): void {
  const { stage, prices } = proven;
  const { mayWait, mayIdle } = transport;
  prices.mentee.forEach((price, row) => {
    if (at(stage.waitingCost, row) !== price) mayWait[row] = 0;
  });
  prices.mentor.forEach((price, mentor) => {
    if (price !== 0) mayIdle[mentor] = 0;
  });
  if (!isFreeOfPairs(proven)) narrowPairs(transport, proven);
}

/** No pair costs anything and none has a price: all stay. */
function isFreeOfPairs({ stage, prices }: ProvenStage): boolean {
  const isNothing = (value: number) => value === 0;
  return prices.mentor.every(isNothing) && prices.mentee.every(isNothing) && stage.pairCost.every(isNothing);
}

function narrowPairs(transport: Transport, { stage, prices }: ProvenStage): void {
  const { rows, firstPair, pairMentor, pairScore } = transport;
  let kept = 0;
  let pair = 0;
  for (let row = 0; row < rows; row += 1) {
    const price = at(prices.mentee, row);
    const end = at(firstPair, row + 1);
    firstPair[row] = kept;
    for (; pair < end; pair += 1) {
      const mentor = at(pairMentor, pair);
      const score = at(pairScore, pair);
      if (at(stage.pairCost, score) !== price + at(prices.mentor, mentor)) continue;
      pairMentor[kept] = mentor;
      pairScore[kept] = score;
      kept += 1;
    }
  }
  firstPair[rows] = kept;
}
