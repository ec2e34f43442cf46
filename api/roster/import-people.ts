/** Imports the list of people: a dry run says what would change, applying it changes all or nothing. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError, type InputProblem, shownProblems } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { announceAddressChanges } from "./announce-address-change.ts";
import { comparePeople, type PeopleChanges } from "./people-changes.ts";
import { type ListedPerson, readPeopleList } from "./people-list.ts";
import { everyPerson, insertPeople, type StoredPerson, updatePeople } from "./store.ts";

export interface PeopleImport extends PeopleChanges {
  readonly applied: boolean;
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

function decide(csv: string, existing: readonly StoredPerson[]) {
  const byRef = new Map(existing.map((person) => [person.ref, person]));
  const { people, problems } = readPeopleList(csv, new Set(byRef.keys()));
  return {
    people,
    byRef,
    problems: [...problems, ...takenMails(people, existing)],
    ...comparePeople(people, byRef),
  };
}

/**
 * @throws DomainError "not-allowed"; "bad-input" with every bad row if the import should be applied as it is.
 */
export async function importPeople(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  request: { readonly csv: string; readonly apply: boolean },
): Promise<PeopleImport> {
  requireRole(staff, "coordinator");
  if (!request.apply) {
    const { changes, unchanged, problems } = decide(request.csv, await context.people.read(everyPerson));
    return { applied: false, changes, unchanged, problems: shownProblems(problems) };
  }
  return context.people.write(async (tx) => {
    const { people, byRef, changes, unchanged, problems } = decide(request.csv, await everyPerson(tx));
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
    await announceAddressChanges(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      before: byRef,
      after: people,
    });
    await updatePeople(
      tx,
      people.filter((person) => byRef.has(person.ref) && changed.has(person.ref)),
    );
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "people-imported",
      details: {
        added: changes.filter((change) => change.change === "new").length,
        changed: changes.filter((change) => change.change === "changed").length,
      },
    });
    return { applied: true, changes, unchanged, problems: [] };
  });
}
