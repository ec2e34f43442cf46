/** What the coordinator sees of the pairs of a round, and does about them. */
import { nextRelationshipState } from "../../../analysis/mentoring/relationship-state.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import { collectPool, poolOfRound } from "../board/collect-inputs.ts";
import { findRound } from "../rounds/find-round.ts";
import { type StoredRound, setStanding, standingsOf } from "../rounds/store.ts";
import type { LifeContext } from "./end-pair.ts";
import { type Moves, possibleMoves } from "./moves.ts";
import { pairView, readLife } from "./pair-view.ts";
import { passPair } from "./pass-pair.ts";
import { sendPersonalMail } from "./send-mail.ts";
import { openAlerts, type Relationship, relationshipById, settleAlert, updateRelationship } from "./store.ts";

/** @throws DomainError "not-allowed", "not-found" */
export async function watchPairs(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
) {
  requireRole(staff, "coordinator");
  const now = context.clock();
  return context.people.read(async (db) => {
    const pool = await poolOfRound(db, id, now);
    const frame = { pool, life: await readLife(db, id), now };
    const moves: Moves | null = possibleMoves(pool);
    return {
      pairs: pool.relationships.map((pair) => pairView(frame, pair, "coordinator")),
      alerts: frame.life.alerts.map((alert) => ({
        id: alert.id,
        relationship: alert.relationshipId,
        side: alert.side,
        raisedAt: alert.raisedAt.toISOString(),
      })),
      moves,
    };
  });
}

interface FoundPair {
  readonly round: StoredRound;
  readonly pair: Relationship;
}

async function findPair(db: PeopleReader, id: string): Promise<FoundPair> {
  const pair = await relationshipById(db, id);
  if (pair === undefined) throw new DomainError("not-found", "There is no such pair. Load the page again.");
  return { pair, round: await findRound(db, pair.roundId) };
}

interface PairAction {
  readonly relationship: string;
}

async function audited(
  tx: PeopleWriter,
  context: LifeContext,
  event: { readonly staff: StaffMember; readonly action: string; readonly pair: Relationship },
): Promise<void> {
  await appendAudit(tx, {
    at: context.clock(),
    actorPersonId: event.staff.personId,
    action: event.action,
    details: { round: event.pair.roundId, pair: event.pair.id },
  });
}

/**
 * Takes back what was asked, or a pair that has not begun; the next mentor is asked by itself.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" once the pair is active
 */
export async function withdrawPair(
  context: LifeContext,
  staff: StaffMember,
  { relationship }: PairAction,
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const { pair, round } = await findPair(tx, relationship);
    if (nextRelationshipState(pair.state, "pass") === undefined) {
      throw new DomainError(
        "wrong-state",
        "This pair has begun or is over. Only the two of them can end it.",
      );
    }
    await audited(tx, context, { staff, action: "pair-withdrawn", pair });
    await passPair(tx, context, { id: pair.id, round });
  });
}

/**
 * Asks both sides whether they would agree to another pairing.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" unless the pair lives and a move would place somebody
 */
export async function askToMove(
  context: LifeContext,
  staff: StaffMember,
  { relationship }: PairAction,
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const now = context.clock();
    const { pair, round } = await findPair(tx, relationship);
    const moves = possibleMoves(await collectPool(tx, round, now));
    if (moves?.pairs.some((move) => move.relationship === pair.id) !== true) {
      throw new DomainError(
        "wrong-state",
        "Moving this pair would place nobody now. Load the page again to see what would.",
      );
    }
    if (pair.moveAskedAt !== null) return;
    await updateRelationship(tx, pair.id, { moveAskedAt: now });
    for (const personId of [pair.menteePersonId, pair.mentorPersonId]) {
      await sendPersonalMail(tx, context, { round, personId, kind: "move" });
    }
    await audited(tx, context, { staff, action: "pair-asked-to-move", pair });
  });
}

/**
 * The coordinator has looked. Both sides are available again only where that is said; otherwise they stand aside, as
 * does who chose that meanwhile.
 * @throws DomainError "not-allowed", "not-found"
 */
export async function settleOpenAlert(
  context: LifeContext,
  staff: StaffMember,
  request: {
    readonly round: string;
    readonly alert: string;
    readonly menteeBack: boolean;
    readonly mentorBack: boolean;
  },
): Promise<void> {
  requireRole(staff, "coordinator");
  await context.people.write(async (tx) => {
    const round = await findRound(tx, request.round);
    const alert = (await openAlerts(tx, round.id)).find(({ id }) => id === request.alert);
    if (alert === undefined)
      throw new DomainError("not-found", "This was settled before. Load the page again.");
    const { pair } = await findPair(tx, alert.relationshipId);
    const sides = [
      { side: "mentee", personId: pair.menteePersonId, back: request.menteeBack },
      { side: "mentor", personId: pair.mentorPersonId, back: request.mentorBack },
    ] as const;
    const standings = await standingsOf(tx, round.id);
    for (const { side, personId, back } of sides) {
      const own = standings.find((row) => row.personId === personId && row.side === side);
      if (own?.standing === "paused" || own?.standing === "ended") continue;
      await setStanding(tx, { roundId: round.id, personId, side }, back ? null : "paused");
    }
    await settleAlert(tx, alert.id, context.clock());
    await audited(tx, context, { staff, action: "mentoring-alert-settled", pair });
  });
}
