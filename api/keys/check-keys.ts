/** Tries the stored keys of waves, so that a wrong key-encryption key is found before anything depends on it. */
import { DomainError } from "../errors.ts";
import type { AnswerStore } from "../storage/answer-store.ts";
import { KeyError, type KeyRing } from "./key-ring.ts";
import { keyPurpose } from "./sealed-waves.ts";
import { everyWrappedKey, type WrappedKeys, wrappedKeysOf } from "./store.ts";

interface KeysInUse {
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
}

/** True if every key of the wave that still exists opens. */
function opens(keys: KeyRing, seal: WrappedKeys): boolean {
  const { wave } = seal;
  const wrapped = [
    { key: seal.ticketKeyWrapped, purpose: keyPurpose.ticket(wave) },
    { key: seal.sealKeyWrapped, purpose: keyPurpose.seal(wave) },
    { key: seal.datasetKeyWrapped, purpose: keyPurpose.dataset(wave) },
  ];
  try {
    for (const { key, purpose } of wrapped) if (key !== null) keys.unwrap(key, purpose);
    return true;
  } catch (error) {
    if (error instanceof KeyError) return false;
    throw error;
  }
}

const MOST_NAMED = 5;

/**
 * Tries the keys of all waves.
 * @throws KeyError with a sentence for whoever starts the server
 */
export async function requireKeysOfAllWaves({ answers, keys }: KeysInUse): Promise<void> {
  const seals = await answers.read(everyWrappedKey);
  const closed = seals.filter((seal) => !opens(keys, seal)).map(({ wave }) => wave);
  if (closed.length === 0) return;
  const named = closed.slice(0, MOST_NAMED).join(", ") + (closed.length > MOST_NAMED ? " and more" : "");
  throw new KeyError(
    `This key-encryption key does not open the keys of ${closed.length} of ${seals.length} waves (${named}). Nothing was changed. Start with the SOUNDINGS_KEY or key file that belongs to these stores.`,
  );
}

/**
 * To be asked before a wave is locked against answers, or its figures are begun.
 * @throws DomainError "wrong-state" if its keys do not open
 */
export async function requireKeysOf({ answers, keys }: KeysInUse, wave: string): Promise<void> {
  const seal = await answers.read((db) => wrappedKeysOf(db, wave));
  if (seal === undefined || opens(keys, seal)) return;
  throw new DomainError(
    "wrong-state",
    "The server has not the key that opens this wave's answers, so nothing was begun and nothing is lost. Whoever runs the server has to start it with the key that belongs to it.",
  );
}
