/** Records who was at the one-day workshop for mentors, or takes a record back. */
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { personById } from "../../roster/store.ts";
import { deleteWorkshop, insertWorkshop } from "./store.ts";

export interface WorkshopRecord {
  readonly people: readonly string[];
  /** A day, such as "2026-03-09". */
  readonly heldOn: string;
  readonly attended: boolean;
}

/** @throws DomainError "not-allowed", "not-found", "bad-input" for a day to come */
export async function recordWorkshop(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { people, heldOn, attended }: WorkshopRecord,
): Promise<void> {
  requireRole(staff, "coordinator");
  const now = context.clock();
  if (heldOn > now.toISOString().slice(0, 10)) {
    throw new DomainError("bad-input", "The workshop has not taken place yet. Record it once it has.");
  }
  await context.people.write(async (tx) => {
    for (const personId of people) {
      if ((await personById(tx, personId)) === undefined) {
        throw new DomainError(
          "not-found",
          "One of the people is not on the list of people. Nothing was recorded.",
        );
      }
    }
    if (attended) await insertWorkshop(tx, people, { heldOn, recordedAt: now });
    else await deleteWorkshop(tx, people, heldOn);
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: attended ? "workshop-recorded" : "workshop-record-removed",
      details: { heldOn, people: people.length },
    });
  });
}
