/** Queries on which generation of which installation each store belongs to, and on waves that only one of them has. */
import { ne } from "drizzle-orm";
import type { AnswerReader, AnswerWriter } from "../storage/answer-store.ts";
import type { PeopleReader, PeopleWriter } from "../storage/people-store.ts";

export async function peopleGeneration(db: PeopleReader) {
  const [found] = await db.select().from(db.tables.storeGenerations);
  return found;
}

export async function answersGeneration(db: AnswerReader) {
  const [found] = await db.select().from(db.tables.storeGenerations);
  return found;
}

export type PeopleGeneration = NonNullable<Awaited<ReturnType<typeof peopleGeneration>>>;
export type AnswersGeneration = NonNullable<Awaited<ReturnType<typeof answersGeneration>>>;

export async function putPeopleGeneration(tx: PeopleWriter, row: PeopleGeneration): Promise<void> {
  await tx.delete(tx.tables.storeGenerations);
  await tx.insert(tx.tables.storeGenerations).values(row);
}

export async function putAnswersGeneration(tx: AnswerWriter, row: AnswersGeneration): Promise<void> {
  await tx.delete(tx.tables.storeGenerations);
  await tx.insert(tx.tables.storeGenerations).values(row);
}

/** Waves that were opened or taken in: each has its seal in the other store. */
export async function wavesBegun(db: PeopleReader): Promise<readonly string[]> {
  const { waves } = db.tables;
  return (await db.select({ id: waves.id }).from(waves).where(ne(waves.state, "draft"))).map(({ id }) => id);
}

export async function wavesKnown(db: PeopleReader): Promise<readonly string[]> {
  return (await db.select({ id: db.tables.waves.id }).from(db.tables.waves)).map(({ id }) => id);
}

export async function wavesSealed(db: AnswerReader): Promise<readonly string[]> {
  const { waveSeals } = db.tables;
  return (await db.select({ wave: waveSeals.wave }).from(waveSeals)).map(({ wave }) => wave);
}
