/** Opens a SQLite file the way both stores need it, or says in one sentence what is wrong with the file. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { StorageError, withoutParameters } from "./storage-error.ts";

export type SqliteFile = InstanceType<typeof Database>;

const BUSY_TIMEOUT_MILLISECONDS = 5000;
const BUSY_MILLISECONDS_WHILE_SERVING = 20;

/** Only the account that runs the server may read the data; SQLite gives its log files the same mode. */
export function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  closeSync(openSync(file, "a", 0o600));
  if (isNew) chmodSync(file, 0o600);
}

export function explainFile(file: string, error: unknown): StorageError {
  const scrubbed = withoutParameters(error);
  const { kind, code } =
    scrubbed instanceof StorageError ? scrubbed : new StorageError("failed", "unknown", "unknown");
  switch (kind) {
    case "damaged":
      return new StorageError(
        kind,
        code,
        `${file} is damaged or is not a database of Soundings (${code}). Nothing was changed. Move the file and those beside it with the endings -wal and -shm elsewhere, and restore the last backup in their place.`,
      );
    case "read-only":
      return new StorageError(
        kind,
        code,
        `${file} cannot be written (${code}). Nothing was changed. Give the account that runs Soundings read and write access to the file and its folder, or name another folder with --data.`,
      );
    case "full":
      return new StorageError(kind, code, `The disk that holds ${file} is full. Make room and start again.`);
    case "disk":
      return new StorageError(
        kind,
        code,
        `The disk that holds ${file} cannot be used (${code}). Check that it has room and works, and start again.`,
      );
    case "busy":
      return new StorageError(
        kind,
        code,
        `${file} is held by another program. Nothing was changed. Stop the other one and start again.`,
      );
    default:
      return new StorageError(kind, code, `${file} cannot be opened (${code}).`);
  }
}

function configure(client: SqliteFile): void {
  client.pragma("journal_mode = WAL");
  client.pragma("synchronous = FULL");
  client.pragma("secure_delete = ON");
  client.pragma("foreign_keys = ON");
  client.pragma("trusted_schema = OFF");
}

function checkFile(client: SqliteFile, file: string): void {
  const found = client.pragma("quick_check(1)", { simple: true });
  if (found === "ok") return;
  throw explainFile(file, { code: "SQLITE_CORRUPT" });
}

/** The connection that writes, and the one that can only read. */
export interface SqliteConnections {
  readonly writer: SqliteFile;
  readonly reader: SqliteFile;
}

/**
 * Opens or makes the file and checks it.
 * @throws StorageError with a sentence that names the file and what to do
 */
export function openSqliteFile(file: string): SqliteConnections {
  const opened: SqliteFile[] = [];
  try {
    makePrivateFile(file);
    const writer = new Database(file, { timeout: BUSY_TIMEOUT_MILLISECONDS });
    opened.push(writer);
    configure(writer);
    checkFile(writer, file);
    // Takes the write lock once, so that a file that cannot be written is found now and not at the first answer.
    writer.exec("BEGIN IMMEDIATE; COMMIT");
    const reader = new Database(file, { timeout: BUSY_TIMEOUT_MILLISECONDS });
    opened.push(reader);
    reader.pragma("query_only = ON");
    // SQLite waits by standing still, and everybody's requests with it: whoever writes waits in when-free.ts instead.
    for (const client of opened) client.pragma(`busy_timeout = ${BUSY_MILLISECONDS_WHILE_SERVING}`);
    return { writer, reader };
  } catch (error) {
    for (const client of opened) client.close();
    throw explainFile(file, error);
  }
}
