/** Queries on sealed rows. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { AnswerReader, AnswerTables, AnswerWriter } from "../storage/answer-store.ts";
import type { RowKind } from "../storage/answer-tables.ts";
import { allPages, chunksOf } from "../storage/chunks.ts";

export type SealedRow = AnswerTables["sealedRows"]["$inferSelect"];

/** The rows of one kind in a wave. */
export interface RowsOfKind {
  readonly wave: string;
  readonly kind: RowKind;
}

export async function rowEpoch(db: AnswerReader, rows: RowsOfKind): Promise<Uint8Array | undefined> {
  const { rowEpochs } = db.tables;
  const [found] = await db
    .select({ epoch: rowEpochs.epoch })
    .from(rowEpochs)
    .where(and(eq(rowEpochs.wave, rows.wave), eq(rowEpochs.kind, rows.kind)));
  return found?.epoch;
}

export async function putRowEpoch(tx: AnswerWriter, rows: RowsOfKind, epoch: Uint8Array): Promise<void> {
  const { rowEpochs } = tx.tables;
  const { wave, kind } = rows;
  await tx
    .insert(rowEpochs)
    .values({ wave, kind, epoch })
    .onConflictDoUpdate({ target: [rowEpochs.wave, rowEpochs.kind], set: { epoch } });
}

export type RowMark = Pick<SealedRow, "key" | "subject" | "group" | "mark">;

type RowPlace = Pick<SealedRow, "key" | "subject" | "group">;

/** The rows of a wave, of one kind if one is given, in the order of their keys: so they lie in the file. */
async function rowPlaces(
  db: AnswerReader,
  { wave, kind }: Pick<RowsOfKind, "wave"> & Partial<RowsOfKind>,
): Promise<RowPlace[]> {
  const { sealedRows } = db.tables;
  const { key, subject, group } = sealedRows;
  const kinds: readonly RowKind[] = kind === undefined ? ["answer", "draft"] : [kind];
  const places: RowPlace[] = [];
  for (const one of kinds) {
    // Read from the index alone, whose last column is the key.
    const found = await allPages((after: RowPlace | undefined, rows) =>
      db
        .select({ key, subject, group })
        .from(sealedRows)
        .where(
          and(
            eq(sealedRows.wave, wave),
            eq(sealedRows.kind, one),
            after && sql`(${subject}, ${group}, ${key}) > (${after.subject}, ${after.group}, ${after.key})`,
          ),
        )
        .orderBy(asc(subject), asc(group), asc(key))
        .limit(rows),
    );
    for (const row of found) places.push(row);
  }
  return places.sort((a, b) => Buffer.compare(a.key, b.key));
}

/** All marks of the rows, without their boxes, in the order of their keys. */
export async function rowMarks(db: AnswerReader, rows: RowsOfKind): Promise<RowMark[]> {
  const { sealedRows } = db.tables;
  const marks: RowMark[] = [];
  for await (const part of chunksOf(await rowPlaces(db, rows))) {
    const keys = part.map(({ key }) => key);
    const { key, subject, group, mark } = sealedRows;
    const found = await db
      .select({ key, subject, group, mark })
      .from(sealedRows)
      .where(inArray(key, keys))
      .orderBy(asc(key));
    for (const row of found) marks.push(row);
  }
  return marks;
}

export type RowBox = Pick<SealedRow, "key" | "subject" | "group" | "box">;

export async function rowBoxes(db: AnswerReader, keys: readonly Uint8Array[]): Promise<RowBox[]> {
  const { sealedRows } = db.tables;
  return db
    .select({
      key: sealedRows.key,
      subject: sealedRows.subject,
      group: sealedRows.group,
      box: sealedRows.box,
    })
    .from(sealedRows)
    .where(inArray(sealedRows.key, [...keys]));
}

/** In place: mark and box keep their sizes. */
export async function overwriteRow(
  tx: AnswerWriter,
  { key, mark, box }: Pick<SealedRow, "key" | "mark" | "box">,
): Promise<void> {
  const { sealedRows } = tx.tables;
  await tx.update(sealedRows).set({ mark, box }).where(eq(sealedRows.key, key));
}

/** In the order of their keys, so that where they lie follows from these alone. */
export async function insertRows(tx: AnswerWriter, rows: readonly SealedRow[]): Promise<void> {
  for (const row of rows) await tx.insert(tx.tables.sealedRows).values(row);
}

/** Also where versions before kept them. */
export async function deleteRowsOfWave(tx: AnswerWriter, wave: string): Promise<void> {
  const { sealedRows, rowEpochs, responses, drafts } = tx.tables;
  for (const table of [sealedRows, rowEpochs, responses, drafts]) {
    await tx.delete(table).where(eq(table.wave, wave));
  }
}

/** The keys of all rows of a wave, in their order. */
export async function rowKeys(db: AnswerReader, wave: string): Promise<Uint8Array[]> {
  return (await rowPlaces(db, { wave })).map(({ key }) => key);
}

export async function deleteSomeRows(tx: AnswerWriter, keys: readonly Uint8Array[]): Promise<void> {
  const { sealedRows } = tx.tables;
  await tx.delete(sealedRows).where(inArray(sealedRows.key, [...keys]));
}

/** Answers and drafts where versions before kept them. */
export async function oldRows(db: AnswerReader, wave: string) {
  const { responses, drafts } = db.tables;
  return {
    answers: await db.select().from(responses).where(eq(responses.wave, wave)),
    drafts: await db.select().from(drafts).where(eq(drafts.wave, wave)),
  };
}

/** Waves whose boxes still open, and whether they have rows. */
export async function sealsWithKeys(db: AnswerReader) {
  const { waveSeals, rowEpochs } = db.tables;
  return db
    .selectDistinct({ wave: waveSeals.wave, rows: rowEpochs.wave })
    .from(waveSeals)
    .leftJoin(rowEpochs, eq(rowEpochs.wave, waveSeals.wave))
    .where(sql`${waveSeals.sealKeyWrapped} is not null`)
    .orderBy(asc(waveSeals.wave));
}
