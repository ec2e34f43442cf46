/** What follows from changed mail addresses: notices to the old ones, and new links where a wave is open. */
import type { StaffContext } from "../context.ts";
import type { InputProblem } from "../errors.ts";
import { replaceOneLink } from "../invitations/replace-links.ts";
import { openInvitationsOf } from "../invitations/store.ts";
import type { StaffMember } from "../permissions.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { StoredWave } from "../waves/store.ts";
import { announceToRater, announceToStaff, type MovedPerson } from "./announce-address-change.ts";
import type { ListedPerson } from "./people-list.ts";
import type { StoredPerson } from "./store.ts";

export interface MovedAddress {
  readonly person: StoredPerson;
  readonly newMail: string | null;
}

/** Addresses that differ in more than capitals. */
export function movedAddresses(
  listed: readonly ListedPerson[],
  before: ReadonlyMap<string, StoredPerson>,
): MovedAddress[] {
  return listed.flatMap(({ ref, mail }) => {
    const person = before.get(ref);
    if (person === undefined || person.mail?.toLowerCase() === mail?.toLowerCase()) return [];
    return [{ person, newMail: mail }];
  });
}

/** Only surveys that print letters reach somebody whose address is taken away. */
function printsLetters(wave: StoredWave): boolean {
  return wave.kind === "staff-survey" && wave.identity === "anonymous";
}

/** What is wrong with these changes while waves are open, and how many new links they would make. */
export async function weighMoves(
  db: PeopleReader,
  moved: readonly MovedAddress[],
): Promise<{ readonly problems: readonly InputProblem[]; readonly newLinks: number }> {
  const invitations = await openInvitationsOf(
    db,
    moved.map(({ person }) => person.id),
  );
  const byMailAlone = new Map(
    invitations.filter(({ wave }) => !printsLetters(wave)).map((one) => [one.personId, one]),
  );
  const problems = moved.flatMap(({ person, newMail }) => {
    const unreachable = newMail === null ? byMailAlone.get(person.id) : undefined;
    if (unreachable === undefined) return [];
    const sentence = `${person.name} is asked in “${unreachable.wave.title}”, which is open and reaches people by mail alone. Give an address, or wait until it has closed.`;
    return [{ path: `staff number ${person.ref}`, sentence }];
  });
  return { problems, newLinks: invitations.length };
}

/** Call once the list holds the new addresses. */
export async function moveAddresses(
  tx: PeopleWriter,
  context: Pick<StaffContext, "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  moved: readonly MovedAddress[],
): Promise<void> {
  const at = context.clock();
  const people = moved.flatMap(({ person: { id, name, mail } }): MovedPerson[] =>
    mail === null ? [] : [{ id, name, oldMail: mail }],
  );
  await announceToStaff(tx, { at, actorPersonId: staff.personId, moved: people });
  const ids = moved.map(({ person }) => person.id);
  for (const { personId, wave } of await openInvitationsOf(tx, ids)) {
    const from = people.find(({ id }) => id === personId);
    const oldMail = from?.oldMail ?? null;
    await replaceOneLink(tx, context, staff, { wave, personId, oldMail, because: "address-changed" });
    if (from !== undefined) await announceToRater(tx, from, { wave, at });
  }
}
