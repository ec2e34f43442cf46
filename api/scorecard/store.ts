/** Queries on who takes part in a programme, for figures by area. */
import { and, eq, inArray, ne } from "drizzle-orm";
import type { PeopleReader } from "../storage/people-store.ts";

export interface PersonOfUnit {
  readonly id: string;
  readonly unit: string;
}

export async function unitsOfPeople(db: PeopleReader): Promise<PersonOfUnit[]> {
  const { persons } = db.tables;
  return db.select({ id: persons.id, unit: persons.unit }).from(persons);
}

/** People about whom a programme has asked for 360 feedback: those who are coached. */
export async function coachedPeople(db: PeopleReader, programme: string): Promise<ReadonlySet<string>> {
  const { subjects, waves } = db.tables;
  const rows = await db
    .selectDistinct({ id: subjects.personId })
    .from(subjects)
    .innerJoin(waves, eq(waves.id, subjects.waveId))
    .where(and(eq(waves.programmeId, programme), eq(waves.kind, "360"), ne(waves.state, "draft")));
  return new Set(rows.map(({ id }) => id));
}

/** People whose coaching was recorded as finished: they are the ones asked whether they would mentor. */
export async function peopleDoneWithCoaching(
  db: PeopleReader,
  programme: string,
): Promise<ReadonlySet<string>> {
  const { mentoringInvitations, mentoringRounds } = db.tables;
  const rows = await db
    .selectDistinct({ id: mentoringInvitations.personId })
    .from(mentoringInvitations)
    .innerJoin(mentoringRounds, eq(mentoringRounds.id, mentoringInvitations.roundId))
    .where(
      and(eq(mentoringRounds.programmeId, programme), eq(mentoringInvitations.because, "coaching-ended")),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Both sides of every pair that came about. */
export async function peopleInMentoring(db: PeopleReader, programme: string): Promise<ReadonlySet<string>> {
  const { mentoringRelationships, mentoringRounds } = db.tables;
  const rows = await db
    .select({
      mentee: mentoringRelationships.menteePersonId,
      mentor: mentoringRelationships.mentorPersonId,
    })
    .from(mentoringRelationships)
    .innerJoin(mentoringRounds, eq(mentoringRounds.id, mentoringRelationships.roundId))
    .where(
      and(
        eq(mentoringRounds.programmeId, programme),
        inArray(mentoringRelationships.state, ["active", "ended"]),
      ),
    );
  return new Set(rows.flatMap(({ mentee, mentor }) => [mentee, mentor]));
}
