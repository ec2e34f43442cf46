/** Shows a coordinator the text of a mail that did not leave; where no mail leaves at all, with the link to hand over. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { invitedAt } from "../invitations/store.ts";
import { noteHandling } from "../links-in-hand/store.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import type { PeopleWriter } from "../storage/people-store.ts";
import { mailById, type WaitingMail } from "./store.ts";

const HIDDEN_LINK = "[personal link hidden]";

/** Personal links carry their secret behind "#"; other addresses stay as they are. */
function withoutLinks(text: string): string {
  return text.replaceAll(/https?:\/\/\S+#\S+/g, HIDDEN_LINK);
}

/** Raters and readers are told how many links staff could have used. */
async function noteLink(tx: PeopleWriter, staff: StaffMember, { waveId, toAddress }: WaitingMail) {
  if (waveId === null) return;
  const invited = await invitedAt(tx, waveId, toAddress);
  if (invited === undefined) return;
  await noteHandling(tx, { waveId, way: "mail-text", staffPersonId: staff.personId, people: [invited] });
}

/**
 * The text without the personal link, unless no mail leaves the installation: a wrong address is corrected, and gets
 * a new link.
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
    const delivers = config.smtpUrl !== undefined;
    if (mail.nextAttemptAt !== null && delivers) {
      throw new DomainError(
        "wrong-state",
        "The mail server will take this mail. Its text can be read only if it is refused for good.",
      );
    }
    if (!delivers) await noteLink(tx, staff, mail);
    await appendAudit(tx, {
      at: clock(),
      actorPersonId: staff.personId,
      action: "mail-read",
      details: { mail: mail.id, wave: mail.waveId },
    });
    return { text: delivers ? withoutLinks(mail.text) : mail.text };
  });
}
