/** Begins a wave of a programme: a draft with a definition and a policy. */
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { newId } from "../short-id.ts";
import { requireCuts } from "./check-cuts.ts";
import { defaultPolicy, requireFloors } from "./policy-schema.ts";
import { insertWave } from "./store.ts";

export interface WaveRequest {
  readonly programme: string;
  readonly definition: string;
  readonly title: string;
  readonly policy?: DisclosurePolicy | undefined;
  readonly closesAt?: Date | undefined;
}

/**
 * @returns the id of the new draft.
 * @throws DomainError "not-allowed", "not-found" (programme or definition), "bad-input" (policy below the floors, cuts)
 */
export async function createWave(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  request: WaveRequest,
): Promise<string> {
  requireRole(staff, "coordinator");
  const definition = await definitionOfId(context, request.definition);
  const { soundings } = definition;
  const policy = request.policy ?? defaultPolicy(soundings.kind, context.clock());
  requireFloors(policy, soundings.kind);
  requireCuts(policy, definition);
  const id = newId();
  await context.people.write(async (tx) => {
    if ((await programmeById(tx, request.programme)) === undefined) {
      throw new DomainError("not-found", "There is no such programme. Choose one from the list.");
    }
    await insertWave(tx, {
      id,
      programmeId: request.programme,
      definitionId: request.definition,
      title: request.title.trim(),
      kind: soundings.kind,
      identity: soundings.identity,
      state: "draft",
      policy,
      closesAt: request.closesAt ?? null,
    });
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "wave-created",
      details: { wave: id },
    });
  });
  return id;
}
