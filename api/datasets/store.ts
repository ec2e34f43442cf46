/** Queries on datasets, releases and tombstones. */
import { count, eq, isNull } from "drizzle-orm";
import type { AnswerReader, AnswerTables, AnswerWriter } from "../storage/answer-store.ts";

export type StoredDataset = AnswerTables["datasets"]["$inferSelect"];
export type NewRelease = AnswerTables["releases"]["$inferInsert"];

export async function storedDataset(db: AnswerReader, wave: string): Promise<StoredDataset | undefined> {
  const { datasets } = db.tables;
  const [found] = await db.select().from(datasets).where(eq(datasets.wave, wave));
  return found;
}

export async function insertDataset(tx: AnswerWriter, dataset: StoredDataset): Promise<void> {
  await tx.insert(tx.tables.datasets).values(dataset);
}

export async function deleteDataset(tx: AnswerWriter, wave: string): Promise<void> {
  const { datasets } = tx.tables;
  await tx.delete(datasets).where(eq(datasets.wave, wave));
}

/** Replaces a release of the same subject: until all are there, nobody reads any. */
export async function putRelease(tx: AnswerWriter, release: NewRelease): Promise<void> {
  const { releases } = tx.tables;
  await tx.insert(releases).values(release).onConflictDoUpdate({ target: releases.id, set: release });
}

export async function countReleases(db: AnswerReader, wave: string): Promise<number> {
  const { releases } = db.tables;
  const [counted] = await db.select({ releases: count() }).from(releases).where(eq(releases.wave, wave));
  return counted?.releases ?? 0;
}

export async function insertTombstone(
  tx: AnswerWriter,
  tombstone: AnswerTables["tombstones"]["$inferInsert"],
): Promise<void> {
  await tx.insert(tx.tables.tombstones).values(tombstone).onConflictDoNothing();
}

export async function hasTombstone(db: AnswerReader, wave: string): Promise<boolean> {
  const { tombstones } = db.tables;
  return (await db.$count(tombstones, eq(tombstones.wave, wave))) > 0;
}

/** Public facts of waves that may still hold a dataset. */
export async function sealsWithoutTombstone(db: AnswerReader) {
  const { waveSeals, tombstones } = db.tables;
  return db
    .select({ wave: waveSeals.wave, phase: waveSeals.phase, manifest: waveSeals.manifest })
    .from(waveSeals)
    .leftJoin(tombstones, eq(tombstones.wave, waveSeals.wave))
    .where(isNull(tombstones.wave));
}
