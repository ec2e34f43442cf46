/** Queries on what was released, and on whose coachees they are. */
import { and, asc, eq, inArray } from "drizzle-orm";
import type { AnswerReader } from "../storage/answer-store.ts";
import type { PeopleReader } from "../storage/people-store.ts";

export async function releaseOf(db: AnswerReader, wave: string, subject: string) {
  const { releases } = db.tables;
  const [found] = await db
    .select()
    .from(releases)
    .where(and(eq(releases.wave, wave), eq(releases.subject, subject)));
  return found;
}

export async function sealOf(db: AnswerReader, wave: string) {
  const { waveSeals } = db.tables;
  const [found] = await db
    .select({ invalidBoxes: waveSeals.invalidBoxes, manifest: waveSeals.manifest })
    .from(waveSeals)
    .where(eq(waveSeals.wave, wave));
  return found;
}

/** A coach's own coachees over all waves, newest first. */
export async function coacheesOf(db: PeopleReader, coachPersonId: string) {
  const { subjects, waves, persons } = db.tables;
  return db
    .select({
      wave: waves.id,
      waveTitle: waves.title,
      waveState: waves.state,
      closesAt: waves.closesAt,
      releasedAt: waves.releasedAt,
      subject: subjects.code,
      name: persons.name,
    })
    .from(subjects)
    .innerJoin(waves, eq(waves.id, subjects.waveId))
    .innerJoin(persons, eq(persons.id, subjects.personId))
    .where(
      and(
        eq(subjects.coachPersonId, coachPersonId),
        inArray(waves.state, ["open", "closing", "closed", "releasing", "released"]),
      ),
    )
    .orderBy(asc(persons.name));
}

export async function coacheeOf(db: PeopleReader, wave: string, subject: string) {
  const { subjects, waves, persons } = db.tables;
  const [found] = await db
    .select({
      coachPersonId: subjects.coachPersonId,
      subjectName: persons.name,
      waveTitle: waves.title,
      waveState: waves.state,
      closedAt: waves.closedAt,
      releasedAt: waves.releasedAt,
    })
    .from(subjects)
    .innerJoin(waves, eq(waves.id, subjects.waveId))
    .innerJoin(persons, eq(persons.id, subjects.personId))
    .where(and(eq(subjects.waveId, wave), eq(subjects.code, subject)));
  return found;
}
