/** Queries on invitations: one link a rater and wave. */
import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { chunksOf } from "../storage/chunks.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import type { TicketMarks } from "../tickets/ticket-mark.ts";

type Db = Reader<PeopleTables>;
type Tx = Writer<PeopleTables>;

export type Invitation = PeopleTables["invitations"]["$inferSelect"];

export async function insertInvitations(
  tx: Tx,
  invitations: readonly PeopleTables["invitations"]["$inferInsert"][],
): Promise<void> {
  for (const part of chunksOf(invitations)) {
    await tx.insert(tx.tables.invitations).values(part);
  }
}

export async function invitationBySecret(
  db: Db,
  wave: string,
  hash: string,
): Promise<Invitation | undefined> {
  const { invitations } = db.tables;
  const [found] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.waveId, wave), eq(invitations.secretHash, hash)));
  return found;
}

export interface AskedAbout {
  readonly assignment: string;
  readonly subject: string;
  readonly name: string | null;
  readonly group: string;
  readonly ticketMark: Uint8Array | null;
}

/** Whom this rater is asked about in the wave, by name. */
export async function askedAbout(db: Db, wave: string, raterPersonId: string): Promise<AskedAbout[]> {
  const { assignments, subjects, persons } = db.tables;
  const rows = await db
    .select({
      assignment: assignments.id,
      subject: assignments.subjectCode,
      name: persons.name,
      group: assignments.group,
      ticketMark: assignments.ticketMark,
    })
    .from(assignments)
    .leftJoin(
      subjects,
      and(eq(subjects.waveId, assignments.waveId), eq(subjects.code, assignments.subjectCode)),
    )
    .leftJoin(persons, eq(persons.id, subjects.personId))
    .where(and(eq(assignments.waveId, wave), eq(assignments.raterPersonId, raterPersonId)));
  return rows.sort(
    (a, b) => (a.name ?? "").localeCompare(b.name ?? "") || a.subject.localeCompare(b.subject),
  );
}

export interface Recipient {
  readonly invitation: string;
  readonly personId: string;
  readonly name: string;
  readonly mail: string | null;
  readonly secretHash: string;
  readonly remindersSent: number;
  readonly lastSentAt: Date | null;
  readonly aboutNames: readonly string[];
}

/** How many were invited by mail. */
export async function invitedByMail(db: Db, wave: string): Promise<number> {
  const { invitations, persons } = db.tables;
  const [counted] = await db
    .select({ invited: count() })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.waveId, wave), isNotNull(persons.mail)));
  return counted?.invited ?? 0;
}

/** Those who were invited and have no mail address, sent or not. */
export async function invitedWithoutMail(db: Db, wave: string) {
  const { invitations, persons } = db.tables;
  return db
    .select({
      invitation: invitations.id,
      secretHash: invitations.secretHash,
      name: persons.name,
      unit: persons.unit,
      site: persons.site,
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.waveId, wave), isNull(persons.mail)));
}

/** Those with something left to send, and about whom. */
export async function unsentRecipients(
  db: Db,
  wave: string,
  marks: Pick<TicketMarks, "read">,
): Promise<Recipient[]> {
  const { assignments, invitations, persons, subjects } = db.tables;
  const names = new Map(
    (
      await db
        .select({ code: subjects.code, name: persons.name })
        .from(subjects)
        .innerJoin(persons, eq(persons.id, subjects.personId))
        .where(eq(subjects.waveId, wave))
    ).map((row) => [row.code, row.name]),
  );
  const rows = await db
    .select({
      invitation: invitations.id,
      personId: invitations.personId,
      name: persons.name,
      mail: persons.mail,
      secretHash: invitations.secretHash,
      remindersSent: invitations.remindersSent,
      lastSentAt: invitations.lastSentAt,
      subject: assignments.subjectCode,
      assignment: assignments.id,
      ticketMark: assignments.ticketMark,
    })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .innerJoin(
      assignments,
      and(eq(assignments.waveId, invitations.waveId), eq(assignments.raterPersonId, invitations.personId)),
    )
    .where(eq(invitations.waveId, wave));
  const recipients = new Map<string, Recipient & { aboutNames: string[] }>();
  for (const { subject, assignment, ticketMark, ...row } of rows) {
    if (marks.read(assignment, ticketMark) !== undefined) continue;
    const recipient = recipients.get(row.invitation) ?? { ...row, aboutNames: [] };
    const name = names.get(subject);
    if (name !== undefined) recipient.aboutNames.push(name);
    recipients.set(row.invitation, recipient);
  }
  return [...recipients.values()];
}

export async function markReminded(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const { invitations } = tx.tables;
  for (const part of chunksOf(ids)) {
    await tx
      .update(invitations)
      .set({ remindersSent: sql`${invitations.remindersSent} + 1`, lastSentAt: now })
      .where(inArray(invitations.id, part));
  }
}

/** Mail addresses of these people; null for those who have none. */
export async function mailsOf(db: Db, personIds: readonly string[]): Promise<Map<string, string | null>> {
  const { persons } = db.tables;
  const mails = new Map<string, string | null>();
  for (const part of chunksOf(personIds)) {
    const rows = await db
      .select({ id: persons.id, mail: persons.mail })
      .from(persons)
      .where(inArray(persons.id, part));
    for (const { id, mail } of rows) mails.set(id, mail);
  }
  return mails;
}
