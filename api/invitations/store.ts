/** Queries on invitations: one link a rater and wave. */
import { and, asc, count, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { allPages, chunksOf } from "../storage/chunks.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader, Writer } from "../storage/store.ts";
import type { TicketMarks } from "../tickets/ticket-mark.ts";
import { assignmentsOfWave } from "../waves/store.ts";

type Db = Reader<PeopleTables>;
type Tx = Writer<PeopleTables>;

type StoredWave = PeopleTables["waves"]["$inferSelect"];
export type Invitation = PeopleTables["invitations"]["$inferSelect"];

export async function insertInvitations(
  tx: Tx,
  invitations: readonly PeopleTables["invitations"]["$inferInsert"][],
): Promise<void> {
  for await (const part of chunksOf(invitations)) {
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
  readonly unit: string;
  readonly site: string;
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

/** Everybody who was invited, and about whom: all of it, sent or not. */
export async function invitedPeople(db: Db, wave: string): Promise<Recipient[]> {
  return (await recipientsWithForms(db, wave)).map(({ forms, ...recipient }) => ({
    ...recipient,
    aboutNames: namesOf(forms),
  }));
}

/** Those with something left to send, and about whom. */
export async function unsentRecipients(
  db: Db,
  wave: string,
  marks: Pick<TicketMarks, "read">,
): Promise<Recipient[]> {
  return (await recipientsWithForms(db, wave)).flatMap(({ forms, ...recipient }) => {
    const open = forms.filter(
      ({ assignment, ticketMark }) => marks.read(assignment, ticketMark) === undefined,
    );
    return open.length === 0 ? [] : [{ ...recipient, aboutNames: namesOf(open) }];
  });
}

/** One form that somebody is asked to fill in. */
interface AskedForm {
  readonly assignment: string;
  readonly ticketMark: Uint8Array | null;
  /** Of the subject, where there is one. */
  readonly name: string | undefined;
}

function namesOf(forms: readonly AskedForm[]): string[] {
  return forms.flatMap(({ name }) => (name === undefined ? [] : [name]));
}

async function recipientsWithForms(
  db: Db,
  wave: string,
): Promise<(Omit<Recipient, "aboutNames"> & { readonly forms: readonly AskedForm[] })[]> {
  const { invitations, persons, subjects } = db.tables;
  const names = new Map(
    (
      await db
        .select({ code: subjects.code, name: persons.name })
        .from(subjects)
        .innerJoin(persons, eq(persons.id, subjects.personId))
        .where(eq(subjects.waveId, wave))
    ).map((row) => [row.code, row.name]),
  );
  const forms = new Map<string, AskedForm[]>();
  for (const { raterPersonId, subjectCode, id, ticketMark } of await assignmentsOfWave(db, wave)) {
    const own = forms.get(raterPersonId) ?? [];
    own.push({ assignment: id, ticketMark, name: names.get(subjectCode) });
    forms.set(raterPersonId, own);
  }
  const recipients = await allPages((after: { readonly personId: string } | undefined, rows) =>
    db
      .select({
        invitation: invitations.id,
        personId: invitations.personId,
        name: persons.name,
        mail: persons.mail,
        unit: persons.unit,
        site: persons.site,
        secretHash: invitations.secretHash,
        remindersSent: invitations.remindersSent,
        lastSentAt: invitations.lastSentAt,
      })
      .from(invitations)
      .innerJoin(persons, eq(persons.id, invitations.personId))
      .where(and(eq(invitations.waveId, wave), after && gt(invitations.personId, after.personId)))
      .orderBy(asc(invitations.personId))
      .limit(rows),
  );
  return recipients.flatMap((row) => {
    const own = forms.get(row.personId);
    return own === undefined ? [] : [{ ...row, forms: own }];
  });
}

/** A new id, from which another secret follows; who is asked about whom stays as it is. */
export async function replaceLink(
  tx: Tx,
  id: string,
  link: { readonly id: string; readonly secretHash: string; readonly lastSentAt: Date },
): Promise<void> {
  const { invitations } = tx.tables;
  await tx.update(invitations).set(link).where(eq(invitations.id, id));
}

export async function markReminded(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  const { invitations } = tx.tables;
  for await (const part of chunksOf(ids)) {
    await tx
      .update(invitations)
      .set({ remindersSent: sql`${invitations.remindersSent} + 1`, lastSentAt: now })
      .where(inArray(invitations.id, part));
  }
}

/** Where these people are asked while it is open. */
export async function openInvitationsOf(
  db: Db,
  personIds: readonly string[],
): Promise<{ readonly personId: string; readonly wave: StoredWave }[]> {
  const { invitations, waves } = db.tables;
  const found: { personId: string; wave: StoredWave }[] = [];
  for await (const part of chunksOf(personIds)) {
    const rows = await db
      .select({ personId: invitations.personId, wave: waves })
      .from(invitations)
      .innerJoin(waves, eq(waves.id, invitations.waveId))
      .where(and(inArray(invitations.personId, part), eq(waves.state, "open")));
    found.push(...rows);
  }
  return found;
}

/** Who is invited to the wave at this address. */
export async function invitedAt(db: Db, wave: string, mail: string): Promise<string | undefined> {
  const { invitations, persons } = db.tables;
  const [found] = await db
    .select({ id: persons.id })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId))
    .where(and(eq(invitations.waveId, wave), eq(sql`lower(${persons.mail})`, mail.toLowerCase())));
  return found?.id;
}

/** Mail addresses of these people; null for those who have none. */
export async function mailsOf(db: Db, personIds: readonly string[]): Promise<Map<string, string | null>> {
  const { persons } = db.tables;
  const mails = new Map<string, string | null>();
  for await (const part of chunksOf(personIds)) {
    const rows = await db
      .select({ id: persons.id, mail: persons.mail })
      .from(persons)
      .where(inArray(persons.id, part));
    for (const { id, mail } of rows) mails.set(id, mail);
  }
  return mails;
}

/** The wrapped keys that links of waves are made with, of all waves that have links. */
export async function linkKeysOfWaves(
  db: Db,
): Promise<readonly { readonly id: string; readonly key: Uint8Array }[]> {
  const { waves } = db.tables;
  const rows = await db.select({ id: waves.id, key: waves.invitationKey }).from(waves);
  return rows.flatMap(({ id, key }) => (key === null ? [] : [{ id, key }]));
}
