/** Queries on mail that waits. */
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { chunksOf } from "../storage/chunks.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";

export type WaitingMail = PeopleTables["outbox"]["$inferSelect"];

export async function insertMails(
  tx: PeopleWriter,
  mails: readonly PeopleTables["outbox"]["$inferInsert"][],
): Promise<void> {
  for await (const part of chunksOf(mails)) {
    await tx.insert(tx.tables.outbox).values(part);
  }
}

/** Mail whose time has come, the longest waiting first. */
export async function dueMail(db: PeopleReader, now: Date, limit: number): Promise<WaitingMail[]> {
  const { outbox } = db.tables;
  return db
    .select()
    .from(outbox)
    .where(lte(outbox.nextAttemptAt, now))
    .orderBy(asc(outbox.nextAttemptAt))
    .limit(limit);
}

/** Claims the mail for one sender; false if another one was faster. */
export async function claimMail(tx: PeopleWriter, mail: WaitingMail, until: Date): Promise<boolean> {
  const { outbox } = tx.tables;
  const claimed = await tx
    .update(outbox)
    .set({ nextAttemptAt: until, attempts: mail.attempts + 1 })
    .where(and(eq(outbox.id, mail.id), eq(outbox.attempts, mail.attempts)))
    .returning({ id: outbox.id });
  return claimed.length === 1;
}

/** Null as the next attempt: given up. */
export async function postponeMail(
  tx: PeopleWriter,
  id: string,
  outcome: { readonly nextAttemptAt: Date | null; readonly lastReply: number | null },
): Promise<void> {
  await tx.update(tx.tables.outbox).set(outcome).where(eq(tx.tables.outbox.id, id));
}

export async function deleteMail(tx: PeopleWriter, id: string): Promise<void> {
  await tx.delete(tx.tables.outbox).where(eq(tx.tables.outbox.id, id));
}

/** Mail of a wave that is over: its links lead nowhere, and nobody should keep them. */
export async function deleteMailOfWave(tx: PeopleWriter, waveId: string): Promise<void> {
  await tx.delete(tx.tables.outbox).where(eq(tx.tables.outbox.waveId, waveId));
}

/** A mail that may be listed. */
export async function mailById(db: PeopleReader, id: string): Promise<WaitingMail | undefined> {
  const { outbox } = db.tables;
  const [mail] = await db
    .select()
    .from(outbox)
    .where(and(eq(outbox.id, id), eq(outbox.unlisted, false)));
  return mail;
}

/** Mail of a wave to one address, whose link was replaced. */
export async function deleteMailTo(tx: PeopleWriter, waveId: string, toAddress: string): Promise<void> {
  const { outbox } = tx.tables;
  await tx.delete(outbox).where(and(eq(outbox.waveId, waveId), eq(outbox.toAddress, toAddress)));
}

/** With programmes: only mail of their waves. */
function listable(db: PeopleReader, programmes: readonly string[] | undefined) {
  const { outbox, waves } = db.tables;
  const own =
    programmes &&
    inArray(
      outbox.waveId,
      db
        .select({ id: waves.id })
        .from(waves)
        .where(inArray(waves.programmeId, [...programmes])),
    );
  return and(eq(outbox.unlisted, false), own);
}

/** What may be listed, of all waves or of those of some programmes, newest first. */
export async function mailPage(
  db: PeopleReader,
  page: { readonly offset: number; readonly limit: number },
  programmes?: readonly string[],
): Promise<WaitingMail[]> {
  const { outbox } = db.tables;
  return db
    .select()
    .from(outbox)
    .where(listable(db, programmes))
    .orderBy(desc(outbox.createdAt), asc(outbox.toAddress))
    .limit(page.limit)
    .offset(page.offset);
}

export async function mailCount(db: PeopleReader, programmes?: readonly string[]): Promise<number> {
  return db.$count(db.tables.outbox, listable(db, programmes));
}
