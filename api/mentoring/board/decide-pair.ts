/** The coordinator's decisions about pairs: lock, forbid, clear, and undo of the last one. */
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { findRound } from "../rounds/find-round.ts";
import { offerIn, type Pool, poolOfRound, requestIn } from "./collect-inputs.ts";
import { type Decision, decisionsOf, deleteDecision, insertDecision } from "./store.ts";

type BoardContext = Pick<StaffContext, "people" | "clock">;

export interface PairDecision {
  readonly round: string;
  readonly kind: "lock" | "forbid" | "clear";
  readonly mentee: string;
  readonly mentor: string;
}

function refOf(pool: Pool, person: string): string {
  return pool.personOf.get(person)?.ref ?? "";
}

function requireInPool(pool: Pool, { mentee, mentor }: PairDecision): void {
  if (requestIn(pool, mentee) !== undefined && offerIn(pool, mentor) !== undefined) return;
  throw new DomainError(
    "not-found",
    "One of the two is not in the pool of this round. Load the board again.",
  );
}

/** A lock needs a place, and is no way to move somebody who has a mentor. */
function requireLockable(pool: Pool, { mentee, mentor }: PairDecision): void {
  const { live, locked, mentors } = pool.inputs;
  const [menteeRef, mentorRef] = [refOf(pool, mentee), refOf(pool, mentor)];
  if (menteeRef === mentorRef) throw new DomainError("wrong-state", "Nobody can mentor themselves.");
  if (live.some((pair) => pair.mentee === menteeRef)) {
    throw new DomainError(
      "wrong-state",
      "This mentee has a mentor, or is being asked. A pair is changed only with the consent of both.",
    );
  }
  const capacity = mentors.find(({ person }) => person.ref === mentorRef)?.capacity ?? 0;
  const taken = [...live, ...locked].filter(
    (pair) => pair.mentor === mentorRef && pair.mentee !== menteeRef,
  ).length;
  if (taken >= capacity) {
    throw new DomainError(
      "wrong-state",
      "This mentor has no place left. Forbid or clear another pair of this mentor first.",
    );
  }
}

/** @throws DomainError "not-allowed", "not-found", "wrong-state" for a lock that cannot be kept */
export async function decidePair(
  context: BoardContext,
  staff: StaffMember,
  decision: PairDecision,
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const now = context.clock();
    const pool = await poolOfRound(tx, decision.round, now);
    requireInPool(pool, decision);
    if (decision.kind === "lock") requireLockable(pool, decision);
    await insertDecision(tx, {
      roundId: decision.round,
      seq: (pool.decisions.at(-1)?.seq ?? 0) + 1,
      kind: decision.kind,
      menteePersonId: decision.mentee,
      mentorPersonId: decision.mentor,
      weights: null,
      decidedAt: now,
    });
    await appendAudit(tx, {
      at: now,
      actorPersonId: staff.personId,
      action: `pair-${decision.kind}`,
      details: { round: decision.round, mentee: decision.mentee, mentor: decision.mentor },
    });
  });
}

/**
 * Takes the newest decision back: a lock, a forbidden pair, a cleared pair or changed weights.
 * @returns what was taken back.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" when there is nothing to undo
 */
export async function undoDecision(
  context: BoardContext,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<Pick<Decision, "kind" | "menteePersonId" | "mentorPersonId">> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const round = await findRound(tx, id);
    const newest = (await decisionsOf(tx, round.id)).at(-1);
    if (newest === undefined) throw new DomainError("wrong-state", "There is nothing to undo.");
    await deleteDecision(tx, newest);
    const { kind, menteePersonId, mentorPersonId } = newest;
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "pair-decision-undone",
      details: { round: id, kind, mentee: menteePersonId, mentor: mentorPersonId },
    });
    return { kind, menteePersonId, mentorPersonId };
  });
}
