/** Fills the demo with a round of mentoring: four pairs that live, and eight mentees on the board. */
import type { StaffContext } from "../context.ts";
import { submitAnswers } from "../identified-answers/submit-answers.ts";
import { readInvitationKey } from "../invitations/invitation-key.ts";
import { invitationSecret } from "../invitations/invitation-secret.ts";
import { unsentRecipients } from "../invitations/store.ts";
import { confirmRun } from "../mentoring/board/confirm-run.ts";
import { runMatch } from "../mentoring/board/run-match.ts";
import { answerProposal } from "../mentoring/personal/answer-proposal.ts";
import { acceptAgreement, recordMeeting } from "../mentoring/personal/live-pair.ts";
import { personalLink } from "../mentoring/personal/personal-link.ts";
import { sendPulse } from "../mentoring/personal/send-form.ts";
import { moveMentoringOn } from "../mentoring/relationships/move-on.ts";
import { pulsesOfRound, type Relationship, relationshipsOfRound } from "../mentoring/relationships/store.ts";
import { changeRound } from "../mentoring/rounds/change-round.ts";
import { createRound, type NewRound } from "../mentoring/rounds/create-round.ts";
import { findRound } from "../mentoring/rounds/find-round.ts";
import { recordWorkshop } from "../mentoring/rounds/record-workshop.ts";
import type { StaffMember } from "../permissions.ts";
import { everyPerson } from "../roster/store.ts";
import { ticketMarksOf } from "../tickets/ticket-mark.ts";
import { findWave } from "../waves/find-wave.ts";
import { importLineUp } from "../waves/import-line-up.ts";
import { openWave } from "../waves/open-wave.ts";
import { DEMO_GRADES, DEMO_OFFERS, DEMO_REQUESTS, DEMO_UNSENT, type DemoForm } from "./demo-mentoring.ts";

const DAY = 86_400_000;
const BEGAN = 60;
const MATCHED = 54;
const AGREED = 50;

/** The same product some days before. */
function daysAgo(context: StaffContext, days: number): StaffContext {
  const now = context.clock().getTime();
  return { ...context, clock: () => new Date(now - days * DAY) };
}

async function openForm(
  context: StaffContext,
  staff: StaffMember,
  { wave, refs }: { readonly wave: string; readonly refs: readonly string[] },
): Promise<void> {
  const csv = `person\n${refs.join("\n")}\n`;
  await importLineUp(context, staff, { wave, list: "participants", csv, apply: true });
  await openWave(context, staff, { wave });
}

/** Each form through its own person's link, at its own time. */
async function sendForms(context: StaffContext, wave: string, forms: readonly DemoForm[]): Promise<void> {
  const found = await context.people.read((db) => findWave(db, wave));
  const key = readInvitationKey(context.keys, found);
  const { recipients, people } = await context.people.read(async (db) => ({
    recipients: await unsentRecipients(db, wave, ticketMarksOf(key)),
    people: await everyPerson(db),
  }));
  for (const { ref, daysAgo: days, answers } of forms) {
    const personId = people.find((person) => person.ref === ref)?.id;
    const recipient = recipients.find((candidate) => candidate.personId === personId);
    if (recipient === undefined) throw new RangeError("the demo's mentoring requires its people");
    await submitAnswers(daysAgo(context, days), {
      wave,
      secret: invitationSecret(key, recipient.invitation),
      subject: "",
      answers,
    });
  }
}

async function linkOf(context: StaffContext, round: string, personId: string) {
  const url = await context.people.write(async (tx) =>
    personalLink(tx, context, { round: await findRound(tx, round), personId }),
  );
  return { round, secret: url.slice(url.indexOf("#") + 1) };
}

/** Both say yes and agree; all but the last pair meet. */
async function beginPairs(
  context: StaffContext,
  round: string,
  pairs: readonly Relationship[],
): Promise<void> {
  const ends = new Date(context.clock().getTime() + 200 * DAY).toISOString().slice(0, 10);
  const agreement = { frequency: "monthly", endsOn: ends } as const;
  for (const [place, pair] of pairs.entries()) {
    const mentee = { ...(await linkOf(context, round, pair.menteePersonId)), relationship: pair.id };
    const mentor = { ...(await linkOf(context, round, pair.mentorPersonId)), relationship: pair.id };
    await answerProposal(daysAgo(context, MATCHED - 2), { ...mentor, accept: true });
    await acceptAgreement(daysAgo(context, AGREED), { ...mentor, agreement });
    await acceptAgreement(daysAgo(context, AGREED), { ...mentee, agreement });
    if (place === pairs.length - 1) continue;
    for (const days of [AGREED - 6, 8 + place]) {
      await recordMeeting(daysAgo(context, days), { ...mentee, held: true });
    }
  }
}

/** Pulses fall due; the pairs that meet answer them. */
async function answerPulses(context: StaffContext, round: string): Promise<void> {
  for (const days of [AGREED - 14, AGREED - 30]) {
    const then = daysAgo(context, days);
    await moveMentoringOn(then);
    const { pulses, pairs } = await context.people.read(async (db) => ({
      pulses: await pulsesOfRound(db, round),
      pairs: await relationshipsOfRound(db, round),
    }));
    for (const pulse of pulses.filter(({ answeredAt }) => answeredAt === null)) {
      const place = pairs.findIndex(({ id }) => id === pulse.relationshipId);
      const pair = pairs[place];
      if (pair === undefined || place === pairs.length - 1) continue;
      const personId = pulse.side === "mentee" ? pair.menteePersonId : pair.mentorPersonId;
      await sendPulse(then, {
        ...(await linkOf(context, round, personId)),
        relationship: pair.id,
        pulse: pulse.id,
        answers: { going: 5 - (place % 2), met: "yes" },
      });
    }
  }
}

async function openRound(context: StaffContext, staff: StaffMember, programme: string): Promise<NewRound> {
  const round = await createRound(context, staff, { programme, title: "Mentoring, first round" });
  await changeRound(context, staff, { round: round.id, settings: { grades: DEMO_GRADES } });
  const refs = (forms: readonly DemoForm[]) => forms.map(({ ref }) => ref);
  await openForm(context, staff, {
    wave: round.requestWave,
    refs: [...refs(DEMO_REQUESTS), DEMO_UNSENT.mentee],
  });
  await openForm(context, staff, { wave: round.offerWave, refs: [...refs(DEMO_OFFERS), DEMO_UNSENT.mentor] });
  return round;
}

/** A dozen mentees and eight mentors; the board has something to decide. */
export async function fillMentoring(
  context: StaffContext,
  staff: StaffMember,
  programme: string,
): Promise<void> {
  const round = await openRound(daysAgo(context, BEGAN), staff, programme);
  await sendForms(context, round.offerWave, DEMO_OFFERS);
  await sendForms(context, round.requestWave, DEMO_REQUESTS.slice(0, 4));
  const people = await context.people.read(everyPerson);
  const trained = DEMO_OFFERS.slice(0, 4).map(({ ref }) => people.find((one) => one.ref === ref)?.id ?? "");
  const heldOn = daysAgo(context, BEGAN - 4)
    .clock()
    .toISOString()
    .slice(0, 10);
  await recordWorkshop(context, staff, { people: trained, heldOn, attended: true });
  const then = daysAgo(context, MATCHED);
  // The first pairs were proposed without a choice.
  await changeRound(then, staff, { round: round.id, settings: { choice: false } });
  const first = await runMatch(then, staff, { round: round.id });
  await confirmRun(then, staff, { round: round.id, run: first.id });
  await changeRound(then, staff, { round: round.id, settings: { choice: true } });
  const pairs = await context.people.read((db) => relationshipsOfRound(db, round.id));
  await beginPairs(context, round.id, pairs);
  await answerPulses(context, round.id);
  await sendForms(context, round.requestWave, DEMO_REQUESTS.slice(4));
  await runMatch(context, staff, { round: round.id });
}
