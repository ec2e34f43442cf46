/** Puts mails into the outbox, in the transaction that is the reason for them. */
import { ONE_MAILBOX } from "../mail-address.ts";
import { newId } from "../short-id.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import { insertMails } from "./store.ts";

export interface NewMail {
  /** Null for mail that belongs to no wave. */
  readonly waveId: string | null;
  readonly toAddress: string;
  readonly subject: string;
  /** Plain text; links as they are, without anything that would tell whether the mail was read. */
  readonly text: string;
  /** True if a link in it signs the addressee in: no coordinator may read such a mail. */
  readonly signsIn?: boolean;
  /** True if only those get such a mail who have not sent: it then stands in no list and no log. */
  readonly unlisted?: boolean;
}

const LONGEST_SUBJECT = 200;

/** One line: what a wave's title holds must not begin a header of its own. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .slice(0, LONGEST_SUBJECT);
}

/** @throws RangeError if an address is not one mailbox; addresses are checked where they enter the product. */
export async function enqueueMails(tx: PeopleWriter, mails: readonly NewMail[], now: Date): Promise<void> {
  if (!mails.every((mail) => ONE_MAILBOX.test(mail.toAddress))) {
    throw new RangeError("a mail goes to exactly one mailbox");
  }
  await insertMails(
    tx,
    mails.map((mail) => ({
      id: newId(),
      waveId: mail.waveId,
      toAddress: mail.toAddress,
      subject: oneLine(mail.subject),
      text: mail.text,
      signsIn: mail.signsIn ?? false,
      unlisted: mail.unlisted ?? false,
      nextAttemptAt: now,
      createdAt: now,
    })),
  );
}
