/** Whom the groups of a wave are about: names by digest, for sentences to its coordinator. */
import type { KeyRing } from "../keys/key-ring.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { subjectsOfWave } from "../waves/store.ts";
import { personDigest } from "./digests.ts";
import { existingLedgerKey } from "./note-wave.ts";

export async function namesByDigest(
  db: Reader<PeopleTables>,
  keys: KeyRing,
  wave: string,
): Promise<ReadonlyMap<string, string>> {
  const key = await existingLedgerKey(db, keys);
  if (key === undefined) return new Map();
  const subjects = await subjectsOfWave(db, wave);
  return new Map(subjects.map(({ personId, name }) => [personDigest(key, personId), name]));
}
