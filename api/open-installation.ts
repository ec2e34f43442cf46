/** Opens an installation for a process that changes it: both stores and the key that belongs to them, or a sentence. */
import { existsSync } from "node:fs";
import type { Config } from "./config.ts";
import { requireKeysOfAllWaves } from "./keys/check-keys.ts";
import { requireLinkKeys } from "./keys/check-link-keys.ts";
import { keyPlaceSentence } from "./keys/key-place.ts";
import { type KeyRing, openKeyRing } from "./keys/key-ring.ts";
import { holdsWaves } from "./keys/store.ts";
import { everyProgramme } from "./programmes/store.ts";
import { holdsPeople } from "./roster/store.ts";
import { type AnswerStore, openAnswerStore } from "./storage/answer-store.ts";
import { lockFolder, requireFolder } from "./storage/folder-lock.ts";
import { openPeopleStore, type PeopleStore } from "./storage/people-store.ts";

export interface OpenInstallation {
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
  readonly keys: KeyRing;
  close(): Promise<void>;
}

interface OpenStores {
  readonly people: PeopleStore;
  readonly answers: AnswerStore;
}

/** A new key beside anything that is there already would open nothing of it. */
async function areNew({ people, answers }: OpenStores): Promise<boolean> {
  if (await answers.read(holdsWaves)) return false;
  return people.read(async (db) => !(await holdsPeople(db)) && (await everyProgramme(db)).length === 0);
}

/**
 * Holds the data folder of SQLite files for this process alone until it is closed.
 * @param say told what whoever starts the process should know
 * @throws StorageError, MigrationError or KeyError with one sentence for whoever starts the process
 */
export async function openInstallation(
  config: Config,
  say: (sentence: string) => void = () => {},
): Promise<OpenInstallation> {
  // Whatever was opened before something failed is closed again, the last first.
  const opened: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    if (config.peopleUrl === undefined) opened.push(requireFolder(config.dataFolder).release);
    const people = await openPeopleStore(config);
    opened.push(people.close);
    const answers = await openAnswerStore(config);
    opened.push(answers.close);
    const isNewKey = !existsSync(config.keyFile);
    const keys = await openKeyRing({ ...config, storesAreNew: () => areNew({ people, answers }) });
    await requireKeysOfAllWaves({ answers, keys });
    await requireLinkKeys({ people, keys });
    const keyPlace = config.key === undefined ? keyPlaceSentence(config, isNewKey) : undefined;
    if (keyPlace !== undefined) say(keyPlace);
    return { people, answers, keys, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Runs a command that changes little and may do so beside a running server; while one runs, the schema stays as it is.
 * @throws StorageError or MigrationError with one sentence for whoever runs the command
 */
export async function besideServer<T>(
  config: Config,
  run: (config: Config & MayMigrate) => Promise<T>,
): Promise<T> {
  const lock = config.peopleUrl === undefined ? lockFolder(config.dataFolder) : undefined;
  try {
    return await run({ ...config, mayMigrate: lock !== undefined });
  } finally {
    lock?.release();
  }
}

interface MayMigrate {
  readonly mayMigrate: boolean;
}
