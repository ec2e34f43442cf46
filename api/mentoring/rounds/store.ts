/** Queries on rounds of mentoring, who was asked to take part, who stands aside, and who was at the workshop. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { Side } from "../../../analysis/mentoring/relationship-state.ts";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import type { PeopleTables } from "../../storage/people-tables.ts";

export type StoredRound = PeopleTables["mentoringRounds"]["$inferSelect"];
export type StoredStanding = PeopleTables["mentoringStandings"]["$inferSelect"];
export type Standing = StoredStanding["standing"];
export type StoredInvitation = PeopleTables["mentoringInvitations"]["$inferSelect"];

export async function insertRound(tx: PeopleWriter, round: StoredRound): Promise<void> {
  await tx.insert(tx.tables.mentoringRounds).values(round);
}

export async function roundById(db: PeopleReader, id: string): Promise<StoredRound | undefined> {
  const { mentoringRounds } = db.tables;
  const [round] = await db.select().from(mentoringRounds).where(eq(mentoringRounds.id, id));
  return round;
}

export async function everyRound(db: PeopleReader): Promise<StoredRound[]> {
  const { mentoringRounds } = db.tables;
  return db.select().from(mentoringRounds).orderBy(asc(mentoringRounds.createdAt), asc(mentoringRounds.id));
}

export async function updateRound(
  tx: PeopleWriter,
  id: string,
  fields: Partial<Pick<StoredRound, "title" | "settings">>,
): Promise<void> {
  const { mentoringRounds } = tx.tables;
  await tx.update(mentoringRounds).set(fields).where(eq(mentoringRounds.id, id));
}

export interface SentForm {
  readonly personId: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly submittedAt: Date;
}

/** What people sent with their name in a wave. */
export async function formsOfWave(db: PeopleReader, waveId: string): Promise<SentForm[]> {
  const { identifiedAnswers, assignments } = db.tables;
  return db
    .select({
      personId: assignments.raterPersonId,
      answers: identifiedAnswers.answers,
      submittedAt: identifiedAnswers.submittedAt,
    })
    .from(identifiedAnswers)
    .innerJoin(assignments, eq(assignments.id, identifiedAnswers.assignmentId))
    .where(eq(identifiedAnswers.waveId, waveId));
}

export async function standingsOf(db: PeopleReader, roundId: string): Promise<StoredStanding[]> {
  const { mentoringStandings } = db.tables;
  return db.select().from(mentoringStandings).where(eq(mentoringStandings.roundId, roundId));
}

export interface SideOfPerson {
  readonly roundId: string;
  readonly personId: string;
  readonly side: Side;
}

/** @param standing null: available again. */
export async function setStanding(
  tx: PeopleWriter,
  key: SideOfPerson,
  standing: Standing | null,
): Promise<void> {
  const { mentoringStandings } = tx.tables;
  await tx
    .delete(mentoringStandings)
    .where(
      and(
        eq(mentoringStandings.roundId, key.roundId),
        eq(mentoringStandings.personId, key.personId),
        eq(mentoringStandings.side, key.side),
      ),
    );
  if (standing !== null) await tx.insert(mentoringStandings).values({ ...key, standing });
}

export async function invitationsOf(db: PeopleReader, roundId: string): Promise<StoredInvitation[]> {
  const { mentoringInvitations } = db.tables;
  return db.select().from(mentoringInvitations).where(eq(mentoringInvitations.roundId, roundId));
}

export async function insertInvitation(tx: PeopleWriter, row: StoredInvitation): Promise<void> {
  const { mentoringInvitations } = tx.tables;
  await tx
    .insert(mentoringInvitations)
    .values(row)
    .onConflictDoUpdate({
      target: [mentoringInvitations.roundId, mentoringInvitations.personId, mentoringInvitations.side],
      set: { because: row.because, invitedAt: row.invitedAt },
    });
}

/** Days of the workshops each of these people was at. */
export async function workshopsOf(
  db: PeopleReader,
): Promise<{ readonly personId: string; readonly heldOn: string }[]> {
  const { mentorWorkshops } = db.tables;
  return db
    .select({ personId: mentorWorkshops.personId, heldOn: mentorWorkshops.heldOn })
    .from(mentorWorkshops);
}

export async function insertWorkshop(
  tx: PeopleWriter,
  people: readonly string[],
  day: { readonly heldOn: string; readonly recordedAt: Date },
): Promise<void> {
  for (const personId of people) {
    await tx
      .insert(tx.tables.mentorWorkshops)
      .values({ personId, ...day })
      .onConflictDoNothing();
  }
}

export async function deleteWorkshop(
  tx: PeopleWriter,
  people: readonly string[],
  heldOn: string,
): Promise<void> {
  const { mentorWorkshops } = tx.tables;
  await tx
    .delete(mentorWorkshops)
    .where(and(inArray(mentorWorkshops.personId, [...people]), eq(mentorWorkshops.heldOn, heldOn)));
}

/** Asks one more person in a wave that is open; an earlier link of theirs no longer works. */
export async function replaceWaveInvitation(
  tx: PeopleWriter,
  invitation: PeopleTables["invitations"]["$inferInsert"],
  assignment: { readonly id: string; readonly ticketMark: Uint8Array },
): Promise<void> {
  const { assignments, invitations } = tx.tables;
  const { waveId, personId } = invitation;
  await tx
    .insert(assignments)
    .values({ ...assignment, waveId, raterPersonId: personId, subjectCode: "", group: "" })
    .onConflictDoNothing();
  await tx.delete(invitations).where(and(eq(invitations.waveId, waveId), eq(invitations.personId, personId)));
  await tx.insert(invitations).values(invitation);
}

/** Makes a link unusable and leaves everything else as it is: nothing says that this happened. */
export async function voidWaveLink(
  tx: PeopleWriter,
  link: { readonly waveId: string; readonly personId: string },
  newHash: string,
): Promise<void> {
  const { invitations } = tx.tables;
  await tx
    .update(invitations)
    .set({ secretHash: newHash })
    .where(and(eq(invitations.waveId, link.waveId), eq(invitations.personId, link.personId)));
}

/** How many people are asked in a wave. */
export async function askedInWave(db: PeopleReader, waveId: string): Promise<number> {
  const { assignments } = db.tables;
  return db.$count(assignments, eq(assignments.waveId, waveId));
}
