/** Gives people new links in place of those they had: the old ones die, and whether a ticket was given out stays as it was. */
import { randomBytes } from "node:crypto";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { noteHandling } from "../links-in-hand/store.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { deleteMailTo } from "../outbox/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { newId } from "../short-id.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import { findWave } from "../waves/find-wave.ts";
import type { StoredWave } from "../waves/store.ts";
import { readInvitationKey } from "./invitation-key.ts";
import { newSecret, secretHash, secretOf } from "./invitation-secret.ts";
import { invitationMails } from "./send-invitations.ts";
import { invitedPeople, type Recipient, replaceLink } from "./store.ts";

/** A link that its addressee has made void stays void under its new id, and nobody can tell. */
function isVoid(key: Uint8Array, { invitation, secretHash: hash }: Recipient): boolean {
  return secretHash(secretOf(key, { id: invitation, hash })) !== hash;
}

/** Of nobody's mark is anything read or written here: it belongs to the person and the subject, not to the link. */
export async function giveNewSecret(
  tx: PeopleWriter,
  key: Uint8Array,
  { recipient, now }: { readonly recipient: Recipient; readonly now: Date },
): Promise<Recipient> {
  const id = newId();
  const secret = isVoid(key, recipient)
    ? randomBytes(24).toString("base64url")
    : newSecret(key, id, recipient.mail);
  const hash = secretHash(secret);
  await replaceLink(tx, recipient.invitation, { id, secretHash: hash, lastSentAt: now });
  return { ...recipient, invitation: id, secretHash: hash };
}

export interface Replacement {
  readonly wave: StoredWave;
  readonly personId: string;
  /** Where mails with the old link may wait. */
  readonly oldMail: string | null;
  readonly because: "address-changed" | "asked-for";
}

/** One person's link, sent to the address on the list; without one it goes onto the next letter. */
export async function replaceOneLink(
  tx: PeopleWriter,
  context: Pick<StaffContext, "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  { wave, personId, oldMail, because }: Replacement,
): Promise<void> {
  const now = context.clock();
  const recipient = (await invitedPeople(tx, wave.id)).find((one) => one.personId === personId);
  if (recipient === undefined) {
    throw new DomainError("not-found", "This person is not asked in this wave. Nothing has changed.");
  }
  const key = readInvitationKey(context.keys, wave);
  const renewed = await giveNewSecret(tx, key, { recipient, now });
  for (const mail of new Set([oldMail, recipient.mail]))
    if (mail !== null) await deleteMailTo(tx, wave.id, mail);
  const frame = { wave, key, baseUrl: context.baseUrl(), occasion: "new-link" } as const;
  await enqueueMails(tx, await invitationMails([renewed], frame), now);
  await noteHandling(tx, {
    waveId: wave.id,
    way: "new-link",
    staffPersonId: staff.personId,
    people: [personId],
  });
  // Whose it was stands among the handlings, which end with the list: the log is for ever.
  await appendAudit(tx, {
    at: now,
    actorPersonId: staff.personId,
    action: "link-replaced",
    details: { wave: wave.id, because },
  });
}

/**
 * A new link for somebody who lost the mail.
 * @throws DomainError "not-allowed", "not-found"; "wrong-state" unless the wave is open, or for people without mail
 */
export async function sendNewLink(
  context: Pick<StaffContext, "people" | "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  { wave: id, person: personId }: { readonly wave: string; readonly person: string },
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const wave = await findWave(tx, id);
    if (wave.state !== "open") {
      throw new DomainError("wrong-state", "New links are given while a wave is open. Nothing has changed.");
    }
    const recipient = (await invitedPeople(tx, id)).find((one) => one.personId === personId);
    if (recipient?.mail === null) {
      throw new DomainError(
        "wrong-state",
        "This person has no mail address. Print the letter again instead; nothing has changed.",
      );
    }
    const oldMail = recipient?.mail ?? null;
    await replaceOneLink(tx, context, staff, { wave, personId, oldMail, because: "asked-for" });
  });
}
