/** Deletes a mail that will not leave. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { deleteMail, mailById } from "./store.ts";

/** @throws DomainError "not-allowed"; "not-found" if it has left meanwhile */
export async function discardMail(
  { people, clock }: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  id: string,
): Promise<void> {
  requireRole(staff, "coordinator");
  await people.write(async (tx) => {
    const mail = await mailById(tx, id);
    if (mail === undefined) throw new DomainError("not-found", "This mail is no longer in the outbox.");
    await deleteMail(tx, id);
    await appendAudit(tx, {
      at: clock(),
      actorPersonId: staff.personId,
      action: "mail-discarded",
      details: { mail: mail.id, wave: mail.waveId },
    });
  });
}
