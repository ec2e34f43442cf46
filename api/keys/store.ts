/** Queries on the public facts and wrapped keys of waves. */
import { eq } from "drizzle-orm";
import type { AnswerReader, AnswerTables, AnswerWriter } from "../storage/answer-store.ts";

export type WaveSeal = AnswerTables["waveSeals"]["$inferSelect"];
type SealPhase = WaveSeal["phase"];

export async function waveSeal(db: AnswerReader, wave: string): Promise<WaveSeal | undefined> {
  const { waveSeals } = db.tables;
  const [found] = await db.select().from(waveSeals).where(eq(waveSeals.wave, wave));
  return found;
}

/** The phase alone: a manifest can be large, and this is asked for every request. */
export async function sealPhase(db: AnswerReader, wave: string): Promise<SealPhase | undefined> {
  const { waveSeals } = db.tables;
  const [found] = await db.select({ phase: waveSeals.phase }).from(waveSeals).where(eq(waveSeals.wave, wave));
  return found?.phase;
}

/** What may change of a sealed wave. */
export interface SealState {
  readonly phase: SealPhase;
  /** The wrapped seal key, which changes when a draft is sealed anew; null once destroyed. */
  readonly key: Uint8Array | null;
  readonly amendments: WaveSeal["amendments"];
}

/** Without the manifest: it can be large, and this is asked for every request. */
export async function sealState(db: AnswerReader, wave: string): Promise<SealState | undefined> {
  const { waveSeals } = db.tables;
  const [found] = await db
    .select({ phase: waveSeals.phase, key: waveSeals.sealKeyWrapped, amendments: waveSeals.amendments })
    .from(waveSeals)
    .where(eq(waveSeals.wave, wave));
  return found;
}

type NewWaveSeal = AnswerTables["waveSeals"]["$inferInsert"];

export async function insertWaveSeal(tx: AnswerWriter, seal: NewWaveSeal): Promise<void> {
  await tx.insert(tx.tables.waveSeals).values(seal);
}

export async function deleteWaveSeal(tx: AnswerWriter, wave: string): Promise<void> {
  await tx.delete(tx.tables.waveSeals).where(eq(tx.tables.waveSeals.wave, wave));
}

export async function updateWaveSeal(
  tx: AnswerWriter,
  wave: string,
  fields: Partial<Omit<WaveSeal, "wave" | "definitionId">>,
): Promise<void> {
  await tx.update(tx.tables.waveSeals).set(fields).where(eq(tx.tables.waveSeals.wave, wave));
}

export async function definitionText(db: AnswerReader, definitionId: string): Promise<string | undefined> {
  const { definitions } = db.tables;
  const [found] = await db
    .select({ canonical: definitions.canonical })
    .from(definitions)
    .where(eq(definitions.id, definitionId));
  return found?.canonical;
}

/** A wave's keys as stored; null once destroyed. */
export type WrappedKeys = Pick<
  WaveSeal,
  "wave" | "ticketKeyWrapped" | "sealKeyWrapped" | "datasetKeyWrapped"
>;

function selectWrappedKeys(db: AnswerReader) {
  const { waveSeals } = db.tables;
  return db
    .select({
      wave: waveSeals.wave,
      ticketKeyWrapped: waveSeals.ticketKeyWrapped,
      sealKeyWrapped: waveSeals.sealKeyWrapped,
      datasetKeyWrapped: waveSeals.datasetKeyWrapped,
    })
    .from(waveSeals);
}

export async function everyWrappedKey(db: AnswerReader): Promise<WrappedKeys[]> {
  return selectWrappedKeys(db);
}

export async function wrappedKeysOf(db: AnswerReader, wave: string): Promise<WrappedKeys | undefined> {
  const [found] = await selectWrappedKeys(db).where(eq(db.tables.waveSeals.wave, wave));
  return found;
}

export async function holdsWaves(db: AnswerReader): Promise<boolean> {
  return (await db.$count(db.tables.waveSeals)) > 0;
}
