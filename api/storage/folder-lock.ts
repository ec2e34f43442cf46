/** Of all processes one serves a data folder: a lock that the operating system takes back when its holder dies. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { explainFile, makePrivateFile } from "./sqlite-file.ts";
import { StorageError } from "./storage-error.ts";

/** @throws StorageError with a sentence that names the folder */
export function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { kind, code } = explainFile(folder, error);
    throw new StorageError(
      kind,
      code,
      `The data folder ${folder} cannot be made or used (${code}). Nothing was changed. Name a folder with --data whose place the account that runs Soundings may write.`,
    );
  }
}

export interface FolderLock {
  release(): void;
}

/**
 * An empty SQLite file that is held by a transaction. Nothing is written to it, so that a killed process leaves
 * nothing behind; the lock itself goes with its process.
 *
 * @returns undefined if another process holds it
 * @throws StorageError with a sentence that names the file
 */
export function lockFolder(dataFolder: string): FolderLock | undefined {
  makeDataFolder(dataFolder);
  const file = join(dataFolder, "serving.lock");
  let client: InstanceType<typeof Database> | undefined;
  try {
    makePrivateFile(file);
    client = new Database(file, { timeout: 0 });
    client.exec("BEGIN EXCLUSIVE");
    const held = client;
    return { release: () => held.close() };
  } catch (error) {
    client?.close();
    const explained = explainFile(file, error);
    if (explained.kind === "busy") return undefined;
    throw explained;
  }
}

/** @throws StorageError with a sentence for whoever starts the second one */
export function requireFolder(dataFolder: string): FolderLock {
  const lock = lockFolder(dataFolder);
  if (lock !== undefined) return lock;
  throw new StorageError(
    "busy",
    "SQLITE_BUSY",
    `Another process of Soundings serves ${dataFolder} already. Nothing was changed. Stop it first, or name another folder with --data.`,
  );
}
