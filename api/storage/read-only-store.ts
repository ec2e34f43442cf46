/** A store that can only be looked at: an image of a SQLite file, or Postgres in transactions that may not write. */
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle as drizzleSqlite } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzlePostgres } from "drizzle-orm/node-postgres";
import { Client } from "pg";
import { ImageError, readSqliteImage, type SqliteImage } from "./sqlite-image.ts";
import { withoutParameters } from "./storage-error.ts";
import { type QueryBuilder, type Reader, readerOf } from "./store.ts";

export type StoredRow = Readonly<Record<string, unknown>>;

export interface ReadOnlyStore<Tables> {
  readonly engine: "sqlite" | "postgres";
  /** Named in sentences to whoever runs the command; without credentials. */
  readonly name: string;
  /** What lay on disk; undefined for Postgres. */
  readonly image: SqliteImage | undefined;
  read<T>(ask: (db: Reader<Tables>) => Promise<T>): Promise<T>;
  /** Rows of a query in the engine's own SQL, for what no table of ours tells. */
  rows(query: string): Promise<readonly StoredRow[]>;
  close(): Promise<void>;
}

/** Guarantee: as in sqlite-store.ts; the connection is an image in memory that refuses to be written. */
function underPostgresType(db: unknown): QueryBuilder {
  return db as QueryBuilder;
}

/** Guarantee: rows of any query are records of columns; better-sqlite3 types them as unknown. */
function asRows(rows: readonly unknown[]): readonly StoredRow[] {
  return rows as readonly StoredRow[];
}

/** @throws ImageError if the file is no database */
export async function openSqliteReadOnly<Tables>(
  file: string,
  tables: Tables,
): Promise<ReadOnlyStore<Tables>> {
  const image = await readSqliteImage(file);
  try {
    const client = new Database(Buffer.from(image.bytes));
    client.pragma("query_only = ON");
    client.pragma("trusted_schema = OFF");
    if (client.pragma("quick_check(1)", { simple: true }) !== "ok") throw new RangeError("damaged");
    const reader = readerOf(underPostgresType(drizzleSqlite(client)), tables);
    return {
      engine: "sqlite",
      name: file,
      image,
      read: (ask) => ask(reader).catch((error: unknown) => Promise.reject(withoutParameters(error))),
      rows: async (query) => asRows(client.prepare(query).all()),
      close: async () => {
        client.close();
      },
    };
  } catch {
    throw new ImageError(`${file} is damaged or is not a database of Soundings.`);
  }
}

/** @param db of whichever driver; each question is a transaction that Postgres does not let write */
export function readOnlyPostgres<Tables>(
  db: QueryBuilder,
  { name, tables, close }: { readonly name: string; readonly tables: Tables; close(): Promise<void> },
): ReadOnlyStore<Tables> {
  const mode = { accessMode: "read only", isolationLevel: "repeatable read" } as const;
  const scrubbed = (error: unknown) => Promise.reject(withoutParameters(error));
  return {
    engine: "postgres",
    name,
    image: undefined,
    read: (ask) => db.transaction((tx) => ask(readerOf(tx, tables)), mode).catch(scrubbed),
    rows: (query) =>
      db.transaction(async (tx) => rowsOf(await tx.execute(sql.raw(query))), mode).catch(scrubbed),
    close,
  };
}

/** Both Postgres drivers answer with an object that holds the rows. */
function rowsOf(result: unknown): readonly StoredRow[] {
  const rows: unknown = typeof result === "object" && result !== null ? Reflect.get(result, "rows") : [];
  return asRows(Array.isArray(rows) ? rows : []);
}

/** @throws ImageError with a sentence that names the setting and not its password */
export async function openPostgresReadOnly<Tables>(
  url: string,
  setting: string,
  tables: Tables,
): Promise<ReadOnlyStore<Tables>> {
  const client = new Client({
    connectionString: url,
    options: "-c default_transaction_read_only=on",
    connectionTimeoutMillis: 10_000,
    application_name: "soundings doctor",
  });
  try {
    await client.connect();
  } catch {
    throw new ImageError(
      `The database that ${setting} names was not reached. Check that it runs and that the address is right.`,
    );
  }
  return readOnlyPostgres(drizzlePostgres(client), {
    name: `The database that ${setting} names`,
    tables,
    close: () => client.end(),
  });
}

/** An image and where the trees of a table begin in it: the table itself and its indexes, by name. */
export interface TreesOfTable {
  readonly image: Buffer;
  readonly roots: ReadonlyMap<string, number>;
}

function treesIn(client: InstanceType<typeof Database>, table: string): ReadonlyMap<string, number> {
  const rows = client
    .prepare<[string], { name: string; rootpage: number }>(
      "SELECT name, rootpage FROM sqlite_schema WHERE tbl_name = ? AND rootpage > 0",
    )
    .all(table);
  return new Map(rows.map(({ name, rootpage }) => [name, rootpage]));
}

/** A table's trees as they lie in an image, and as they lie in what VACUUM makes of it, in memory. */
export function treesBeforeAndAfterRewriting(
  image: Buffer,
  table: string,
): { readonly found: TreesOfTable; readonly rewritten: TreesOfTable } {
  const client = new Database(Buffer.from(image));
  try {
    const found = { image, roots: treesIn(client, table) };
    client.exec("VACUUM");
    return { found, rewritten: { image: client.serialize(), roots: treesIn(client, table) } };
  } finally {
    client.close();
  }
}
