/** Queries on waves, their subjects and who is asked about whom. */
import { randomBytes } from "node:crypto";
import { and, asc, count, eq, inArray, sql } from "drizzle-orm";
import { mapInSlices } from "../give-way.ts";
import { ticketMarksOfWave } from "../invitations/invitation-key.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { newId } from "../short-id.ts";
import { allPages, chunksOf } from "../storage/chunks.ts";
import type { ListedGroup } from "../storage/open-wave-tables.ts";
import type { PeopleTables, WaveState } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import { putMarks } from "../tickets/store.ts";
import type { TicketMarks } from "../tickets/ticket-mark.ts";
import { endedList } from "./ended-list-store.ts";
import type { ListedRater, ListedSubject } from "./line-up.ts";
import type { AskedWithMark } from "./progress-parts.ts";

type Db = Reader<PeopleTables>;
type Tx = Writer<PeopleTables>;

export type StoredWave = PeopleTables["waves"]["$inferSelect"];
export type NewWave = PeopleTables["waves"]["$inferInsert"];
export type Assignment = PeopleTables["assignments"]["$inferSelect"];

export async function waveById(db: Db, id: string): Promise<StoredWave | undefined> {
  const [wave] = await db.select().from(db.tables.waves).where(eq(db.tables.waves.id, id));
  return wave;
}

export async function wavesOfProgramme(db: Db, programmeId: string): Promise<StoredWave[]> {
  const { waves } = db.tables;
  return db
    .select()
    .from(waves)
    .where(eq(waves.programmeId, programmeId))
    .orderBy(asc(waves.title), asc(waves.id));
}

export async function wavesInStates(db: Db, states: readonly WaveState[]): Promise<StoredWave[]> {
  return db
    .select()
    .from(db.tables.waves)
    .where(inArray(db.tables.waves.state, [...states]));
}

export async function insertWave(tx: Tx, wave: NewWave): Promise<void> {
  await tx.insert(tx.tables.waves).values(wave);
}

export async function updateWave(tx: Tx, id: string, fields: Partial<NewWave>): Promise<void> {
  await tx.update(tx.tables.waves).set(fields).where(eq(tx.tables.waves.id, id));
}

export interface WaveSubject {
  readonly code: string;
  readonly personId: string;
  readonly name: string;
  readonly coachPersonId: string;
}

export async function subjectsOfWave(db: Db, waveId: string): Promise<WaveSubject[]> {
  const { subjects, persons } = db.tables;
  return db
    .select({
      code: subjects.code,
      personId: subjects.personId,
      name: persons.name,
      coachPersonId: subjects.coachPersonId,
    })
    .from(subjects)
    .innerJoin(persons, eq(persons.id, subjects.personId))
    .where(eq(subjects.waveId, waveId))
    .orderBy(asc(persons.name), asc(subjects.code));
}

/** In the order of their raters. */
export async function assignmentsOfWave(db: Db, waveId: string): Promise<Assignment[]> {
  const { assignments } = db.tables;
  const key = sql`(${assignments.raterPersonId}, ${assignments.subjectCode})`;
  return allPages((after: Assignment | undefined, rows) =>
    db
      .select()
      .from(assignments)
      .where(
        and(
          eq(assignments.waveId, waveId),
          after && sql`${key} > (${after.raterPersonId}, ${after.subjectCode})`,
        ),
      )
      .orderBy(asc(assignments.raterPersonId), asc(assignments.subjectCode))
      .limit(rows),
  );
}

/** The file is the list: subjects who are gone from it go, with those who were asked about them. */
export async function replaceSubjects(
  tx: Tx,
  waveId: string,
  listed: readonly ListedSubject[],
): Promise<void> {
  const { subjects, assignments } = tx.tables;
  const before = await subjectsOfWave(tx, waveId);
  const codes = new Map(before.map((subject) => [subject.personId, subject.code]));
  const kept = new Set(listed.map((subject) => subject.personId));
  for (const gone of before.filter((subject) => !kept.has(subject.personId))) {
    await tx
      .delete(assignments)
      .where(and(eq(assignments.waveId, waveId), eq(assignments.subjectCode, gone.code)));
  }
  await tx.delete(subjects).where(eq(subjects.waveId, waveId));
  for await (const part of chunksOf(listed)) {
    await tx.insert(subjects).values(
      part.map((subject) => ({
        waveId,
        code: codes.get(subject.personId) ?? newId(),
        personId: subject.personId,
        coachPersonId: subject.coachPersonId,
      })),
    );
  }
}

/** @param groups the groups whose assignments the list replaces. */
export async function replaceRaters(
  tx: Tx,
  waveId: string,
  listed: readonly ListedRater[],
  groups: readonly string[],
): Promise<void> {
  const { assignments } = tx.tables;
  const codes = new Map(
    (await subjectsOfWave(tx, waveId)).map((subject) => [subject.personId, subject.code]),
  );
  if (groups.length > 0) {
    await tx
      .delete(assignments)
      .where(and(eq(assignments.waveId, waveId), inArray(assignments.group, [...groups])));
  }
  for await (const part of chunksOf(listed)) {
    await tx
      .insert(assignments)
      .values(
        part.map((rater) => ({
          id: newId(),
          waveId,
          raterPersonId: rater.raterPersonId,
          subjectCode: codes.get(rater.subjectPersonId) ?? "",
          group: rater.group,
        })),
      )
      .onConflictDoNothing();
  }
}

/** By subject and group; of a list that was deleted as they were then. */
export async function groupCounts(db: Db, waveId: string): Promise<readonly ListedGroup[]> {
  const ended = await endedList(db, waveId);
  if (ended !== undefined) return ended.groups;
  const { assignments } = db.tables;
  const rows = await db
    .select({
      subject: assignments.subjectCode,
      group: assignments.group,
      invited: count(),
      reissues: sql<number>`sum(${assignments.reissues})`,
    })
    .from(assignments)
    .where(eq(assignments.waveId, waveId))
    .groupBy(assignments.subjectCode, assignments.group);
  return rows.map((row) => ({ ...row, reissues: Number(row.reissues) }));
}

/** How many sent each form of a wave whose answers carry names. */
export async function sentByName(
  db: Db,
  waveId: string,
): Promise<{ readonly subject: string; readonly group: string; readonly sent: number }[]> {
  const { assignments, identifiedAnswers } = db.tables;
  return db
    .select({ subject: assignments.subjectCode, group: assignments.group, sent: count() })
    .from(identifiedAnswers)
    .innerJoin(assignments, eq(assignments.id, identifiedAnswers.assignmentId))
    .where(eq(identifiedAnswers.waveId, waveId))
    .groupBy(assignments.subjectCode, assignments.group);
}

/** Everybody who is asked, with whether a ticket was given out: read for counting and nothing else. */
export async function askedWithMarks(db: Db, marks: TicketMarks, waveId: string): Promise<AskedWithMark[]> {
  return mapInSlices(await assignmentsOfWave(db, waveId), (row) => ({
    rater: row.raterPersonId,
    subject: row.subjectCode,
    group: row.group,
    issued: marks.wasIssued(row.id, row.ticketMark),
  }));
}

export type StoredProgress = PeopleTables["waveProgress"]["$inferSelect"];

export async function storedProgress(db: Db, waveId: string): Promise<StoredProgress | undefined> {
  const { waveProgress } = db.tables;
  const [found] = await db.select().from(waveProgress).where(eq(waveProgress.waveId, waveId));
  return found;
}

/** In the place of the figures before. */
export async function storeProgress(tx: Tx, row: StoredProgress): Promise<void> {
  const { waveProgress } = tx.tables;
  await tx.insert(waveProgress).values(row).onConflictDoUpdate({ target: waveProgress.waveId, set: row });
}

/** Where this person is asked about somebody in 360 feedback that is under way and not released. */
export async function ratedBy(
  db: Db,
  personId: string,
): Promise<{ readonly wave: StoredWave; readonly group: string }[]> {
  const { assignments, waves } = db.tables;
  const underWay: readonly WaveState[] = ["open", "closing", "closed", "releasing"];
  return db
    .select({ wave: waves, group: assignments.group })
    .from(assignments)
    .innerJoin(waves, eq(waves.id, assignments.waveId))
    .where(
      and(
        eq(assignments.raterPersonId, personId),
        eq(waves.kind, "360"),
        eq(waves.identity, "anonymous"),
        inArray(waves.state, [...underWay]),
      ),
    );
}

export async function assignmentOf(
  db: Db,
  key: { readonly wave: string; readonly rater: string; readonly subject: string },
): Promise<Assignment | undefined> {
  const { assignments } = db.tables;
  const [found] = await db
    .select()
    .from(assignments)
    .where(
      and(
        eq(assignments.waveId, key.wave),
        eq(assignments.raterPersonId, key.rater),
        eq(assignments.subjectCode, key.subject),
      ),
    );
  return found;
}

/** The mark is made anew whether or not a ticket was issued, so that nothing tells the two apart. */
export async function allowSecondTicket(
  tx: Tx,
  marks: TicketMarks,
  { id, ticketMark }: Assignment,
): Promise<void> {
  const { assignments } = tx.tables;
  await tx
    .update(assignments)
    .set({ ticketMark: marks.freed(id, ticketMark), reissues: sql`${assignments.reissues} + 1` })
    .where(eq(assignments.id, id));
}

/** Notes that tickets were given out for these assignments of an open wave. */
export async function markIssued(
  tx: Tx,
  keys: KeyRing,
  { wave: id, ids }: { readonly wave: string; readonly ids: readonly string[] },
): Promise<void> {
  const wave = await waveById(tx, id);
  const marks = wave === undefined ? undefined : ticketMarksOfWave(keys, wave);
  if (marks === undefined) throw new RangeError("tickets can be issued in open waves only");
  const wanted = new Set(ids);
  const issued = (await assignmentsOfWave(tx, id)).filter((row) => wanted.has(row.id));
  await putMarks(
    tx,
    issued.map((row) => ({ ...row, ticketMark: marks.issued(row.id, new Uint8Array(randomBytes(32))) })),
  );
}

/** Subjects with codes that were given elsewhere. */
export async function replaceSubjectCodes(
  tx: Tx,
  waveId: string,
  rows: readonly { readonly code: string; readonly personId: string; readonly coachPersonId: string }[],
): Promise<void> {
  const { subjects } = tx.tables;
  await tx.delete(subjects).where(eq(subjects.waveId, waveId));
  for await (const part of chunksOf(rows)) {
    await tx.insert(subjects).values(part.map((row) => ({ ...row, waveId })));
  }
}
