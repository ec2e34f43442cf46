/** What goes on by itself: choices and questions run out, the next is asked, pulses are sent, agreed days come. */
import { pulseDue } from "../../../analysis/mentoring/pulse-plan.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { collectPool } from "../board/collect-inputs.ts";
import { openShortlists, settleShortlist } from "../board/store.ts";
import { everyRound, type StoredRound, standingsOf } from "../rounds/store.ts";
import { endAsPlanned, type LifeContext } from "./end-pair.ts";
import { askTheNext } from "./pass-pair.ts";
import { proposePair } from "./propose-pair.ts";
import { sendPersonalMail } from "./send-mail.ts";
import {
  insertPulse,
  meetingsOfRound,
  peopleOfOpenAlerts,
  pulsesOfRound,
  type Relationship,
  relationshipsOfRound,
  updateRelationship,
} from "./store.ts";

/** Who did not choose in time has the mentor who was kept. */
async function closeChoices(tx: PeopleWriter, context: LifeContext, round: StoredRound): Promise<void> {
  const now = context.clock();
  for (const list of await openShortlists(tx, round.id)) {
    const [kept] = list.mentors;
    if (list.closesAt > now || kept === undefined) continue;
    const pool = await collectPool(tx, round, now);
    await settleShortlist(tx, list.id, now);
    await proposePair(tx, context, pool, { runId: list.runId, mentee: list.menteePersonId, mentor: kept });
  }
}

/** Questions that were not answered in time did not come about. */
async function closeQuestions(tx: PeopleWriter, context: LifeContext, round: StoredRound): Promise<void> {
  const now = context.clock();
  const pairs = await relationshipsOfRound(tx, round.id);
  for (const { id, state, answerBy } of pairs) {
    if (state === "asked" && answerBy <= now) await updateRelationship(tx, id, { state: "passed" });
  }
  if (pairs.some(({ state }) => state === "asked" || state === "passed"))
    await askTheNext(tx, context, round);
}

async function sendPulses(
  tx: PeopleWriter,
  context: LifeContext,
  { round, pairs }: { readonly round: StoredRound; readonly pairs: readonly Relationship[] },
): Promise<void> {
  const now = context.clock();
  const pulses = await pulsesOfRound(tx, round.id);
  const meetings = await meetingsOfRound(tx, round.id);
  for (const pair of pairs) {
    if (pair.activeAt === null || pair.agreement === null) continue;
    const held = meetings.filter(({ relationshipId }) => relationshipId === pair.id);
    for (const side of ["mentee", "mentor"] as const) {
      const due = pulseDue({
        activeAt: pair.activeAt,
        firstMeetingOn: held[0]?.heldOn ?? null,
        endsOn: pair.agreement.endsOn,
        asked: pulses.filter((pulse) => pulse.relationshipId === pair.id && pulse.side === side),
        now,
      });
      if (due === undefined) continue;
      const personId = side === "mentee" ? pair.menteePersonId : pair.mentorPersonId;
      await insertPulse(tx, {
        id: newId(),
        relationshipId: pair.id,
        side,
        ...due,
        answers: null,
        answeredAt: null,
      });
      await sendPersonalMail(tx, context, { round, personId, kind: "pulse" });
    }
  }
}

async function moveRoundOn(tx: PeopleWriter, context: LifeContext, round: StoredRound): Promise<void> {
  await closeChoices(tx, context, round);
  await closeQuestions(tx, context, round);
  const concerned = await peopleOfOpenAlerts(tx, round.id);
  const stopped = new Set(
    (await standingsOf(tx, round.id))
      .filter(({ standing, personId }) => standing === "stopped" || concerned.has(personId))
      .map(({ personId }) => personId),
  );
  const today = context.clock().toISOString().slice(0, 10);
  const active = (await relationshipsOfRound(tx, round.id)).filter(
    ({ state, menteePersonId, mentorPersonId }) =>
      state === "active" && !stopped.has(menteePersonId) && !stopped.has(mentorPersonId),
  );
  const over = active.filter(({ agreement }) => agreement !== null && agreement.endsOn < today);
  for (const pair of over) await endAsPlanned(tx, context, { round, pair });
  await sendPulses(tx, context, { round, pairs: active.filter((pair) => !over.includes(pair)) });
}

/** The turn of each round, by its id. */
export async function roundTurns(
  context: LifeContext,
): Promise<readonly { readonly round: string; run(): Promise<void> }[]> {
  return (await context.people.read(everyRound)).map((round) => ({
    round: round.id,
    run: () => context.people.write((tx) => moveRoundOn(tx, context, round)),
  }));
}

/**
 * One turn for every round; done twice in a row the second changes nothing. A round that fails keeps no other waiting.
 * @throws the first fault, once every round has had its turn
 */
export async function moveMentoringOn(context: LifeContext): Promise<void> {
  const faults: unknown[] = [];
  for (const { run } of await roundTurns(context)) {
    await run().catch((fault: unknown) => faults.push(fault));
  }
  if (faults.length > 0) throw faults[0];
}
