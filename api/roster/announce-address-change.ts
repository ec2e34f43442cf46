/** Tells staff at their old address that sign-in links go elsewhere now: who changes an address could become them. */
import { appendAudit } from "../audit/append-audit.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { signOutEverywhere } from "../sign-in/store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Writer } from "../storage/store.ts";
import type { ListedPerson } from "./people-list.ts";
import { rolesOf, type StoredPerson } from "./store.ts";

function textFor(name: string): { readonly subject: string; readonly text: string } {
  const parts = [
    `Dear ${name},`,
    "A coordinator changed your address on the list of people. Links that sign you in to Soundings now go to the new one.",
    "If you did not ask for this, tell your organisation at once: whoever reads that mailbox can sign in as you.",
  ];
  return { subject: "Your sign-in address was changed", text: `${parts.join("\n\n")}\n` };
}

interface Change {
  readonly at: Date;
  readonly actorPersonId: string;
  readonly before: ReadonlyMap<string, StoredPerson>;
  readonly after: readonly ListedPerson[];
}

/** Does nothing for people without a role. */
export async function announceAddressChanges(tx: Writer<PeopleTables>, change: Change): Promise<void> {
  for (const { ref, mail } of change.after) {
    const person = change.before.get(ref);
    if (person?.mail == null || person.mail.toLowerCase() === mail?.toLowerCase()) continue;
    if ((await rolesOf(tx, person.id)).length === 0) continue;
    // A session begun at the old address ends with it.
    await signOutEverywhere(tx, person);
    const notice = { waveId: null, toAddress: person.mail, ...textFor(person.name) };
    await enqueueMails(tx, [notice], change.at);
    await appendAudit(tx, {
      at: change.at,
      actorPersonId: change.actorPersonId,
      action: "staff-address-changed",
      details: { personId: person.id },
    });
  }
}
