/** Reaches a Postgres database by its address, or says in one sentence why not. */
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool, type PoolClient } from "pg";
import { MigrationError } from "./migrate.ts";
import { openPostgresStore, type PostgresDatabase, type PostgresStoreParts } from "./postgres-store.ts";
import { StorageError, withoutParameters } from "./storage-error.ts";
import type { QueryBuilder, Store } from "./store.ts";

/** Which setting names the database, for sentences that must not hold its password. */
export type PostgresSetting = "SOUNDINGS_PEOPLE_URL" | "SOUNDINGS_ANSWERS_URL";

const REASONS: Readonly<Record<string, string>> = {
  "28P01": "it does not accept the name and password. Correct them in the setting.",
  "28000": "it does not let this account in. Allow it there, or name another account in the setting.",
  "3D000": "the server has no database of this name. Create it, or correct the name in the setting.",
  "42501": "the account may not create tables there. Grant it, or name another account in the setting.",
  ENOTFOUND: "there is no host of this name. Correct it in the setting.",
  "57P03": "it is starting or stopping just now. Try again in a moment.",
  "53300": "it has no connection left. Allow more there, or stop other programs that use it.",
};

function explain(setting: PostgresSetting, error: unknown): unknown {
  if (error instanceof MigrationError) return error;
  const scrubbed = withoutParameters(error);
  const { kind, code } =
    scrubbed instanceof StorageError ? scrubbed : new StorageError("busy", "no answer", "");
  const reason =
    REASONS[code] ?? "it was not reached. Check that it runs and that the address in the setting is right.";
  return new StorageError(
    kind,
    code,
    `The database that ${setting} names cannot be used: ${reason} Nothing was changed. (${code})`,
  );
}

/** Longer waits for another's lock are answered as busy; by then whoever asked has given up. */
const LOCK_MILLISECONDS = 10_000;
/** A process that stands still in the middle of a transaction gives the writers' lock back after this long. */
const IDLE_IN_TRANSACTION_MILLISECONDS = 60_000;

const ignoreLoss = (): void => {
  // Whatever runs on the connection is told by its own rejection.
};

function newPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    lock_timeout: LOCK_MILLISECONDS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MILLISECONDS,
    keepAlive: true,
    application_name: "soundings",
  });
  // Without a listener a connection that breaks would end the process: while it rests in the pool the pool emits the
  // event, while somebody holds it the connection itself does.
  pool.on("error", ignoreLoss);
  pool.on("connect", (client: PoolClient) => client.on("error", ignoreLoss));
  return pool;
}

/**
 * One connection for one transaction. After any failure it is thrown away: what it broke on may still hold it.
 * (drizzle's own transaction on a pool keeps a connection for ever whose BEGIN fails.)
 */
async function inTransaction<T>(pool: Pool, run: (tx: QueryBuilder) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    const value = await drizzle(client).transaction(run);
    failed = false;
    return value;
  } finally {
    client.release(failed);
  }
}

function reach(url: string, setting: PostgresSetting): PostgresDatabase {
  const pool = newPool(url);
  return {
    db: drizzle(pool),
    transaction: (run) => inTransaction(pool, run),
    name: `The database that ${setting} names`,
    close: () => pool.end(),
  };
}

/** @throws StorageError or MigrationError with a sentence for whoever starts the server */
export async function openPostgresStoreAt<Tables>(
  url: string,
  setting: PostgresSetting,
  parts: PostgresStoreParts<Tables>,
): Promise<Store<Tables>> {
  const database = reach(url, setting);
  try {
    return await openPostgresStore(database, parts);
  } catch (error) {
    await database.close();
    throw explain(setting, error);
  }
}
