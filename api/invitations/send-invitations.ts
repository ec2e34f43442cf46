/** Makes the links of a wave and puts the mails that carry them into the outbox. */
import { wordsOfMark } from "../../surveys/fingerprint-words.ts";
import type { StaffContext } from "../context.ts";
import { mapInSlices } from "../give-way.ts";
import { enqueueMails, type NewMail } from "../outbox/enqueue-mails.ts";
import { newId } from "../short-id.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Writer } from "../storage/store.ts";
import { freshenMarks } from "../tickets/store.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { assignmentsOfWave, type StoredWave } from "../waves/store.ts";
import { invitationLink, newSecret, secretHash, secretOf } from "./invitation-secret.ts";
import { invitationText, type MailOccasion } from "./mail-texts.ts";
import { insertInvitations, invitedPeople, mailsOf, type Recipient } from "./store.ts";

export interface MailFrame {
  readonly wave: StoredWave;
  readonly key: Uint8Array;
  readonly baseUrl: string;
  readonly occasion: MailOccasion;
}

/** One mail a recipient; who has no address gets none. */
export async function invitationMails(
  recipients: readonly Recipient[],
  frame: MailFrame,
): Promise<NewMail[]> {
  const made = await mapInSlices(recipients, (recipient): NewMail[] => {
    if (recipient.mail === null) return [];
    const secret = secretOf(frame.key, { id: recipient.invitation, hash: recipient.secretHash });
    const { subject, text } = invitationText({
      raterName: recipient.name,
      waveTitle: frame.wave.title,
      aboutNames: recipient.aboutNames,
      link: invitationLink(frame.baseUrl, frame.wave, secret),
      words: wordsOfMark(frame.wave.manifestMark),
      closesAt: frame.wave.closesAt,
      anonymous: frame.wave.identity === "anonymous",
      someByName: frame.wave.kind === "360",
      occasion: frame.occasion,
    });
    return [{ waveId: frame.wave.id, toAddress: recipient.mail, subject, text }];
  });
  return made.flat();
}

/** @returns how many mails wait in the outbox now. */
export async function sendInvitations(
  tx: Writer<PeopleTables>,
  context: Pick<StaffContext, "clock" | "baseUrl">,
  { wave, key }: { readonly wave: StoredWave; readonly key: Uint8Array },
): Promise<number> {
  const now = context.clock();
  const assignments = await assignmentsOfWave(tx, wave.id);
  const marks = ticketMarksOf(key);
  // All at once and of one size, so that nothing moves when a ticket is issued.
  await freshenMarks(tx, marks, assignments);
  const raters = [...new Set(assignments.map((row) => row.raterPersonId))];
  const mails = await mailsOf(tx, raters);
  const invitations = await mapInSlices(raters, (personId) => {
    const id = newId();
    const hash = secretHash(newSecret(key, id, mails.get(personId) ?? null));
    return { id, waveId: wave.id, personId, secretHash: hash, lastSentAt: now };
  });
  await insertInvitations(tx, invitations);
  const sent = await invitationMails(await invitedPeople(tx, wave.id), {
    wave,
    key,
    baseUrl: context.baseUrl(),
    occasion: "invitation",
  });
  await enqueueMails(tx, sent, now);
  return sent.length;
}
