/** Puts a mail of mentoring with the reader's own link into the outbox; who has no address gets none. */
import type { StaffContext } from "../../context.ts";
import { enqueueMails } from "../../outbox/enqueue-mails.ts";
import { personById } from "../../roster/store.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { personalLink } from "../personal/personal-link.ts";
import type { StoredRound } from "../rounds/store.ts";
import { type MentoringMailKind, mentoringText } from "./mail-texts.ts";

export type MailContext = Pick<StaffContext, "keys" | "baseUrl" | "clock">;

export interface PersonalMail {
  readonly round: StoredRound;
  readonly personId: string;
  readonly kind: MentoringMailKind;
  readonly until?: Date;
}

/** In the transaction that is the reason for it. */
export async function sendPersonalMail(
  tx: PeopleWriter,
  context: MailContext,
  mail: PersonalMail,
): Promise<void> {
  const person = await personById(tx, mail.personId);
  if (person === undefined) return;
  const link = await personalLink(tx, context, mail);
  if (person.mail === null) return;
  const { subject, text } = mentoringText({
    kind: mail.kind,
    name: person.name,
    roundTitle: mail.round.title,
    link,
    ...(mail.until === undefined ? {} : { until: mail.until }),
  });
  await enqueueMails(tx, [{ waveId: null, toAddress: person.mail, subject, text }], context.clock());
}
