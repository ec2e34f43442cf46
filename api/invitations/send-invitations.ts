/** Makes the links of a wave and puts the mails that carry them into the outbox. */
import { randomBytes } from "node:crypto";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { enqueueMails, type NewMail } from "../outbox/enqueue-mails.ts";
import { newId } from "../short-id.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Writer } from "../storage/store.ts";
import { assignmentsOfWave, type StoredWave } from "../waves/store.ts";
import { invitationLink, newSecret, secretHash, secretOf } from "./invitation-secret.ts";
import { invitationText } from "./mail-texts.ts";
import { insertInvitations, mailsOf, type Recipient, unsentRecipients } from "./store.ts";

const KEY_PURPOSE = "invitation-key";

/** A fresh key for a wave's links, and the same wrapped for the store. */
export function createInvitationKey(keys: KeyRing): {
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
} {
  const key = new Uint8Array(randomBytes(32));
  return { key, wrapped: keys.wrap(key, KEY_PURPOSE) };
}

/** @throws DomainError "wrong-state" for a wave that has no links yet or any more. */
export function readInvitationKey(keys: KeyRing, wave: StoredWave): Uint8Array {
  if (wave.invitationKey === null) {
    throw new DomainError("wrong-state", "This wave has no links. Open it first.");
  }
  return keys.unwrap(wave.invitationKey, KEY_PURPOSE);
}

export interface MailFrame {
  readonly wave: StoredWave;
  readonly key: Uint8Array;
  readonly baseUrl: string;
  readonly reminder: boolean;
}

/** One mail a recipient; who has no address gets none. */
export function invitationMails(recipients: readonly Recipient[], frame: MailFrame): NewMail[] {
  return recipients.flatMap((recipient) => {
    if (recipient.mail === null) return [];
    const secret = secretOf(frame.key, { id: recipient.invitation, hash: recipient.secretHash });
    const { subject, text } = invitationText({
      raterName: recipient.name,
      waveTitle: frame.wave.title,
      aboutNames: recipient.aboutNames,
      link: invitationLink(frame.baseUrl, frame.wave.id, secret),
      closesAt: frame.wave.closesAt,
      anonymous: frame.wave.identity === "anonymous",
      someByName: frame.wave.kind === "360",
      reminder: frame.reminder,
    });
    return [{ waveId: frame.wave.id, toAddress: recipient.mail, subject, text }];
  });
}

/** @returns how many mails wait in the outbox now. */
export async function sendInvitations(
  tx: Writer<PeopleTables>,
  context: Pick<StaffContext, "clock" | "baseUrl">,
  { wave, key }: { readonly wave: StoredWave; readonly key: Uint8Array },
): Promise<number> {
  const now = context.clock();
  const raters = [...new Set((await assignmentsOfWave(tx, wave.id)).map((row) => row.raterPersonId))];
  const mails = await mailsOf(tx, raters);
  const invitations = raters.map((personId) => {
    const id = newId();
    const hash = secretHash(newSecret(key, id, mails.get(personId) ?? null));
    return { id, waveId: wave.id, personId, secretHash: hash, lastSentAt: now };
  });
  await insertInvitations(tx, invitations);
  const sent = invitationMails(await unsentRecipients(tx, wave.id), {
    wave,
    key,
    baseUrl: context.baseUrl(),
    reminder: false,
  });
  await enqueueMails(tx, sent, now);
  return sent.length;
}
