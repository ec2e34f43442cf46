/** Reminds everybody whose link still has something to send; neither how many nor whom is told to anybody. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { handlingsOf } from "../links-in-hand/store.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import type { PeopleReader } from "../storage/people-store.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { findWave } from "../waves/find-wave.ts";
import type { StoredWave } from "../waves/store.ts";
import { readInvitationKey } from "./invitation-key.ts";
import { invitationMails } from "./send-invitations.ts";
import { invitedPeople, markReminded, type Recipient, unsentRecipients } from "./store.ts";

const MOST_REMINDERS = 3;
const HOURS_BETWEEN = 20;

function isDue({ lastSentAt, remindersSent }: Recipient, now: Date): boolean {
  if (remindersSent >= MOST_REMINDERS) return false;
  return lastSentAt === null || now.getTime() - lastSentAt.getTime() >= HOURS_BETWEEN * 3_600_000;
}

interface DueRecipients {
  readonly due: readonly Recipient[];
  readonly delivers: boolean;
  readonly key: Uint8Array;
}

interface Reminded {
  /** They get a mail because they have not sent, so that nobody else may learn of it. */
  readonly unsent: readonly Recipient[];
  /** They get one either way. */
  readonly either: readonly Recipient[];
}

/**
 * Who gets a reminder of those who are due. In an anonymous wave, whose mails can be read by others gets one either
 * way: everybody where no mail leaves, because the outbox is read, and those whose link was replaced, because a
 * corrected address may be somebody else's.
 */
async function reminded(
  db: PeopleReader,
  wave: StoredWave,
  { due, delivers, key }: DueRecipients,
): Promise<Reminded> {
  const dueIds = new Set(due.map(({ invitation }) => invitation));
  const unsent = (await unsentRecipients(db, wave.id, ticketMarksOf(key))).filter(({ invitation }) =>
    dueIds.has(invitation),
  );
  if (wave.identity === "identified") return { unsent, either: [] };
  const replaced = new Set(
    (await handlingsOf(db, wave.id)).filter(({ way }) => way === "new-link").map(({ personId }) => personId),
  );
  const isOpen = ({ personId }: Recipient) => !delivers || replaced.has(personId);
  return { unsent: unsent.filter((one) => !isOpen(one)), either: due.filter(isOpen) };
}

const NOBODY_DUE =
  "No reminder is due: mails to these people are less than 20 hours old, or they have had three reminders. Try again tomorrow; nothing was sent.";

/**
 * Counts as a reminder to everybody who is due, sent or not, so that nothing stored tells who has.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" unless the wave is open, or where nobody is due
 */
export async function remindRaters(
  context: Pick<StaffContext, "people" | "keys" | "clock" | "baseUrl" | "config">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const wave = await findWave(tx, id);
    if (wave.state !== "open") {
      throw new DomainError("wrong-state", "Reminders go out while a wave is open. This one is not.");
    }
    const now = context.clock();
    // Who has no mail address got a letter.
    const due = (await invitedPeople(tx, id)).filter(
      ({ mail, ...one }) => mail !== null && isDue({ mail, ...one }, now),
    );
    if (due.length === 0) throw new DomainError("wrong-state", NOBODY_DUE);
    const key = readInvitationKey(context.keys, wave);
    const frame = { wave, key, baseUrl: context.baseUrl() };
    const delivers = context.config.smtpUrl !== undefined;
    const { unsent, either } = await reminded(tx, wave, { due, delivers, key });
    const unlisted = wave.identity === "anonymous";
    const mails = [
      ...(await invitationMails(unsent, { ...frame, occasion: "reminder" })).map((mail) => ({
        ...mail,
        unlisted,
      })),
      ...(await invitationMails(either, { ...frame, occasion: "reminder-to-all" })),
    ];
    await enqueueMails(tx, mails, now);
    await markReminded(
      tx,
      due.map((recipient) => recipient.invitation),
      now,
    );
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "raters-reminded",
      details: { wave: id },
    });
  });
}
