/** Queries that show whether a store can be written, and change nothing that anybody reads. */
import { eq } from "drizzle-orm";
import type { AnswerWriter } from "../storage/answer-store.ts";
import type { PeopleWriter } from "../storage/people-store.ts";

/** One row, written over and over: a full disk refuses it. */
export async function noteHealth(tx: PeopleWriter, now: Date): Promise<void> {
  const { clockSightings } = tx.tables;
  const row = { what: "health", firstAt: now, lastAt: now };
  await tx.insert(clockSightings).values(row).onConflictDoUpdate({ target: clockSightings.what, set: row });
}

/** Takes the writers' lock and writes no row: nothing in this store may tell a time. */
export async function touchAnswers(tx: AnswerWriter): Promise<void> {
  const { drafts } = tx.tables;
  await tx.delete(drafts).where(eq(drafts.wave, ""));
}
