/** Queries on mentoring pairs and what happens in them. */
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { RelationshipState, Side } from "../../../analysis/mentoring/relationship-state.ts";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import type { PeopleTables } from "../../storage/people-tables.ts";

export type Relationship = PeopleTables["mentoringRelationships"]["$inferSelect"];
export type NewRelationship = PeopleTables["mentoringRelationships"]["$inferInsert"];
export type StoredPulse = PeopleTables["mentoringPulses"]["$inferSelect"];
export type StoredReview = PeopleTables["mentoringReviews"]["$inferSelect"];
export type StoredAlert = PeopleTables["mentoringAlerts"]["$inferSelect"];
export type Meeting = PeopleTables["mentoringMeetings"]["$inferSelect"];

export async function relationshipsOfRound(db: PeopleReader, roundId: string): Promise<Relationship[]> {
  const { mentoringRelationships } = db.tables;
  return db
    .select()
    .from(mentoringRelationships)
    .where(eq(mentoringRelationships.roundId, roundId))
    .orderBy(asc(mentoringRelationships.askedAt), asc(mentoringRelationships.id));
}

export async function relationshipsInStates(
  db: PeopleReader,
  states: readonly RelationshipState[],
): Promise<Relationship[]> {
  const { mentoringRelationships } = db.tables;
  return db
    .select()
    .from(mentoringRelationships)
    .where(inArray(mentoringRelationships.state, [...states]));
}

export async function relationshipById(db: PeopleReader, id: string): Promise<Relationship | undefined> {
  const { mentoringRelationships } = db.tables;
  const [found] = await db.select().from(mentoringRelationships).where(eq(mentoringRelationships.id, id));
  return found;
}

export async function insertRelationship(tx: PeopleWriter, row: NewRelationship): Promise<void> {
  await tx.insert(tx.tables.mentoringRelationships).values(row);
}

export async function updateRelationship(
  tx: PeopleWriter,
  id: string,
  fields: Partial<NewRelationship>,
): Promise<void> {
  const { mentoringRelationships } = tx.tables;
  await tx.update(mentoringRelationships).set(fields).where(eq(mentoringRelationships.id, id));
}

export async function meetingsOfRound(db: PeopleReader, roundId: string): Promise<Meeting[]> {
  const { mentoringMeetings, mentoringRelationships } = db.tables;
  return db
    .select({ relationshipId: mentoringMeetings.relationshipId, heldOn: mentoringMeetings.heldOn })
    .from(mentoringMeetings)
    .innerJoin(mentoringRelationships, eq(mentoringRelationships.id, mentoringMeetings.relationshipId))
    .where(eq(mentoringRelationships.roundId, roundId))
    .orderBy(asc(mentoringMeetings.heldOn));
}

export async function insertMeeting(tx: PeopleWriter, meeting: Meeting): Promise<void> {
  await tx.insert(tx.tables.mentoringMeetings).values(meeting).onConflictDoNothing();
}

export async function deleteMeeting(tx: PeopleWriter, { relationshipId, heldOn }: Meeting): Promise<void> {
  const { mentoringMeetings } = tx.tables;
  await tx
    .delete(mentoringMeetings)
    .where(and(eq(mentoringMeetings.relationshipId, relationshipId), eq(mentoringMeetings.heldOn, heldOn)));
}

export async function pulsesOfRound(db: PeopleReader, roundId: string): Promise<StoredPulse[]> {
  const { mentoringPulses, mentoringRelationships } = db.tables;
  const rows = await db
    .select({ pulse: mentoringPulses })
    .from(mentoringPulses)
    .innerJoin(mentoringRelationships, eq(mentoringRelationships.id, mentoringPulses.relationshipId))
    .where(eq(mentoringRelationships.roundId, roundId))
    .orderBy(asc(mentoringPulses.dueAt), asc(mentoringPulses.id));
  return rows.map(({ pulse }) => pulse);
}

export async function insertPulse(tx: PeopleWriter, pulse: StoredPulse): Promise<void> {
  await tx.insert(tx.tables.mentoringPulses).values(pulse).onConflictDoNothing();
}

export async function answerPulse(
  tx: PeopleWriter,
  id: string,
  fields: Pick<StoredPulse, "answers" | "answeredAt">,
): Promise<void> {
  const { mentoringPulses } = tx.tables;
  await tx.update(mentoringPulses).set(fields).where(eq(mentoringPulses.id, id));
}

export async function reviewsOfRound(db: PeopleReader, roundId: string): Promise<StoredReview[]> {
  const { mentoringReviews, mentoringRelationships } = db.tables;
  const rows = await db
    .select({ review: mentoringReviews })
    .from(mentoringReviews)
    .innerJoin(mentoringRelationships, eq(mentoringRelationships.id, mentoringReviews.relationshipId))
    .where(eq(mentoringRelationships.roundId, roundId));
  return rows.map(({ review }) => review);
}

export async function reviewOf(
  db: PeopleReader,
  relationshipId: string,
  side: Side,
): Promise<StoredReview | undefined> {
  const { mentoringReviews } = db.tables;
  const [found] = await db
    .select()
    .from(mentoringReviews)
    .where(and(eq(mentoringReviews.relationshipId, relationshipId), eq(mentoringReviews.side, side)));
  return found;
}

export async function insertReview(tx: PeopleWriter, review: StoredReview): Promise<void> {
  await tx.insert(tx.tables.mentoringReviews).values(review);
}

/** Alerts that the coordinator has not settled. */
export async function openAlerts(db: PeopleReader, roundId: string): Promise<StoredAlert[]> {
  const { mentoringAlerts, mentoringRelationships } = db.tables;
  const rows = await db
    .select({ alert: mentoringAlerts })
    .from(mentoringAlerts)
    .innerJoin(mentoringRelationships, eq(mentoringRelationships.id, mentoringAlerts.relationshipId))
    .where(and(eq(mentoringRelationships.roundId, roundId), isNull(mentoringAlerts.settledAt)));
  return rows.map(({ alert }) => alert);
}

/** Both of every pair that the coordinator has still to look at. */
export async function peopleOfOpenAlerts(db: PeopleReader, roundId: string): Promise<ReadonlySet<string>> {
  const { mentoringAlerts, mentoringRelationships } = db.tables;
  const rows = await db
    .select({
      mentee: mentoringRelationships.menteePersonId,
      mentor: mentoringRelationships.mentorPersonId,
    })
    .from(mentoringAlerts)
    .innerJoin(mentoringRelationships, eq(mentoringRelationships.id, mentoringAlerts.relationshipId))
    .where(and(eq(mentoringRelationships.roundId, roundId), isNull(mentoringAlerts.settledAt)));
  return new Set(rows.flatMap(({ mentee, mentor }) => [mentee, mentor]));
}

export async function insertAlert(tx: PeopleWriter, alert: StoredAlert): Promise<void> {
  await tx.insert(tx.tables.mentoringAlerts).values(alert);
}

export async function settleAlert(tx: PeopleWriter, id: string, settledAt: Date): Promise<void> {
  const { mentoringAlerts } = tx.tables;
  await tx.update(mentoringAlerts).set({ settledAt }).where(eq(mentoringAlerts.id, id));
}
