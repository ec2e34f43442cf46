/** Everything known of one pair, from which each viewer gets what the table of rights allows. */
import { whyThisPair } from "../../../analysis/matching/explain-pair.ts";
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import { type Agreement, proposedAgreement } from "../../../analysis/mentoring/agreement.ts";
import { areaText } from "../../../analysis/mentoring/area-words.ts";
import { earlyWarnings } from "../../../analysis/mentoring/early-warnings.ts";
import { type Side, takesPlace } from "../../../analysis/mentoring/relationship-state.ts";
import { roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import {
  OFFER_RIGHTS,
  RELATIONSHIP_RIGHTS,
  REQUEST_RIGHTS,
  type Viewer,
  visibleTo,
} from "../../../analysis/mentoring/visibility.ts";
import type { PeopleReader } from "../../storage/people-store.ts";
import { offerIn, type Pool, requestIn } from "../board/collect-inputs.ts";
import { cardOf } from "../board/describe-outcome.ts";
import {
  type Meeting,
  meetingsOfRound,
  openAlerts,
  pulsesOfRound,
  type Relationship,
  reviewsOfRound,
  type StoredAlert,
  type StoredPulse,
  type StoredReview,
} from "./store.ts";

/** What happened in the pairs of a round. */
export interface RoundLife {
  readonly meetings: readonly Meeting[];
  readonly pulses: readonly StoredPulse[];
  readonly reviews: readonly StoredReview[];
  readonly alerts: readonly StoredAlert[];
}

export async function readLife(db: PeopleReader, roundId: string): Promise<RoundLife> {
  return {
    meetings: await meetingsOfRound(db, roundId),
    pulses: await pulsesOfRound(db, roundId),
    reviews: await reviewsOfRound(db, roundId),
    alerts: await openAlerts(db, roundId),
  };
}

/** An answer of a pulse as a number of its scale. */
export function goingOf({ answers }: StoredPulse): number | null {
  const going = answers?.["going"];
  return typeof going === "number" ? going : null;
}

function openPulse(life: RoundLife, pair: Relationship, side: Side) {
  const own = life.pulses.filter((pulse) => pulse.relationshipId === pair.id && pulse.side === side);
  const newest = own.at(-1);
  if (pair.state !== "active" || newest === undefined || newest.answeredAt !== null) return null;
  return { id: newest.id, kind: newest.kind };
}

function reviewBy(life: RoundLife, pair: Relationship, side: Side) {
  const found = life.reviews.find((review) => review.relationshipId === pair.id && review.side === side);
  return found?.answers ?? null;
}

function warningsOf(life: RoundLife, pair: Relationship, meetings: number, now: Date) {
  if (pair.state !== "accepted" && pair.state !== "active") return [];
  const pulses = life.pulses
    .filter(({ relationshipId }) => relationshipId === pair.id)
    .map((pulse) => ({
      side: pulse.side,
      dueAt: pulse.dueAt,
      going: goingOf(pulse),
      answered: pulse.answeredAt !== null,
    }));
  return earlyWarnings({ ...pair, meetings, pulses }, now);
}

function formsOf(pool: Pool, pair: Relationship, viewer: Viewer) {
  const menteeRef = pool.personOf.get(pair.menteePersonId)?.ref ?? "";
  const mentorRef = pool.personOf.get(pair.mentorPersonId)?.ref ?? "";
  const request = pool.requests.get(pair.menteePersonId)?.answers ?? {};
  const offer = pool.offers.get(pair.mentorPersonId)?.answers ?? {};
  return {
    mentee: cardOf(pool, menteeRef),
    mentor: cardOf(pool, mentorRef),
    menteeName: pool.byRef.get(menteeRef)?.name ?? "",
    mentorName: pool.byRef.get(mentorRef)?.name ?? "",
    request: visibleTo(viewer, REQUEST_RIGHTS, request),
    offer: visibleTo(viewer, OFFER_RIGHTS, offer),
    ...reasonsOf(pool, pair),
  };
}

/** Of pairs that live, whose two are in the pool: of others, reasons would tell who is in the pool again. */
function reasonsOf(pool: Pool, { state, menteePersonId, mentorPersonId }: Relationship) {
  const mentee = requestIn(pool, menteePersonId);
  const mentor = offerIn(pool, mentorPersonId);
  if (!takesPlace(state) || mentee === undefined || mentor === undefined) {
    return { reasons: [], reasonsForMentee: [], reasonsForMentor: [] };
  }
  const explained = { mentee, mentor, scored: scorePair(mentee, mentor, roundOf(pool.inputs)) };
  return {
    reasons: whyThisPair(explained, "coordinator"),
    reasonsForMentee: whyThisPair(explained, "mentee", areaText),
    reasonsForMentor: whyThisPair(explained, "mentor", areaText),
  };
}

function moveOf(pair: Relationship, agreedAt: Date | null): { readonly agreed: boolean } | null {
  if (pair.moveAskedAt === null || pair.state === "ended" || pair.state === "passed") return null;
  return { agreed: agreedAt !== null };
}

function certificateOf(pool: Pool, pair: Relationship, meetings: readonly string[]) {
  if (pair.state !== "ended" || meetings.length === 0) return null;
  return {
    name: pool.personOf.get(pair.mentorPersonId)?.name ?? "",
    round: pool.round.title,
    from: (pair.activeAt ?? pair.askedAt).toISOString().slice(0, 10),
    to: (pair.endedAt ?? pair.askedAt).toISOString().slice(0, 10),
    meetings: meetings.length,
  };
}

function proposedTo(pool: Pool, pair: Relationship): Agreement {
  return pair.agreement ?? proposedAgreement(pair.acceptedAt ?? pair.askedAt, pool.round.settings.months);
}

export interface PairFrame {
  readonly pool: Pool;
  readonly life: RoundLife;
  readonly now: Date;
}

function everythingOf({ pool, life, now }: PairFrame, pair: Relationship, viewer: Viewer) {
  const meetings = life.meetings
    .filter(({ relationshipId }) => relationshipId === pair.id)
    .map(({ heldOn }) => heldOn);
  const day = (time: Date | null) => time?.toISOString() ?? null;
  return {
    id: pair.id,
    state: pair.state,
    ...formsOf(pool, pair, viewer),
    score: pair.score,
    askedAt: pair.askedAt.toISOString(),
    answerBy: pair.answerBy.toISOString(),
    agreement: pair.agreement,
    proposedAgreement: proposedTo(pool, pair),
    menteeAgreed: pair.menteeAgreedAt !== null,
    mentorAgreed: pair.mentorAgreedAt !== null,
    activeAt: day(pair.activeAt),
    endsOn: pair.activeAt === null ? null : (pair.agreement?.endsOn ?? null),
    endedAt: day(pair.endedAt),
    meetings,
    menteePulse: openPulse(life, pair, "mentee"),
    mentorPulse: openPulse(life, pair, "mentor"),
    warnings: warningsOf(life, pair, meetings.length, now),
    ending: pair.ending,
    exitSide: pair.exitSide,
    exitReason: pair.exitReason,
    menteeReviewOpen: pair.state === "ended" && reviewBy(life, pair, "mentee") === null,
    mentorReviewOpen: pair.state === "ended" && reviewBy(life, pair, "mentor") === null,
    menteeReview: reviewBy(life, pair, "mentee"),
    mentorReview: reviewBy(life, pair, "mentor"),
    certificate: certificateOf(pool, pair, meetings),
    menteeMove: moveOf(pair, pair.menteeMoveAt),
    mentorMove: moveOf(pair, pair.mentorMoveAt),
    moveAsked: pair.moveAskedAt !== null,
    moveAgreed: pair.ending === "moved",
  };
}

/** One pair as one viewer may see it. */
export function pairView<By extends Viewer>(frame: PairFrame, pair: Relationship, viewer: By) {
  return visibleTo(viewer, RELATIONSHIP_RIGHTS, everythingOf(frame, pair, viewer));
}
