/** Lists of pairs as sets, to look a pair up quickly. */
import type { CasePair } from "./match-case.ts";

/**
 * The mentors that pairs name, by mentee.
 *
 * @param pairs any pairs
 * @returns a set of mentors' ids for each mentee named
 * @example mentorsByMentee([{ mentee: "e1", mentor: "m2" }]).get("e1")?.has("m2"); // true
 */
export function mentorsByMentee(pairs: readonly CasePair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const mentors = new Map<string, Set<string>>();
  for (const { mentee, mentor } of pairs) {
    const known = mentors.get(mentee);
    if (known === undefined) mentors.set(mentee, new Set([mentor]));
    else known.add(mentor);
  }
  return mentors;
}
