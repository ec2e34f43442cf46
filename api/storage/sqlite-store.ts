/** A store in one SQLite file: one connection writes, another can only read. */
import { drizzle } from "drizzle-orm/better-sqlite3";
import {
  type AppliedMigration,
  MIGRATIONS_TABLE,
  type Migration,
  MigrationError,
  type MigrationTarget,
  migrate,
} from "./migrate.ts";
import { openSqliteFile, type SqliteFile } from "./sqlite-file.ts";
import { bytesOf, vacuum } from "./sqlite-vacuum.ts";
import { withStatementCache } from "./statement-cache.ts";
import { StorageError, withoutParameters } from "./storage-error.ts";
import {
  LARGEST_TIDIED_BYTES,
  type QueryBuilder,
  readerOf,
  type Store,
  type Writer,
  writerOf,
} from "./store.ts";
import { whenFree } from "./when-free.ts";
import { createWriteQueue, type WaitingWrite, type WriteQueue } from "./write-queue.ts";

/**
 * The log tells in which order rows were written, and keeps what was deleted. It is cut off so soon after a write that
 * the logs of two stores overlap by less than a second.
 */
const CUT_WITHIN_MILLISECONDS = 500;
/** Another program was reading. */
const CUT_AGAIN_MILLISECONDS = 200;

/**
 * Guarantee: only what both engines' builders have in common is used outside this folder (store.ts picks it), and a
 * query built by either is awaited, never run by a method that only SQLite has.
 */
function underPostgresType(db: unknown): QueryBuilder {
  return db as QueryBuilder;
}

async function runBatch<Tables>(
  client: SqliteFile,
  tx: Writer<Tables>,
  batch: readonly WaitingWrite<Writer<Tables>>[],
): Promise<void> {
  const done: WaitingWrite<Writer<Tables>>[] = [];
  try {
    await whenFree(() => client.exec("BEGIN IMMEDIATE"));
    for (const write of batch) {
      client.exec("SAVEPOINT oneWrite");
      try {
        await write.run(tx);
        client.exec("RELEASE oneWrite");
        done.push(write);
      } catch (error) {
        // A full disk or a damaged page undoes the whole transaction by itself.
        if (!client.inTransaction) throw error;
        client.exec("ROLLBACK TO oneWrite; RELEASE oneWrite");
        write.undone(withoutParameters(error));
      }
    }
    client.exec("COMMIT");
  } catch (error) {
    if (client.inTransaction) client.exec("ROLLBACK");
    // Promises settle once: writes that were told of their own error keep it.
    for (const write of batch) write.undone(withoutParameters(error));
    return;
  }
  for (const write of done) write.committed();
}

/** One transaction by itself, in which deleted pages are let go and not overwritten. */
async function discardIn<Tables, T>(
  client: SqliteFile,
  tx: Writer<Tables>,
  change: (tx: Writer<Tables>) => Promise<T>,
): Promise<T> {
  client.pragma("secure_delete = OFF");
  try {
    return await new Promise<T>((resolve, reject) => {
      let committed = () => {};
      const run = async (inside: Writer<Tables>): Promise<void> => {
        const value = await change(inside);
        committed = () => resolve(value);
      };
      void runBatch(client, tx, [{ run, committed: () => committed(), undone: reject }]);
    });
  } finally {
    client.pragma("secure_delete = ON");
  }
}

/** Cuts the log off; what it held is in the file by then, or deleted. @returns false if another program reads */
function cutLog(client: SqliteFile): boolean {
  const [result] = client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
  return result?.busy !== 1;
}

function requireCutLog(client: SqliteFile, file: string): void {
  if (!cutLog(client)) {
    throw new StorageError(
      "busy",
      "SQLITE_BUSY",
      `Another program reads ${file}, so its log could not be cut off. Stop that program and try again.`,
    );
  }
}

/** Cuts the log off a moment after the first write since the last cut. */
function cutSoon<Tx>(queue: WriteQueue<Tx>, client: SqliteFile) {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const wait = (milliseconds: number): void => {
    if (stopped) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      const cut = queue.alone(async () => {
        if (!cutLog(client)) wait(CUT_AGAIN_MILLISECONDS);
      });
      // A full disk, or a store that was closed meanwhile.
      cut.catch(() => wait(CUT_AGAIN_MILLISECONDS));
    }, milliseconds);
    timer.unref();
  };
  return {
    written: () => wait(CUT_WITHIN_MILLISECONDS),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function appliedSteps(client: SqliteFile): AppliedMigration[] {
  return client
    .prepare<[], AppliedMigration>(`SELECT "name", "hash" FROM "${MIGRATIONS_TABLE}" ORDER BY "name"`)
    .all();
}

function migrationTarget(client: SqliteFile, file: string): MigrationTarget {
  return {
    engine: "sqlite",
    database: file,
    applied: async () => {
      client.exec(
        `CREATE TABLE IF NOT EXISTS "${MIGRATIONS_TABLE}" ("name" TEXT PRIMARY KEY NOT NULL, "hash" TEXT NOT NULL) STRICT, WITHOUT ROWID`,
      );
      return appliedSteps(client);
    },
    apply: async (statements, step) => {
      // A table that is rebuilt is dropped on the way; with foreign keys on, its children's rows would go too.
      client.pragma("foreign_keys = OFF");
      try {
        client
          .transaction(() => {
            // Another process that starts at the same moment may have been faster.
            if (appliedSteps(client).some((past) => past.name === step.name)) return;
            for (const statement of statements) client.exec(statement);
            client.prepare(`INSERT INTO "${MIGRATIONS_TABLE}" VALUES (?, ?)`).run(step.name, step.hash);
            const broken = client.pragma("foreign_key_check");
            if (Array.isArray(broken) && broken.length > 0) {
              throw new MigrationError(
                `The step ${step.name} would leave ${broken.length} rows of ${file} that point to nothing. Nothing was changed. Restore a backup or report this.`,
              );
            }
          })
          .immediate();
      } finally {
        client.pragma("foreign_keys = ON");
      }
    },
  };
}

export interface SqliteStoreParts<Tables> {
  readonly tables: Tables;
  readonly migrations: readonly Migration[];
  /** False while a server uses the file. */
  readonly mayMigrate?: boolean | undefined;
}

/**
 * Opens the file, checks it and brings it to the newest schema.
 * @throws StorageError or MigrationError with a sentence for whoever starts the server
 */
export async function openSqliteStore<Tables>(
  file: string,
  { tables, migrations, mayMigrate }: SqliteStoreParts<Tables>,
): Promise<Store<Tables>> {
  const { writer, reader } = openSqliteFile(file);
  try {
    await migrate(migrationTarget(writer, file), migrations, mayMigrate);
  } catch (error) {
    reader.close();
    writer.close();
    throw withoutParameters(error);
  }
  const asking = readerOf(underPostgresType(drizzle(withStatementCache(reader))), tables);
  const tx = writerOf(underPostgresType(drizzle(withStatementCache(writer))), tables);
  const queue = createWriteQueue<Writer<Tables>>((batch) => runBatch(writer, tx, batch));
  const logs = cutSoon(queue, writer);
  // Of a server that was killed, or of the migration.
  logs.written();
  const rewrite = async () => {
    await vacuum(writer, file);
    requireCutLog(writer, file);
  };
  return {
    read: (ask) => ask(asking).catch((error: unknown) => Promise.reject(withoutParameters(error))),
    write: (change) => queue.write(change).finally(logs.written),
    discard: (change) => queue.alone(() => discardIn(writer, tx, change)).finally(logs.written),
    scrub: (patience) => queue.alone(() => whenFree(rewrite, patience)),
    tidy: () =>
      queue.alone(() => (bytesOf(writer) > LARGEST_TIDIED_BYTES ? Promise.resolve() : whenFree(rewrite))),
    close: async () => {
      logs.stop();
      await queue.close();
      if (writer.open) cutLog(writer);
      reader.close();
      // The last connection to close moves the log into the file and deletes it.
      writer.close();
    },
  };
}
