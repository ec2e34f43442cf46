/** A store in one Postgres database, behind any number of server processes. */
import { sql } from "drizzle-orm";
import {
  type AppliedMigration,
  MIGRATIONS_TABLE,
  type Migration,
  type MigrationTarget,
  migrate,
} from "./migrate.ts";
import { withoutParameters } from "./storage-error.ts";
import { type QueryBuilder, readerOf, type Store, type Writer, writerOf } from "./store.ts";
import { createWriteQueue, type WaitingWrite } from "./write-queue.ts";

/** A database that is reached, by whichever driver. */
export interface PostgresDatabase {
  readonly db: QueryBuilder;
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

async function runBatch<Tables>(
  db: QueryBuilder,
  tables: Tables,
  batch: readonly WaitingWrite<Writer<Tables>>[],
): Promise<void> {
  const done: WaitingWrite<Writer<Tables>>[] = [];
  try {
    await db.transaction(async (tx) => {
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
      // Had a savepoint not been undone, Postgres would turn COMMIT into a silent ROLLBACK; this query fails then.
      await tx.execute(sql`select 1`);
    });
  } catch (error) {
    for (const write of batch) write.undone(withoutParameters(error));
    return;
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

function migrationTarget({ db, name }: PostgresDatabase): MigrationTarget {
  const table = sql.identifier(MIGRATIONS_TABLE);
  return {
    engine: "postgres",
    database: name,
    applied: () =>
      db.transaction(async (tx) => {
        await lockWriters(tx);
        await tx.execute(
          sql`create table if not exists ${table} ("name" text primary key not null, "hash" text not null)`,
        );
        return appliedSteps(tx);
      }),
    apply: (statements, step) =>
      db.transaction(async (tx) => {
        await lockWriters(tx);
        // Another process that starts at the same moment may have been faster.
        if ((await appliedSteps(tx)).some((past) => past.name === step.name)) return;
        for (const statement of statements) await tx.execute(sql.raw(statement));
        await tx.execute(sql`insert into ${table} values (${step.name}, ${step.hash})`);
      }),
  };
}

/**
 * Row ids (ctid) and transaction ids (xmin) tell the order of arrival, also after VACUUM FULL. Rows put back in the
 * order of their random keys by one transaction into an emptied table tell nothing.
 */
async function rewrite(db: QueryBuilder, tables: readonly string[]): Promise<void> {
  await db.transaction(async (tx) => {
    await lockWriters(tx);
    const kept = (name: string) => sql.identifier(`kept ${name}`);
    for (const name of tables) {
      await tx.execute(
        sql`create temporary table ${kept(name)} on commit drop as select * from ${sql.identifier(name)}`,
      );
    }
    // All at once, because some of them point to others.
    await tx.execute(
      sql`truncate ${sql.join(
        tables.map((name) => sql.identifier(name)),
        sql`, `,
      )}`,
    );
    for (const name of tables) {
      // The first column is the key.
      await tx.execute(sql`insert into ${sql.identifier(name)} select * from ${kept(name)} order by 1`);
    }
  });
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
  const queue = createWriteQueue<Writer<Tables>>((batch) => runBatch(db, parts.tables, batch));
  return {
    read: (ask) => ask(asking).catch((error: unknown) => Promise.reject(withoutParameters(error))),
    write: (change) => queue.write(change),
    scrub: () =>
      queue.alone(() =>
        rewrite(db, parts.scrubbed).catch((error: unknown) => Promise.reject(withoutParameters(error))),
      ),
    close: async () => {
      await queue.close();
      await database.close();
    },
  };
}
