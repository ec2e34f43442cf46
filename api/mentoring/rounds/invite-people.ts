/** Asks people one by one to take part, such as those whose coaching has ended; once, and without a reminder. */
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import { appendAudit } from "../../audit/append-audit.ts";
import type { StaffContext } from "../../context.ts";
import { DomainError } from "../../errors.ts";
import { readInvitationKey } from "../../invitations/invitation-key.ts";
import { invitationLink, invitationSecret, secretHash } from "../../invitations/invitation-secret.ts";
import { enqueueMails } from "../../outbox/enqueue-mails.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import { personById } from "../../roster/store.ts";
import { newId } from "../../short-id.ts";
import type { PeopleWriter } from "../../storage/people-store.ts";
import { ticketMarksOf } from "../../tickets/ticket-mark.ts";
import { findWave } from "../../waves/find-wave.ts";
import { type StoredWave, subjectsOfWave } from "../../waves/store.ts";
import { mentoringText } from "../relationships/mail-texts.ts";
import { findRound } from "./find-round.ts";
import { formsOfWave, insertInvitation, replaceWaveInvitation, type StoredRound } from "./store.ts";

type InviteContext = Pick<StaffContext, "people" | "keys" | "baseUrl" | "clock">;

export interface InviteRequest {
  readonly round: string;
  readonly side: Side;
  readonly people: readonly string[];
  /** Everybody who was coached in this wave, besides. */
  readonly coacheesOf?: string | undefined;
  readonly because: "asked" | "coaching-ended";
}

/** As many as any reminder would be sent: whoever is asked in this way never gets one, whatever they do. */
const NO_REMINDERS = 1_000;

interface OneInvitation {
  readonly round: StoredRound;
  readonly wave: StoredWave;
  readonly key: Uint8Array;
  readonly personId: string;
  readonly request: InviteRequest;
}

async function inviteOne(
  tx: PeopleWriter,
  context: InviteContext,
  { round, wave, key, personId, request: { side, because } }: OneInvitation,
): Promise<void> {
  const person = await personById(tx, personId);
  if (person === undefined) {
    throw new DomainError("not-found", "One of the people is not on the list of people. Nobody was invited.");
  }
  if (person.mail === null) {
    throw new DomainError(
      "wrong-state",
      "One of the people has no mail address, so no invitation can reach them. Nobody was invited.",
    );
  }
  const now = context.clock();
  const id = newId();
  const secret = invitationSecret(key, id);
  const assignment = newId();
  await replaceWaveInvitation(
    tx,
    {
      id,
      waveId: wave.id,
      personId,
      secretHash: secretHash(secret),
      remindersSent: NO_REMINDERS,
      lastSentAt: now,
    },
    { id: assignment, ticketMark: ticketMarksOf(key).fresh(assignment) },
  );
  await insertInvitation(tx, { roundId: round.id, personId, side, because, invitedAt: now });
  const asMentor = because === "coaching-ended" ? "invite-mentor-after-coaching" : "invite-mentor";
  const { subject, text } = mentoringText({
    kind: side === "mentee" ? "invite-mentee" : asMentor,
    name: person.name,
    roundTitle: round.title,
    link: invitationLink(context.baseUrl(), wave, secret),
  });
  await enqueueMails(tx, [{ waveId: wave.id, toAddress: person.mail, subject, text }], now);
}

/**
 * @returns how many were asked, and how many were left out because they sent the form before.
 * @throws DomainError "not-allowed", "not-found", "wrong-state" unless the form's wave is open: nobody is then asked
 */
export async function invitePeople(
  context: InviteContext,
  staff: StaffMember,
  request: InviteRequest,
): Promise<{ readonly invited: number; readonly sentBefore: number }> {
  requireRole(staff, "coordinator");
  return context.people.write(async (tx) => {
    const round = await findRound(tx, request.round);
    const wave = await findWave(tx, request.side === "mentee" ? round.requestWaveId : round.offerWaveId);
    if (wave.state !== "open") {
      throw new DomainError("wrong-state", "The wave of this form is not open. Open it first, then invite.");
    }
    const coachees = request.coacheesOf === undefined ? [] : await subjectsOfWave(tx, request.coacheesOf);
    const people = new Set([...request.people, ...coachees.map(({ personId }) => personId)]);
    const sent = new Set((await formsOfWave(tx, wave.id)).map(({ personId }) => personId));
    const asked = [...people].filter((personId) => !sent.has(personId));
    const key = readInvitationKey(context.keys, wave);
    for (const personId of asked) await inviteOne(tx, context, { round, wave, key, personId, request });
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "mentoring-people-invited",
      details: { round: round.id, side: request.side, because: request.because, invited: asked.length },
    });
    return { invited: asked.length, sentBefore: people.size - asked.length };
  });
}
