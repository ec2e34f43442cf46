/** Imports the list of people: a dry run says what would change, applying it changes all or nothing. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError, type InputProblem, shownProblems } from "../errors.ts";
import { requireEverywhere, type StaffMember } from "../permissions.ts";
import { readAside } from "../reading/read-aside.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { moveAddresses, movedAddresses, weighMoves } from "./move-addresses.ts";
import { comparePeople, type PeopleChanges } from "./people-changes.ts";
import type { ListedPerson, PeopleList } from "./people-list.ts";
import { everyPerson, insertPeople, type StoredPerson, updatePeople } from "./store.ts";

export interface PeopleImport extends PeopleChanges {
  readonly applied: boolean;
  /** How many links of open waves are replaced, because an address changes. */
  readonly newLinks: number;
  readonly problems: readonly InputProblem[];
}

/** Addresses that belong to somebody outside the file. */
function takenMails(listed: readonly ListedPerson[], existing: readonly StoredPerson[]): InputProblem[] {
  const inFile = new Set(listed.map((person) => person.ref));
  const taken = new Set(
    existing
      .filter((person) => !inFile.has(person.ref) && person.mail !== null)
      .map((p) => p.mail?.toLowerCase()),
  );
  return listed
    .filter((person) => person.mail !== null && taken.has(person.mail.toLowerCase()))
    .map((person) => ({
      path: `staff number ${person.ref}`,
      sentence: "The mail address belongs to somebody else on the list. Correct one of the two.",
    }));
}

/** Before any transaction, which nobody should have to wait for while a long list is read. */
async function readList({ people }: Pick<StaffContext, "people">, csv: string): Promise<PeopleList> {
  const known = new Set((await people.read(everyPerson)).map(({ ref }) => ref));
  return readAside("people", { text: csv, known });
}

async function decide(db: PeopleReader, { people, problems }: PeopleList) {
  const existing = await everyPerson(db);
  const byRef = new Map(existing.map((person) => [person.ref, person]));
  const moved = movedAddresses(people, byRef);
  const weighed = await weighMoves(db, moved);
  return {
    people,
    byRef,
    moved,
    newLinks: weighed.newLinks,
    problems: [...problems, ...takenMails(people, existing), ...weighed.problems],
    ...comparePeople(people, byRef),
  };
}

/**
 * @throws DomainError "not-allowed"; "bad-input" with every bad row if the import should be applied as it is.
 */
export async function importPeople(
  context: Pick<StaffContext, "people" | "clock" | "keys" | "baseUrl">,
  staff: StaffMember,
  request: { readonly csv: string; readonly apply: boolean },
): Promise<PeopleImport> {
  requireEverywhere(staff, "coordinator");
  const list = await readList(context, request.csv);
  if (!request.apply) {
    const decided = await context.people.read((db) => decide(db, list));
    const { changes, unchanged, newLinks, problems } = decided;
    return { applied: false, changes, unchanged, newLinks, problems: shownProblems(problems) };
  }
  return context.people.write(async (tx) => {
    const { people, byRef, moved, changes, unchanged, newLinks, problems } = await decide(tx, list);
    if (problems.length > 0) {
      throw new DomainError(
        "bad-input",
        "Nothing was imported: some rows have to be mended first.",
        problems,
      );
    }
    const changed = new Set(changes.map((change) => change.ref));
    await insertPeople(
      tx,
      people.filter((person) => !byRef.has(person.ref)),
      context.clock(),
    );
    await updatePeople(
      tx,
      people.filter((person) => byRef.has(person.ref) && changed.has(person.ref)),
    );
    await moveAddresses(tx, context, staff, moved);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "people-imported",
      details: {
        added: changes.filter((change) => change.change === "new").length,
        changed: changes.filter((change) => change.change === "changed").length,
      },
    });
    return { applied: true, changes, unchanged, newLinks, problems: [] };
  });
}
