/** Queries of the doctor: what both stores hold, read and never changed. */

import { eq, getTableColumns, getTableName, type Table } from "drizzle-orm";
import { readStoredTables } from "../../analysis/staff-tables/read-stored-tables.ts";
import type { AnswerReader } from "../storage/answer-store.ts";
import type { PeopleReader } from "../storage/people-store.ts";

/** Every column that this program's tables have, as "table.column". */
export function columnsOf(tables: Readonly<Record<string, unknown>>): Set<string> {
  return new Set(
    Object.values(tables).flatMap((table) => {
      const known = asTable(table);
      return Object.values(getTableColumns(known)).map(({ name }) => `${getTableName(known)}.${name}`);
    }),
  );
}

/** Guarantee: the values of a store's tables are drizzle tables. */
function asTable(table: unknown): Table {
  return table as Table;
}

/** Public facts and key states of every wave that was ever opened. */
export async function everySeal(db: AnswerReader) {
  return db.select().from(db.tables.waveSeals);
}

export type ExaminedSeal = Awaited<ReturnType<typeof everySeal>>[number];

export async function everyTombstone(db: AnswerReader) {
  return db.select().from(db.tables.tombstones);
}

/** Every row that may hold an answer or a draft. */
export async function everyRow(db: AnswerReader) {
  return db.select().from(db.tables.sealedRows);
}

/** Waves of answers and drafts that lie where versions before kept them, one entry a row. */
export async function wavesOfOldRows(db: AnswerReader): Promise<readonly string[]> {
  const { responses, drafts } = db.tables;
  const answers = await db.select({ wave: responses.wave }).from(responses);
  const kept = await db.select({ wave: drafts.wave }).from(drafts);
  return [...answers, ...kept].map(({ wave }) => wave);
}

export async function everyDataset(db: AnswerReader) {
  return db.select().from(db.tables.datasets);
}

export async function everyReport(db: AnswerReader) {
  const { releases } = db.tables;
  return db
    .select({ wave: releases.wave, subject: releases.subject, report: releases.report })
    .from(releases);
}

export async function everyTableRelease(db: AnswerReader) {
  const { tableReleases } = db.tables;
  const rows = await db
    .select({ id: tableReleases.id, wave: tableReleases.wave, tables: tableReleases.tables })
    .from(tableReleases);
  return rows.map((row) => ({ ...row, tables: readStoredTables(row.tables) }));
}

export async function everyWave(db: PeopleReader) {
  return db.select().from(db.tables.waves);
}

export async function everyAssignment(db: PeopleReader) {
  const { assignments } = db.tables;
  return db
    .select({
      wave: assignments.waveId,
      subject: assignments.subjectCode,
      group: assignments.group,
      raterPersonId: assignments.raterPersonId,
      reissues: assignments.reissues,
      ticketMark: assignments.ticketMark,
    })
    .from(assignments);
}

/** Whom each wave is about. */
export async function everySubject(db: PeopleReader) {
  const { waveId: wave, code, personId } = db.tables.subjects;
  return db.select({ wave, code, personId }).from(db.tables.subjects);
}

/** Which waves the ledger over waves holds, and what they asked. */
export async function everyLedgerWave(db: PeopleReader) {
  return db.select().from(db.tables.ledgerWaves);
}

/** Who was asked, as the ledger over waves holds it. */
export async function everyLedgerEntry(db: PeopleReader) {
  const { ledgerPeople } = db.tables;
  return db.select().from(ledgerPeople);
}

/** Waves of mails that wait or were given up. */
export async function wavesOfMail(db: PeopleReader): Promise<readonly (string | null)[]> {
  const { outbox } = db.tables;
  return (await db.select({ wave: outbox.waveId }).from(outbox)).map(({ wave }) => wave);
}

/** Addresses that invitations of a wave went to. */
export async function mailsOfRaters(
  db: PeopleReader,
): Promise<readonly { readonly wave: string; readonly mail: string }[]> {
  const { invitations, persons } = db.tables;
  const rows = await db
    .select({ wave: invitations.waveId, mail: persons.mail })
    .from(invitations)
    .innerJoin(persons, eq(persons.id, invitations.personId));
  return rows.flatMap(({ wave, mail }) => (mail === null ? [] : [{ wave, mail }]));
}

/** What manifests commit to. */
export async function committedLineUps(db: PeopleReader, wave: string) {
  const { lineUps } = db.tables;
  return db.select().from(lineUps).where(eq(lineUps.waveId, wave));
}

/** Everything that staff did, in order. */
export async function everyEvent(db: PeopleReader) {
  const { auditEvents } = db.tables;
  return db.select().from(auditEvents).orderBy(auditEvents.seq);
}

export async function everyDefinition(db: AnswerReader) {
  return db.select().from(db.tables.definitions);
}
