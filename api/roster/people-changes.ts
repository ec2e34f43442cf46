/** What an import would change in the list of people; decided before anything is written. */
import type { ListedPerson } from "./people-list.ts";

const FIELDS = ["name", "mail", "unit", "site", "grade", "lineManagerRef", "languages"] as const;

interface PersonChange {
  readonly ref: string;
  readonly name: string;
  readonly change: "new" | "changed";
  /** Which fields differ; empty for a new person. */
  readonly fields: readonly (typeof FIELDS)[number][];
}

export interface PeopleChanges {
  readonly changes: readonly PersonChange[];
  readonly unchanged: number;
}

/** People who are not in the file stay as they are: a list may be imported in parts. */
export function comparePeople(
  listed: readonly ListedPerson[],
  existing: ReadonlyMap<string, ListedPerson>,
): PeopleChanges {
  const changes: PersonChange[] = [];
  for (const person of listed) {
    const before = existing.get(person.ref);
    if (before === undefined) {
      changes.push({ ref: person.ref, name: person.name, change: "new", fields: [] });
      continue;
    }
    const fields = FIELDS.filter((field) => person[field] !== undefined && before[field] !== person[field]);
    if (fields.length > 0) changes.push({ ref: person.ref, name: person.name, change: "changed", fields });
  }
  return { changes, unchanged: listed.length - changes.length };
}
