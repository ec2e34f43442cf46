/** Asks a mentor about a mentee: the pair begins its life, with a time to answer. */
import { scorePair } from "../../../analysis/matching/score-pair.ts";
import { roundOf } from "../../../analysis/mentoring/round-inputs.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { offerIn, type Pool, requestIn } from "../board/collect-inputs.ts";
import type { StoredRound } from "../rounds/store.ts";
import { type MailContext, sendPersonalMail } from "./send-mail.ts";
import { insertRelationship } from "./store.ts";

const DAY = 86_400_000;

/** Until when whoever is asked now may answer. */
export function answerTime({ settings }: StoredRound, now: Date): Date {
  return new Date(now.getTime() + settings.answerDays * DAY);
}

export interface Proposal {
  readonly runId: string;
  /** Persons. */
  readonly mentee: string;
  readonly mentor: string;
}

/** @returns the id of the pair, or undefined when one of the two is no longer in the pool. */
export async function proposePair(
  tx: PeopleWriter,
  context: MailContext,
  pool: Pool,
  { runId, mentee, mentor }: Proposal,
): Promise<string | undefined> {
  const request = requestIn(pool, mentee);
  const offer = offerIn(pool, mentor);
  if (request === undefined || offer === undefined) return undefined;
  const { score, contributions } = scorePair(request, offer, roundOf(pool.inputs));
  const now = context.clock();
  const answerBy = answerTime(pool.round, now);
  const id = newId();
  await insertRelationship(tx, {
    id,
    roundId: pool.round.id,
    runId,
    menteePersonId: mentee,
    mentorPersonId: mentor,
    state: "asked",
    score,
    points: Object.fromEntries(contributions.map(({ criterion, points }) => [criterion, points])),
    askedAt: now,
    answerBy,
  });
  await sendPersonalMail(tx, context, {
    round: pool.round,
    personId: mentor,
    kind: "asked",
    until: answerBy,
  });
  return id;
}
