/** Shows a coordinator the text of a mail that did not leave, so that it can be handed over; the audit log shows it. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { mailById } from "./store.ts";

/**
 * @throws DomainError "not-allowed" also for mail that signs somebody in: whoever reads it could become that person;
 *   "not-found" once it has left; "wrong-state" while the mail server is about to take it.
 */
export async function readMail(
  { people, config, clock }: Pick<StaffContext, "people" | "config" | "clock">,
  staff: StaffMember,
  id: string,
): Promise<{ readonly text: string }> {
  requireRole(staff, "coordinator");
  return people.write(async (tx) => {
    const mail = await mailById(tx, id);
    if (mail === undefined) {
      throw new DomainError(
        "not-found",
        "This mail is no longer in the outbox: it has left or was discarded.",
      );
    }
    if (mail.signsIn && !config.demo) {
      throw new DomainError(
        "not-allowed",
        "This mail signs its addressee in, so nobody else may read it. They can ask for a new link.",
      );
    }
    if (mail.nextAttemptAt !== null && config.smtpUrl !== undefined) {
      throw new DomainError(
        "wrong-state",
        "The mail server will take this mail. Its text can be read only if it is refused for good.",
      );
    }
    await appendAudit(tx, {
      at: clock(),
      actorPersonId: staff.personId,
      action: "mail-read",
      details: { mail: mail.id, wave: mail.waveId },
    });
    return { text: mail.text };
  });
}
