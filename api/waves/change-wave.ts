/** Changes a draft: its title, policy and closing time. */
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { requireCuts } from "./check-cuts.ts";
import { findDraft } from "./find-wave.ts";
import { requireFloors } from "./policy-schema.ts";
import { updateWave } from "./store.ts";

export interface WaveChange {
  readonly wave: string;
  readonly title?: string | undefined;
  readonly policy?: DisclosurePolicy | undefined;
  /** null takes the closing time away. */
  readonly closesAt?: Date | null | undefined;
}

/** @throws DomainError "not-allowed", "not-found", "wrong-state" once opened, "bad-input" below the floors */
export async function changeWave(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  { wave: id, title, policy, closesAt }: WaveChange,
): Promise<void> {
  requireRole(staff, "coordinator");
  const draft = await context.people.read((db) => findDraft(db, id));
  const definition = await definitionOfId(context, draft.definitionId);
  await context.people.write(async (tx) => {
    const wave = await findDraft(tx, id);
    if (policy !== undefined) {
      requireFloors(policy, wave.kind);
      requireCuts(policy, definition);
    }
    const fields = {
      ...(title === undefined ? {} : { title: title.trim() }),
      ...(policy === undefined ? {} : { policy }),
      ...(closesAt === undefined ? {} : { closesAt }),
    };
    if (Object.keys(fields).length === 0) return;
    await updateWave(tx, id, fields);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "wave-changed",
      details: { wave: id, fields: Object.keys(fields) },
    });
  });
}
