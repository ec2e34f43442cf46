/** Queries behind the rater's page: public facts of one wave. */
import { eq } from "drizzle-orm";
import type { Manifest } from "../../surveys/manifest.ts";
import type { AnswerReader } from "../storage/answer-store.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import type { SealPhase } from "../storage/wave-tables.ts";

export interface SealedWave {
  readonly manifest: Manifest;
  readonly phase: SealPhase;
  readonly canonical: string;
}

export async function sealedWave(db: AnswerReader, wave: string): Promise<SealedWave | undefined> {
  const { waveSeals, definitions } = db.tables;
  const [found] = await db
    .select({ manifest: waveSeals.manifest, phase: waveSeals.phase, canonical: definitions.canonical })
    .from(waveSeals)
    .innerJoin(definitions, eq(definitions.id, waveSeals.definitionId))
    .where(eq(waveSeals.wave, wave));
  return found;
}

export interface NamedWave {
  readonly title: string;
  readonly closesAt: Date | null;
  readonly programme: string;
}

export async function namedWave(db: Reader<PeopleTables>, wave: string): Promise<NamedWave | undefined> {
  const { waves, programmes } = db.tables;
  const [found] = await db
    .select({ title: waves.title, closesAt: waves.closesAt, programme: programmes.name })
    .from(waves)
    .innerJoin(programmes, eq(programmes.id, waves.programmeId))
    .where(eq(waves.id, wave));
  return found;
}
