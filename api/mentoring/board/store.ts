/** Queries on decisions about pairs, runs of matching, and choices that mentees have. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { PeopleReader, PeopleWriter } from "../../storage/people-store.ts";
import type { PeopleTables } from "../../storage/people-tables.ts";

export type Decision = PeopleTables["mentoringDecisions"]["$inferSelect"];
export type StoredRun = PeopleTables["mentoringRuns"]["$inferSelect"];
export type Shortlist = PeopleTables["mentoringShortlists"]["$inferSelect"];

export async function decisionsOf(db: PeopleReader, roundId: string): Promise<Decision[]> {
  const { mentoringDecisions } = db.tables;
  return db
    .select()
    .from(mentoringDecisions)
    .where(eq(mentoringDecisions.roundId, roundId))
    .orderBy(asc(mentoringDecisions.seq));
}

export async function insertDecision(tx: PeopleWriter, decision: Decision): Promise<void> {
  await tx.insert(tx.tables.mentoringDecisions).values(decision);
}

export async function deleteDecision(tx: PeopleWriter, { roundId, seq }: Decision): Promise<void> {
  const { mentoringDecisions } = tx.tables;
  await tx
    .delete(mentoringDecisions)
    .where(and(eq(mentoringDecisions.roundId, roundId), eq(mentoringDecisions.seq, seq)));
}

export async function newestRun(db: PeopleReader, roundId: string): Promise<StoredRun | undefined> {
  const { mentoringRuns } = db.tables;
  const [run] = await db
    .select()
    .from(mentoringRuns)
    .where(eq(mentoringRuns.roundId, roundId))
    .orderBy(desc(mentoringRuns.number))
    .limit(1);
  return run;
}

export async function runById(db: PeopleReader, roundId: string, id: string): Promise<StoredRun | undefined> {
  const { mentoringRuns } = db.tables;
  const [run] = await db
    .select()
    .from(mentoringRuns)
    .where(and(eq(mentoringRuns.roundId, roundId), eq(mentoringRuns.id, id)));
  return run;
}

export async function insertRun(tx: PeopleWriter, run: StoredRun): Promise<void> {
  await tx.insert(tx.tables.mentoringRuns).values(run);
}

export async function markConfirmed(tx: PeopleWriter, id: string, confirmedAt: Date): Promise<void> {
  const { mentoringRuns } = tx.tables;
  await tx.update(mentoringRuns).set({ confirmedAt }).where(eq(mentoringRuns.id, id));
}

export async function insertShortlist(tx: PeopleWriter, list: Shortlist): Promise<void> {
  await tx.insert(tx.tables.mentoringShortlists).values(list);
}

export async function openShortlists(db: PeopleReader, roundId: string): Promise<Shortlist[]> {
  const { mentoringShortlists } = db.tables;
  return db
    .select()
    .from(mentoringShortlists)
    .where(and(eq(mentoringShortlists.roundId, roundId), isNull(mentoringShortlists.settledAt)))
    .orderBy(asc(mentoringShortlists.closesAt), asc(mentoringShortlists.id));
}

export async function settleShortlist(tx: PeopleWriter, id: string, settledAt: Date): Promise<void> {
  const { mentoringShortlists } = tx.tables;
  await tx.update(mentoringShortlists).set({ settledAt }).where(eq(mentoringShortlists.id, id));
}
