/** What both sides do while a pair lives: accept the agreement, note a meeting, end it, agree to move. */
import { type Agreement, agreementProblem, sameAgreement } from "../../../analysis/mentoring/agreement.ts";
import type { ExitReason } from "../../../analysis/mentoring/exit-reasons.ts";
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import { nextRelationshipState } from "../../../analysis/mentoring/relationship-state.ts";
import { DomainError } from "../../errors.ts";
import { endEarly, type LifeContext } from "../relationships/end-pair.ts";
import { askTheNext } from "../relationships/pass-pair.ts";
import {
  deleteMeeting,
  insertMeeting,
  peopleOfOpenAlerts,
  updateRelationship,
} from "../relationships/store.ts";
import { type Standing, setStanding, standingsOf } from "../rounds/store.ts";
import { findHolder, findOwnPair, type OwnLink } from "./find-own.ts";

type OwnPairRequest = OwnLink & { readonly relationship: string };

function notOpen(): DomainError {
  return new DomainError(
    "wrong-state",
    "This is not open now. Load the page again to see where things stand.",
  );
}

/**
 * Accepts an agreement; once both have accepted the same one, the pair is active. Accepting another one asks the
 * other side again.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state", "bad-input" for an end that is too near or far
 */
export async function acceptAgreement(
  context: LifeContext,
  { agreement, ...request }: OwnPairRequest & { readonly agreement: Agreement },
): Promise<void> {
  await context.people.write(async (tx) => {
    const now = context.clock();
    const { pair, side } = await findOwnPair(tx, request);
    if (pair.state !== "accepted") throw notOpen();
    const problem = agreementProblem(agreement, now);
    if (problem !== undefined) throw new DomainError("bad-input", problem);
    const same = sameAgreement(pair.agreement, agreement);
    const mentee = side === "mentee" ? now : same ? pair.menteeAgreedAt : null;
    const mentor = side === "mentor" ? now : same ? pair.mentorAgreedAt : null;
    const both = mentee !== null && mentor !== null;
    const state = both ? nextRelationshipState(pair.state, "agree") : undefined;
    await updateRelationship(tx, pair.id, {
      agreement,
      menteeAgreedAt: mentee,
      mentorAgreedAt: mentor,
      ...(state === undefined ? {} : { state, activeAt: now }),
    });
  });
}

/**
 * One click: "we met". Either side may note it; the same day twice is one meeting.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state", "bad-input" for a day to come or before the pair
 */
export async function recordMeeting(
  context: LifeContext,
  {
    heldOn,
    held,
    ...request
  }: OwnPairRequest & {
    readonly heldOn?: string | undefined;
    readonly held: boolean;
  },
): Promise<void> {
  await context.people.write(async (tx) => {
    const { pair } = await findOwnPair(tx, request);
    if (pair.state !== "active" && pair.state !== "accepted") throw notOpen();
    const today = context.clock().toISOString().slice(0, 10);
    const day = heldOn ?? today;
    const first = (pair.acceptedAt ?? pair.askedAt).toISOString().slice(0, 10);
    if (day > today || day < first) {
      throw new DomainError("bad-input", "Choose a day from the beginning of this mentoring until today.");
    }
    const meeting = { relationshipId: pair.id, heldOn: day };
    if (held) await insertMeeting(tx, meeting);
    else await deleteMeeting(tx, meeting);
  });
}

/**
 * Ends it without fault; the reason is optional and for the coordinator alone.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state"
 */
export async function leavePair(
  context: LifeContext,
  { reason, ...request }: OwnPairRequest & { readonly reason: ExitReason | null },
): Promise<void> {
  await context.people.write(async (tx) => {
    const { round, pair, side } = await findOwnPair(tx, request);
    if (nextRelationshipState(pair.state, "end") === undefined) throw notOpen();
    await endEarly(tx, context, { round, pair, side, reason });
  });
}

/**
 * Says yes to a move that was asked for, or takes it back. Saying no and saying nothing are the same. Once both said
 * yes, both are in the pool again.
 * @throws DomainError "link-not-valid", "not-found", "wrong-state" when nobody asked
 */
export async function agreeToMove(
  context: LifeContext,
  { agree, ...request }: OwnPairRequest & { readonly agree: boolean },
): Promise<void> {
  await context.people.write(async (tx) => {
    const now = context.clock();
    const { pair, side } = await findOwnPair(tx, request);
    const ended = nextRelationshipState(pair.state, "end");
    if (pair.moveAskedAt === null || ended === undefined) throw notOpen();
    const own = agree ? now : null;
    const mentee = side === "mentee" ? own : pair.menteeMoveAt;
    const mentor = side === "mentor" ? own : pair.mentorMoveAt;
    const both = mentee !== null && mentor !== null;
    await updateRelationship(tx, pair.id, {
      menteeMoveAt: mentee,
      mentorMoveAt: mentor,
      ...(both ? { state: ended, ending: "moved", endedAt: now } : {}),
    });
  });
}

/**
 * Stands aside, or is available again; what the program has stopped stays stopped, and looks as it was chosen.
 * @throws DomainError "link-not-valid"
 */
export async function changeOwnStanding(
  context: LifeContext,
  {
    side,
    standing,
    ...link
  }: OwnLink & {
    readonly side: Side;
    readonly standing: "available" | Exclude<Standing, "stopped">;
  },
): Promise<void> {
  await context.people.write(async (tx) => {
    const { round, personId } = await findHolder(tx, link);
    const before = (await standingsOf(tx, round.id)).find(
      (row) => row.personId === personId && row.side === side,
    );
    if (standing === "available" && before?.standing === "stopped") return;
    const stopped = (await peopleOfOpenAlerts(tx, round.id)).has(personId);
    const available = before !== undefined && stopped ? "stopped" : null;
    await setStanding(
      tx,
      { roundId: round.id, personId, side },
      standing === "available" ? available : standing,
    );
    await askTheNext(tx, context, round);
  });
}
