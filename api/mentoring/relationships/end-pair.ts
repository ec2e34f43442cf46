/** Ends a pair: as planned, early without fault, or because both agreed to move. */
import { type Afterwards, type ExitReason, rematchEffect } from "../../../analysis/mentoring/exit-reasons.ts";
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import type { StaffContext } from "../../context.ts";
import { enqueueMails } from "../../outbox/enqueue-mails.ts";
import { peopleWithRole, personById } from "../../roster/store.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { type Standing, type StoredRound, setStanding, standingsOf } from "../rounds/store.ts";
import { mentoringText } from "./mail-texts.ts";
import { type MailContext, sendPersonalMail } from "./send-mail.ts";
import { insertAlert, type Relationship, updateRelationship } from "./store.ts";

export interface EndedPair {
  readonly round: StoredRound;
  readonly pair: Relationship;
}

const STANDING_AFTER: Readonly<Record<Afterwards, Standing | undefined>> = {
  back: undefined,
  aside: "paused",
  stopped: "stopped",
};

function personOn(pair: Relationship, side: Side): string {
  return side === "mentee" ? pair.menteePersonId : pair.mentorPersonId;
}

/** Tells every coordinator of the programme that somebody needs them, and nothing more: a mail is no place for it. */
async function alertCoordinators(
  tx: PeopleWriter,
  context: MailContext,
  { round }: EndedPair,
): Promise<void> {
  for (const id of await peopleWithRole(tx, "coordinator", round.programmeId)) {
    const person = await personById(tx, id);
    if (person?.mail == null) continue;
    const { subject, text } = mentoringText({
      kind: "alert",
      name: person.name,
      roundTitle: round.title,
      link: `${context.baseUrl()}/staff/mentoring/${round.id}`,
    });
    await enqueueMails(tx, [{ waveId: null, toAddress: person.mail, subject, text }], context.clock());
  }
}

/**
 * Stops what goes on by itself for both, and calls the coordinator. Who stands aside already is stopped by that, and
 * goes on reading it.
 */
export async function raiseAlert(
  tx: PeopleWriter,
  context: MailContext,
  ended: EndedPair & { readonly side: Side },
): Promise<void> {
  const { round, pair, side } = ended;
  const aside = await standingsOf(tx, round.id);
  for (const each of ["mentee", "mentor"] as const) {
    const personId = personOn(pair, each);
    if (aside.some((row) => row.personId === personId && row.side === each)) continue;
    await setStanding(tx, { roundId: round.id, personId, side: each }, "stopped");
  }
  await insertAlert(tx, {
    id: newId(),
    relationshipId: pair.id,
    side,
    raisedAt: context.clock(),
    settledAt: null,
  });
  await alertCoordinators(tx, context, ended);
}

/** One side ends it. The reason, if any, is for the coordinator alone and decides what happens next. */
export async function endEarly(
  tx: PeopleWriter,
  context: MailContext,
  ended: EndedPair & { readonly side: Side; readonly reason: ExitReason | null },
): Promise<void> {
  const { round, pair, side, reason } = ended;
  await updateRelationship(tx, pair.id, {
    state: "ended",
    ending: "early",
    endedAt: context.clock(),
    exitSide: side,
    exitReason: reason,
  });
  // The same mail whatever the reason: without it, the other side would know that there is one to be looked at.
  const other = side === "mentee" ? "mentor" : "mentee";
  await sendPersonalMail(tx, context, { round, personId: personOn(pair, other), kind: "ended" });
  if (reason === "boundary") {
    await raiseAlert(tx, context, ended);
    return;
  }
  const effect = rematchEffect(reason);
  for (const [each, after] of [
    [side, effect.leaver],
    [other, effect.other],
  ] as const) {
    const standing = STANDING_AFTER[after];
    if (standing === undefined) continue;
    await setStanding(tx, { roundId: round.id, personId: personOn(pair, each), side: each }, standing);
  }
}

/** The day both agreed on has come. */
export async function endAsPlanned(
  tx: PeopleWriter,
  context: MailContext,
  { round, pair }: EndedPair,
): Promise<void> {
  await updateRelationship(tx, pair.id, {
    state: "ended",
    ending: "as-planned",
    endedAt: context.clock(),
  });
  for (const side of ["mentee", "mentor"] as const) {
    await sendPersonalMail(tx, context, { round, personId: personOn(pair, side), kind: "ended-as-planned" });
  }
}

export type LifeContext = Pick<StaffContext, "people" | "keys" | "baseUrl" | "clock">;
