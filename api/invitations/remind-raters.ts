/** Reminds everybody whose link still has something to send; never who has sent, never too often. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { enqueueMails } from "../outbox/enqueue-mails.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { findWave } from "../waves/find-wave.ts";
import { readInvitationKey } from "./invitation-key.ts";
import { invitationMails } from "./send-invitations.ts";
import { markReminded, type Recipient, unsentRecipients } from "./store.ts";

const MOST_REMINDERS = 3;
const HOURS_BETWEEN = 20;

export interface ReminderCount {
  readonly sent: number;
  /** Left out because their last mail is too recent or they were reminded often enough. */
  readonly spared: number;
}

function isDue({ lastSentAt, remindersSent }: Recipient, now: Date): boolean {
  if (remindersSent >= MOST_REMINDERS) return false;
  return lastSentAt === null || now.getTime() - lastSentAt.getTime() >= HOURS_BETWEEN * 3_600_000;
}

/** @throws DomainError "not-allowed", "not-found", "wrong-state" unless the wave is open */
export async function remindRaters(
  context: Pick<StaffContext, "people" | "keys" | "clock" | "baseUrl">,
  staff: StaffMember,
  { wave: id }: { readonly wave: string },
): Promise<ReminderCount> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const wave = await findWave(tx, id);
    if (wave.state !== "open") {
      throw new DomainError("wrong-state", "Reminders go out while a wave is open. This one is not.");
    }
    const now = context.clock();
    const key = readInvitationKey(context.keys, wave);
    const unsent = await unsentRecipients(tx, id, ticketMarksOf(key));
    // Who has no mail address got a letter.
    const waiting = unsent.filter(({ mail }) => mail !== null);
    const due = waiting.filter((recipient) => isDue(recipient, now));
    await enqueueMails(
      tx,
      invitationMails(due, { wave, key, baseUrl: context.baseUrl(), reminder: true }),
      now,
    );
    await markReminded(
      tx,
      due.map((recipient) => recipient.invitation),
      now,
    );
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: "raters-reminded",
      details: { wave: id, sent: due.length },
    });
    return { sent: due.length, spared: waiting.length - due.length };
  });
}
