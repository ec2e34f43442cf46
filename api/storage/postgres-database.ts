/** Reaches a Postgres database by its address, or says in one sentence why not. */
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { MigrationError } from "./migrate.ts";
import { openPostgresStore, type PostgresDatabase, type PostgresStoreParts } from "./postgres-store.ts";
import { StorageError, withoutParameters } from "./storage-error.ts";
import type { Store } from "./store.ts";

/** Which setting names the database, for sentences that must not hold its password. */
export type PostgresSetting = "SOUNDINGS_PEOPLE_URL" | "SOUNDINGS_ANSWERS_URL";

const REASONS: Readonly<Record<string, string>> = {
  "28P01": "it does not accept the name and password. Correct them in the setting.",
  "28000": "it does not let this account in. Allow it there, or name another account in the setting.",
  "3D000": "the server has no database of this name. Create it, or correct the name in the setting.",
  "42501": "the account may not create tables there. Grant it, or name another account in the setting.",
  ENOTFOUND: "there is no host of this name. Correct it in the setting.",
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

function reach(url: string, setting: PostgresSetting): PostgresDatabase {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    application_name: "soundings",
  });
  // A connection that breaks while it rests is replaced at the next query; without a listener it would end the process.
  pool.on("error", () => {});
  return { db: drizzle(pool), name: `The database that ${setting} names`, close: () => pool.end() };
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
