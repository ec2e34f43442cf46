/** A pair as its reader knows it: the same for both sides, so that both read the same page. */

import type { Side } from "./mine-address.ts";
import type { Agreement, Mine } from "./mine-api.ts";

export interface OwnPair {
  readonly id: string;
  readonly side: Side;
  readonly state: Mine["asMentor"][number]["state"];
  readonly other: string;
  readonly reasons: readonly string[];
  /** What this side may read of the other's form. */
  readonly form: Readonly<Record<string, unknown>>;
  readonly agreement: Agreement | null;
  readonly proposed: Agreement;
  readonly ownAgreed: boolean;
  readonly otherAgreed: boolean;
  readonly activeAt: string | null;
  readonly endsOn: string | null;
  readonly meetings: readonly string[];
  readonly pulse: string | null;
  readonly reviewOpen: boolean;
  /** Null: nobody asked. */
  readonly moveAgreed: boolean | null;
  /** Until when a mentor may answer. */
  readonly answerBy: string | null;
  readonly certificate: Mine["asMentor"][number]["certificate"];
}

/** What both sides are told in the same words. */
function ofBoth(pair: Mine["asMentee"][number] | Mine["asMentor"][number]) {
  const { id, state, agreement, proposedAgreement: proposed, activeAt, endsOn, meetings } = pair;
  return { id, state, agreement, proposed, activeAt, endsOn, meetings };
}

function asMentee(pair: Mine["asMentee"][number]): OwnPair {
  return {
    ...ofBoth(pair),
    side: "mentee",
    other: pair.mentorName,
    reasons: pair.reasonsForMentee,
    form: pair.offer,
    ownAgreed: pair.menteeAgreed,
    otherAgreed: pair.mentorAgreed,
    pulse: pair.menteePulse?.id ?? null,
    reviewOpen: pair.menteeReviewOpen,
    moveAgreed: pair.menteeMove?.agreed ?? null,
    answerBy: null,
    certificate: null,
  };
}

function asMentor(pair: Mine["asMentor"][number]): OwnPair {
  return {
    ...ofBoth(pair),
    side: "mentor",
    other: pair.menteeName,
    reasons: pair.reasonsForMentor,
    form: pair.request,
    ownAgreed: pair.mentorAgreed,
    otherAgreed: pair.menteeAgreed,
    pulse: pair.mentorPulse?.id ?? null,
    reviewOpen: pair.mentorReviewOpen,
    moveAgreed: pair.mentorMove?.agreed ?? null,
    answerBy: pair.answerBy,
    certificate: pair.certificate,
  };
}

const ORDER: readonly OwnPair["state"][] = ["asked", "accepted", "active", "ended", "passed"];

/** All pairs of the reader, those that wait for something first. */
export function ownPairs(mine: Mine): readonly OwnPair[] {
  return [...mine.asMentor.map(asMentor), ...mine.asMentee.map(asMentee)].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.other.localeCompare(b.other),
  );
}

/** Names for the agreement, mentee first. */
export function namesOf(pair: OwnPair, own: string): { readonly mentee: string; readonly mentor: string } {
  return pair.side === "mentee" ? { mentee: own, mentor: pair.other } : { mentee: pair.other, mentor: own };
}

/** Today's date where the reader is, such as "2026-11-22". */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
