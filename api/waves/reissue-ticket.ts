/** Gives a rater whose browser lost its ticket a second one; counted, and printed in the report. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import { readInvitationKey } from "../invitations/invitation-key.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { findWave } from "./find-wave.ts";
import { allowSecondTicket, assignmentOf } from "./store.ts";

const MOST_REISSUES = 1;

/**
 * The group's cap still holds: if the first answer did arrive, the second is refused when the group is full. Answers
 * the same, and counts the same, whether or not the first ticket was used.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" if the wave is not open or a second one was allowed
 *   already
 */
export async function reissueTicket(
  context: Pick<StaffContext, "people" | "keys" | "clock">,
  staff: StaffMember,
  request: { readonly wave: string; readonly rater: string; readonly subject: string },
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const wave = await findWave(tx, request.wave);
    if (wave.state !== "open" || wave.identity !== "anonymous") {
      throw new DomainError(
        "wrong-state",
        "Tickets can be given out again only while an anonymous wave is open.",
      );
    }
    const assignment = await assignmentOf(tx, request);
    if (assignment === undefined) {
      throw new DomainError("not-found", "This person is not asked about this subject in this wave.");
    }
    // Whether a first one was given out plays no part: else asking would tell who has answered.
    if (assignment.reissues >= MOST_REISSUES) {
      throw new DomainError("wrong-state", "A second ticket was allowed already. There is no third.");
    }
    const marks = ticketMarksOf(readInvitationKey(context.keys, wave));
    await allowSecondTicket(tx, marks, assignment);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "ticket-reissued",
      details: { wave: request.wave, group: assignment.group },
    });
  });
}
