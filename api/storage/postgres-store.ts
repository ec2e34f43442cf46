/** A store in one Postgres database, behind any number of server processes. */
import { sql } from "drizzle-orm";
import {
  type AppliedMigration,
  MIGRATIONS_TABLE,
  type Migration,
  type MigrationTarget,
  migrate,
} from "./migrate.ts";
import { rewriteOrYield } from "./postgres-rewrite.ts";
import { StorageError, withoutParameters } from "./storage-error.ts";
import { type QueryBuilder, readerOf, type Store, type Writer, writerOf } from "./store.ts";
import { createWriteQueue, type WaitingWrite } from "./write-queue.ts";

/** A database that is reached, by whichever driver. */
export interface PostgresDatabase {
  /** For single queries, on any connection. */
  readonly db: QueryBuilder;
  /** Runs in one transaction on one connection; a connection that fails is not used again. */
  transaction<T>(run: (tx: QueryBuilder) => Promise<T>): Promise<T>;
  /** Named in sentences to whoever runs the server; without credentials. */
  readonly name: string;
  close(): Promise<void>;
}

export interface PostgresStoreParts<Tables> {
  readonly tables: Tables;
  readonly migrations: readonly Migration[];
  /** Tables that scrub() rewrites, by name, parents first; no table that is not named here points to them. */
  readonly scrubbed: readonly string[];
}

/** Of this program's advisory lock: one writer at a time in a database, whichever process it belongs to. */
const WRITER_LOCK = 7_365_117;

async function lockWriters(tx: QueryBuilder): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(WRITER_LOCK))})`);
}

/**
 * Its number, once something was written. Had a savepoint not been undone, Postgres would turn COMMIT into a silent
 * ROLLBACK; this query fails then.
 */
async function transactionNumber(tx: QueryBuilder): Promise<string | undefined> {
  const [row] = await tx
    .select({ number: sql<string | null>`txid_current_if_assigned()::text` })
    .from(sql`(select 1) as one`);
  return row?.number ?? undefined;
}

const CERTAINTY_MILLISECONDS = 15_000;
const ASK_AGAIN_MILLISECONDS = 250;

/** What became of a transaction whose connection broke at COMMIT: the database knows, once it is reached again. */
async function wasCommitted({ db }: PostgresDatabase, number: string): Promise<boolean | undefined> {
  const end = performance.now() + CERTAINTY_MILLISECONDS;
  while (performance.now() < end) {
    const status = await db
      .select({ status: sql<string | null>`txid_status(${number}::bigint)` })
      .from(sql`(select 1) as one`)
      .then(([row]) => row?.status ?? "forgotten")
      .catch(() => "not reached");
    if (status === "committed" || status === "aborted") return status === "committed";
    if (status === "forgotten") return undefined;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  }
  return undefined;
}

const UNCERTAIN = new StorageError(
  "uncertain",
  "no-connection",
  "The database was lost while a change was being stored, and does not say whether it was.",
);

async function runBatch<Tables>(
  database: PostgresDatabase,
  tables: Tables,
  batch: readonly WaitingWrite<Writer<Tables>>[],
): Promise<void> {
  const done: WaitingWrite<Writer<Tables>>[] = [];
  let number: string | undefined;
  try {
    await database.transaction(async (tx) => {
      await lockWriters(tx);
      for (const write of batch) {
        try {
          // A transaction inside a transaction is a savepoint.
          await tx.transaction((inner) => write.run(writerOf(inner, tables)));
          done.push(write);
        } catch (error) {
          write.undone(withoutParameters(error));
        }
      }
      number = await transactionNumber(tx);
    });
  } catch (error) {
    const committed = number === undefined ? false : await wasCommitted(database, number);
    if (committed !== true) {
      const fate = committed === false ? withoutParameters(error) : UNCERTAIN;
      for (const write of batch) write.undone(fate);
      return;
    }
  }
  for (const write of done) write.committed();
}

async function appliedSteps(db: QueryBuilder): Promise<AppliedMigration[]> {
  const table = sql.identifier(MIGRATIONS_TABLE);
  const found = await db
    .select({ name: sql<string>`"name"`, hash: sql<string>`"hash"` })
    .from(sql`${table}`)
    .orderBy(sql`"name"`);
  return found;
}

function migrationTarget({ transaction, name }: PostgresDatabase): MigrationTarget {
  const table = sql.identifier(MIGRATIONS_TABLE);
  return {
    engine: "postgres",
    database: name,
    applied: () =>
      transaction(async (tx) => {
        await lockWriters(tx);
        await tx.execute(
          sql`create table if not exists ${table} ("name" text primary key not null, "hash" text not null)`,
        );
        return appliedSteps(tx);
      }),
    apply: (statements, step) =>
      transaction(async (tx) => {
        await lockWriters(tx);
        // Another process that starts at the same moment may have been faster.
        if ((await appliedSteps(tx)).some((past) => past.name === step.name)) return;
        for (const statement of statements) await tx.execute(sql.raw(statement));
        await tx.execute(sql`insert into ${table} values (${step.name}, ${step.hash})`);
      }),
  };
}

/**
 * Brings the database to the newest schema.
 * @throws StorageError or MigrationError
 */
export async function openPostgresStore<Tables>(
  database: PostgresDatabase,
  parts: PostgresStoreParts<Tables>,
): Promise<Store<Tables>> {
  const { db } = database;
  await migrate(migrationTarget(database), parts.migrations);
  const asking = readerOf(db, parts.tables);
  const queue = createWriteQueue<Writer<Tables>>((batch) => runBatch(database, parts.tables, batch));
  return {
    read: (ask) => ask(asking).catch((error: unknown) => Promise.reject(withoutParameters(error))),
    write: (change) => queue.write(change),
    discard: (change) => queue.write(change),
    scrub: (patience) =>
      rewriteOrYield(
        (attempt) => queue.alone(() => database.transaction((tx) => lockWriters(tx).then(() => attempt(tx)))),
        { ...parts, name: database.name },
        patience,
      ),
    tidy: async () => {},
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}
