/** Kinds of requests, to see whether those with one kind stay without a mentor more often than others. */
import type { MenteeRequest } from "../matching/match-people.ts";

interface RequestKind {
  readonly kind: string;
  readonly title: string;
  readonly holds: (mentee: MenteeRequest) => boolean;
}

const KINDS: readonly RequestKind[] = [
  { kind: "in-person", title: "In person only", holds: ({ mode }) => mode === "in-person" },
  {
    kind: "language",
    title: "Another language than English",
    holds: ({ language }) => language !== "english",
  },
  {
    kind: "exclusions",
    title: "Named people or areas to leave out",
    holds: ({ notThesePeople, notTheseAreas }) => notThesePeople.trim() !== "" || notTheseAreas.trim() !== "",
  },
  {
    kind: "same-field",
    title: "A mentor in the same line of work",
    holds: ({ distance }) => distance === "same-field",
  },
  {
    kind: "other-field",
    title: "A mentor in another line of work",
    holds: ({ distance }) => distance === "other-field",
  },
  {
    kind: "senior",
    title: "A mentor two steps above or more",
    holds: ({ seniority }) => seniority === "two-steps-or-more",
  },
];

export interface KindCount {
  readonly kind: string;
  readonly title: string;
  readonly requests: number;
  readonly unmatched: number;
}

/**
 * Counts requests and those left without a mentor by kind; one request may be of several kinds.
 *
 * @param mentees the requests of a round
 * @param unmatched staff numbers of those without a mentor
 * @returns a row for each kind that occurs, a last one for requests of no kind, and none for what does not occur
 * @example countByKind(mentees, new Set(["e7"]))[0]; // { kind: "in-person", title: ..., requests: 4, unmatched: 1 }
 */
export function countByKind(
  mentees: readonly MenteeRequest[],
  unmatched: ReadonlySet<string>,
): readonly KindCount[] {
  const others = {
    kind: "none",
    title: "None of these",
    holds: (mentee: MenteeRequest) => KINDS.every(({ holds }) => !holds(mentee)),
  };
  return [...KINDS, others]
    .map(({ kind, title, holds }) => {
      const of = mentees.filter(holds);
      const without = of.filter(({ person }) => unmatched.has(person.ref));
      return { kind, title, requests: of.length, unmatched: without.length };
    })
    .filter(({ requests }) => requests > 0);
}
