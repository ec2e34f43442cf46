/** Tells people at their old address that links go elsewhere now: who changes an address could become them. */
import { appendAudit } from "../audit/append-audit.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { signOutEverywhere } from "../sign-in/store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Writer } from "../storage/store.ts";
import { rolesOf } from "./store.ts";

/** Somebody whose mail address changes or goes. */
export interface MovedPerson {
  readonly id: string;
  readonly name: string;
  readonly oldMail: string;
}

interface Notice {
  readonly subject: string;
  readonly text: string;
}

function staffNotice(name: string): Notice {
  const parts = [
    `Dear ${name},`,
    "A coordinator changed your address on the list of people. Links that sign you in to Soundings now go to the new one.",
    "If you did not ask for this, tell your organisation at once: whoever reads that mailbox can sign in as you.",
  ];
  return { subject: "Your sign-in address was changed", text: `${parts.join("\n\n")}\n` };
}

function raterNotice(name: string, wave: string): Notice {
  const parts = [
    `Dear ${name},`,
    `A coordinator changed your address on the list of people. Your personal link to “${wave}” no longer opens anything; a new one went to the new address.`,
    "What you have sent stays sent. If you did not ask for this, tell your organisation at once: whoever reads the new address could answer in your place if you have not.",
  ];
  return { subject: `Your link was replaced: ${wave}`, text: `${parts.join("\n\n")}\n` };
}

interface Change {
  readonly at: Date;
  readonly actorPersonId: string;
  readonly moved: readonly MovedPerson[];
}

/** Does nothing for people without a role. */
export async function announceToStaff(tx: Writer<PeopleTables>, change: Change): Promise<void> {
  for (const { id, name, oldMail } of change.moved) {
    if ((await rolesOf(tx, id)).length === 0) continue;
    // A session begun at the old address ends with it.
    await signOutEverywhere(tx, { id, mail: oldMail });
    await enqueueMails(tx, [{ waveId: null, toAddress: oldMail, ...staffNotice(name) }], change.at);
    await appendAudit(tx, {
      at: change.at,
      actorPersonId: change.actorPersonId,
      action: "staff-address-changed",
      details: { personId: id },
    });
  }
}

/** One who is asked in a wave that is open; the mail goes with the wave's others when it closes. */
export async function announceToRater(
  tx: Writer<PeopleTables>,
  { name, oldMail }: MovedPerson,
  { wave, at }: { readonly wave: { readonly id: string; readonly title: string }; readonly at: Date },
): Promise<void> {
  await enqueueMails(tx, [{ waveId: wave.id, toAddress: oldMail, ...raterNotice(name, wave.title) }], at);
}
