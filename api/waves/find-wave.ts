/** Finds the wave a request is about, or refuses in the same words for every wave that is not there. */
import { DomainError } from "../errors.ts";
import type { PeopleTables } from "../storage/people-tables.ts";
import type { Reader } from "../storage/store.ts";
import { type StoredWave, waveById } from "./store.ts";
import { mayChange } from "./wave-state.ts";

/** @throws DomainError "not-found" */
export async function findWave(db: Reader<PeopleTables>, id: string): Promise<StoredWave> {
  const wave = await waveById(db, id);
  if (wave === undefined) {
    throw new DomainError("not-found", "There is no such wave. Go back to the list of waves and choose one.");
  }
  return wave;
}

/** @throws DomainError "not-found"; "wrong-state" once the wave has been opened. */
export async function findDraft(db: Reader<PeopleTables>, id: string): Promise<StoredWave> {
  const wave = await findWave(db, id);
  if (!mayChange(wave.state)) {
    throw new DomainError(
      "wrong-state",
      "The wave has been opened. Lists, rules and dates that raters were told cannot change any more.",
    );
  }
  return wave;
}
