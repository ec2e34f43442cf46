/** A round of matching solved: pairs, figures of the objective, and who stays without a mentor and why. */
import { assign, type Objective } from "./assign.ts";
import type { MatchCase } from "./match-case.ts";
import { at, compareIds, type MatchGraph, matchGraph, scoresOf } from "./match-graph.ts";
import { shortagePriorities } from "./shortage-priorities.ts";
import { type OverDemandedGroup, type UnmatchedMentee, unmatched } from "./unmatched.ts";

export interface MatchWish {
  /** Capped leximin when left out. */
  readonly objective?: Objective;
  /** The cap G, an integer from 0; that of the case when left out. */
  readonly cap?: number;
  /** Whether short places go first to those who wait longest or have few mentors; off when left out. */
  readonly priority?: boolean;
}

interface MatchedPair {
  readonly mentee: string;
  readonly mentor: string;
  readonly score: number;
  readonly locked: boolean;
}

/** How many pairs have a score, lowest score first. */
type ScoreCount = readonly [score: number, count: number];

export interface MatchResult {
  readonly objective: Objective;
  readonly cap: number;
  /** Pairs, locked ones included; in the order of the mentees' ids. */
  readonly pairs: readonly MatchedPair[];
  readonly matched: number;
  /** Sum of all scores, and the share of the locked pairs. */
  readonly total: number;
  readonly lockedTotal: number;
  /** Of the pairs that are not locked: a locked pair cannot be improved and must not mask the others. */
  readonly worst: number | null;
  readonly histogram: readonly ScoreCount[];
  readonly belowCap: readonly ScoreCount[];
  readonly unmatched: readonly UnmatchedMentee[];
  readonly overDemandedGroups: readonly OverDemandedGroup[];
  /** Checked for this result; without proof there is no result. */
  readonly certificate: "optimal";
}

/**
 * Solves a round: as many pairs as possible, then the objective. The same case gives the same pairs in whatever
 * order its lists are.
 *
 * @param matchCase a case that was read without problems
 * @param wish the objective and its settings
 * @returns the pairs and their figures
 * @throws RangeError when the cap is no integer from 0, or a result cannot be proven optimal (a fault of the engine)
 * @example solveMatch(matchCase, { objective: "maxTotal" }).total; // 455
 */
export function solveMatch(matchCase: MatchCase, wish: MatchWish = {}): MatchResult {
  const graph = matchGraph(matchCase);
  const objective = wish.objective ?? "cappedLeximin";
  const cap = wish.cap ?? matchCase.fairnessCap;
  const priorities = wish.priority === true ? { priorities: shortagePriorities(matchCase, graph) } : {};
  const mentorOf = assign(graph, { objective, cap, ...priorities });
  const locked = lockedPairs(matchCase);
  const free = freePairs(graph, mentorOf);
  const histogram = countScores(free);
  const reasons = unmatched(graph, mentorOf);
  return {
    objective,
    cap,
    pairs: [...locked, ...free].sort((a, b) => compareIds(a.mentee, b.mentee)),
    matched: locked.length + free.length,
    total: sumOfScores(locked) + sumOfScores(free),
    lockedTotal: sumOfScores(locked),
    worst: histogram[0]?.[0] ?? null,
    histogram,
    belowCap: histogram.filter(([score]) => score < cap),
    unmatched: reasons.mentees,
    overDemandedGroups: reasons.overDemandedGroups,
    certificate: "optimal",
  };
}

function freePairs(graph: MatchGraph, mentorOf: Int32Array): readonly MatchedPair[] {
  const scores = scoresOf(graph, mentorOf);
  return graph.mentees.flatMap((mentee, row) => {
    const mentor = graph.mentors[at(mentorOf, row)];
    return mentor === undefined ? [] : [{ mentee, mentor, score: at(scores, row), locked: false }];
  });
}

function lockedPairs(matchCase: MatchCase): readonly MatchedPair[] {
  const row = new Map(matchCase.mentees.map(({ id }, index) => [id, index]));
  const column = new Map(matchCase.mentors.map(({ id }, index) => [id, index]));
  return matchCase.locked.map(({ mentee, mentor }) => ({
    mentee,
    mentor,
    score: matchCase.scores[row.get(mentee) ?? -1]?.[column.get(mentor) ?? -1] ?? 0,
    locked: true,
  }));
}

function sumOfScores(pairs: readonly MatchedPair[]): number {
  return pairs.reduce((sum, { score }) => sum + score, 0);
}

function countScores(pairs: readonly MatchedPair[]): readonly ScoreCount[] {
  const counts = new Map<number, number>();
  for (const { score } of pairs) counts.set(score, (counts.get(score) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => a - b);
}
