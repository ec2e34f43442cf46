/** What a mentee or mentor sees through the personal link: what is due, their pairs, their choice. */
import { whyThisPair } from "../../../analysis/matching/explain-pair.ts";
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import { areaText } from "../../../analysis/mentoring/area-words.ts";
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import { roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import { CHOICE_RIGHTS, STANDING_RIGHTS, visibleTo } from "../../../analysis/mentoring/visibility.ts";
import type { StaffContext } from "../../context.ts";
import { collectPool, offerIn, type Pool, requestIn } from "../board/collect-inputs.ts";
import type { Shortlist } from "../board/store.ts";
import type { Mine } from "../relationships/pair-schemas.ts";
import { pairView, readLife } from "../relationships/pair-view.ts";
import type { Relationship, StoredAlert } from "../relationships/store.ts";
import type { Standing } from "../rounds/store.ts";
import { findHolder, type OwnLink } from "./find-own.ts";

/** Mentors whose place is still free; the one who is kept for the mentee always is. */
export function openChoices(pool: Pool, list: Shortlist): readonly string[] {
  const [kept, ...others] = list.mentors;
  const left = new Map(
    pool.inputs.mentors.map(({ person, capacity }) => [
      pool.byRef.get(person.ref)?.id ?? "",
      capacity - pool.inputs.live.filter(({ mentor }) => mentor === person.ref).length,
    ]),
  );
  return [...(kept === undefined ? [] : [kept]), ...others.filter((mentor) => (left.get(mentor) ?? 0) > 0)];
}

function choiceOf(pool: Pool, personId: string) {
  const list = pool.shortlists.find(({ menteePersonId }) => menteePersonId === personId);
  if (list === undefined) return null;
  const mentee = requestIn(pool, personId);
  const mentors = openChoices(pool, list).flatMap((id) => {
    const mentor = offerIn(pool, id);
    if (mentee === undefined || mentor === undefined) return [];
    const scored = scorePair(mentee, mentor, roundOf(pool.inputs));
    const choice = {
      mentor: id,
      name: mentor.person.name,
      areas: mentor.areas,
      reasonsForMentee: whyThisPair({ mentee, mentor, scored }, "mentee", areaText),
    };
    return [visibleTo("mentee", CHOICE_RIGHTS, choice)];
  });
  return { closesAt: list.closesAt.toISOString(), mentors };
}

/** Stopped is for the coordinator alone: whoever is concerned sees what they set themselves. */
function standingOf(pool: Pool, side: Side, personId: string): Exclude<Standing, "stopped"> | "available" {
  const standing = pool.standings.get(`${side} ${personId}`);
  return standing === undefined || standing === "stopped" ? "available" : standing;
}

function sidesOf(pool: Pool, personId: string) {
  const asMentee = pool.requests.has(personId);
  const offer = pool.offers.get(personId);
  const facts = {
    menteeStanding: asMentee ? standingOf(pool, "mentee", personId) : null,
    mentorStanding: offer === undefined ? null : standingOf(pool, "mentor", personId),
    capacity: offer === undefined ? null : Number(offer.answers["capacity"] ?? 0),
  };
  const { menteeStanding } = visibleTo("mentee", STANDING_RIGHTS, facts);
  const { mentorStanding, capacity } = visibleTo("mentor", STANDING_RIGHTS, facts);
  return { menteeStanding, mentorStanding, capacity };
}

/**
 * A mentee without a mentor: one is being looked for, as far as the mentee knows. Whom the program has stopped because
 * of the other side waits like everybody; who called the coordinator knows that nothing goes on by itself.
 */
function isWaiting(
  pool: Pool,
  personId: string,
  own: { readonly pairs: readonly Relationship[]; readonly alerts: readonly StoredAlert[] },
): boolean {
  const over = own.pairs.every(({ state, ending }) => state === "ended" && ending !== "as-planned");
  const called = own.pairs.some(({ id }) =>
    own.alerts.some(({ relationshipId, side }) => relationshipId === id && side === "mentee"),
  );
  const { menteeStanding } = sidesOf(pool, personId);
  return menteeStanding === "available" && over && !called;
}

/** @throws DomainError "link-not-valid" */
export async function openMine(
  context: Pick<StaffContext, "people" | "clock">,
  link: OwnLink,
): Promise<Mine> {
  const now = context.clock();
  return context.people.read(async (db) => {
    const { round, personId } = await findHolder(db, link);
    const pool = await collectPool(db, round, now);
    const frame = { pool, life: await readLife(db, round.id), now };
    const ofMentor = pool.relationships.filter(
      (pair) => pair.mentorPersonId === personId && pair.state !== "passed",
    );
    // Before the mentor has said yes, and when nothing came of it, a mentee learns nothing.
    const ofMentee = pool.relationships.filter(
      (pair) => pair.menteePersonId === personId && pair.state !== "passed" && pair.state !== "asked",
    );
    const choice = choiceOf(pool, personId);
    const asMentee = ofMentee.map((pair) => pairView(frame, pair, "mentee"));
    return {
      round: { id: round.id, title: round.title },
      name: pool.personOf.get(personId)?.name ?? "",
      ...sidesOf(pool, personId),
      waiting: choice === null && isWaiting(pool, personId, { pairs: ofMentee, alerts: frame.life.alerts }),
      choice,
      asMentee,
      asMentor: ofMentor.map((pair) => pairView(frame, pair, "mentor")),
    };
  });
}
