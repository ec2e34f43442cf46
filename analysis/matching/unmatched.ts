/** Why mentees stay without a mentor: nobody allowed, no place left, or too many who want the same few places. */
import { at, type MatchGraph } from "./match-graph.ts";

type UnmatchedReason = "noAllowedMentor" | "allowedMentorsHaveNoPlace" | "overDemandedGroup";

/** Mentees who can only have these mentors, and are more than their places. */
export interface OverDemandedGroup {
  /** All mentees of the group, those with a mentor included: which of them get one is a choice. */
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
  /** Places of these mentors that locked pairs leave. */
  readonly places: number;
  /** How many of the mentees stay without a mentor, whoever they are. */
  readonly shortfall: number;
}

export interface UnmatchedMentee {
  readonly mentee: string;
  readonly reason: UnmatchedReason;
  /** Number of the over-demanded group, from 1; null for the other reasons. */
  readonly group: number | null;
}

export interface Unmatched {
  readonly mentees: readonly UnmatchedMentee[];
  readonly overDemandedGroups: readonly OverDemandedGroup[];
}

/**
 * Says of every mentee without a mentor why. The groups are the same for every assignment with as many pairs as
 * possible.
 *
 * @param graph who may be paired with whom
 * @param mentorOf index of each mentee's mentor, -1 for none; as many pairs as possible
 * @returns the unmatched mentees in the order of ids, and the over-demanded groups in the order of their first mentee
 * @see Dulmage and Mendelsohn (1958), Canadian Journal of Mathematics 10, 517-534: the part of a bipartite graph
 *   that alternating paths reach from the unmatched is the same for every maximum matching
 * @example unmatched(graph, Int32Array.of(0, -1)).overDemandedGroups[0]?.shortfall; // 1
 */
export function unmatched(graph: MatchGraph, mentorOf: Int32Array): Unmatched {
  const groupOf = new Int32Array(graph.mentees.length);
  const groups: OverDemandedGroup[] = [];
  const mentees: UnmatchedMentee[] = [];
  const found = connectedGroups(graph, reached(graph, mentorOf));
  found.forEach((members, index) => {
    for (const mentee of members.mentees) groupOf[mentee] = index + 1;
    groups.push(describe(graph, members));
  });
  graph.mentees.forEach((mentee, row) => {
    if (at(mentorOf, row) !== -1) return;
    const group = at(groupOf, row);
    if (group > 0) mentees.push({ mentee, reason: "overDemandedGroup", group });
    else {
      const isAlone = at(graph.allowedMentors, row) === 0;
      mentees.push({
        mentee,
        reason: isAlone ? "noAllowedMentor" : "allowedMentorsHaveNoPlace",
        group: null,
      });
    }
  });
  return { mentees, overDemandedGroups: groups };
}

interface Members {
  readonly mentees: readonly number[];
  readonly mentors: readonly number[];
}

/** Mentees that alternating paths reach from the unmatched: to every allowed mentor, and on to whom it has. */
function reached(graph: MatchGraph, mentorOf: Int32Array): readonly number[] {
  const menteesOf = new Map<number, number[]>();
  const waiting: number[] = [];
  mentorOf.forEach((mentor, mentee) => {
    if (mentor === -1) {
      if (at(graph.firstPair, mentee) < at(graph.firstPair, mentee + 1)) waiting.push(mentee);
    } else {
      const mentees = menteesOf.get(mentor) ?? [];
      mentees.push(mentee);
      menteesOf.set(mentor, mentees);
    }
  });
  const seen = new Set(waiting);
  // A set grows while it is walked through: what is added is visited too.
  for (const mentee of seen) {
    for (const mentor of mentorsOf(graph, mentee)) {
      for (const other of menteesOf.get(mentor) ?? []) seen.add(other);
      menteesOf.delete(mentor);
    }
  }
  return [...seen].sort((a, b) => a - b);
}

function mentorsOf(graph: MatchGraph, mentee: number): Int32Array {
  return graph.pairMentor.subarray(at(graph.firstPair, mentee), at(graph.firstPair, mentee + 1));
}

/** Splits mentees into groups that share no mentor. */
function connectedGroups(graph: MatchGraph, mentees: readonly number[]): readonly Members[] {
  const wanting = new Map<number, number[]>();
  for (const mentee of mentees) {
    for (const mentor of mentorsOf(graph, mentee)) {
      const others = wanting.get(mentor) ?? [];
      others.push(mentee);
      wanting.set(mentor, others);
    }
  }
  const left = new Set(mentees);
  const groups: Members[] = [];
  for (const first of mentees) {
    if (!left.has(first)) continue;
    const members = new Set([first]);
    const mentors = new Set<number>();
    for (const mentee of members) {
      left.delete(mentee);
      for (const mentor of mentorsOf(graph, mentee)) {
        if (mentors.has(mentor)) continue;
        mentors.add(mentor);
        for (const other of wanting.get(mentor) ?? []) members.add(other);
      }
    }
    groups.push({ mentees: sorted(members), mentors: sorted(mentors) });
  }
  return groups;
}

function sorted(values: ReadonlySet<number>): readonly number[] {
  return [...values].sort((a, b) => a - b);
}

function describe(graph: MatchGraph, { mentees, mentors }: Members): OverDemandedGroup {
  const places = mentors.reduce((sum, mentor) => sum + at(graph.places, mentor), 0);
  return {
    mentees: mentees.map((mentee) => graph.mentees[mentee] ?? ""),
    mentors: mentors.map((mentor) => graph.mentors[mentor] ?? ""),
    places,
    shortfall: mentees.length - places,
  };
}
