/** The migrated schema is the one the tables describe, and the responses store's keeps no order and no time. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { schemaViolations } from "../../api/doctor/schema-rules.ts";
import { openAnswerStore } from "../../api/storage/answer-store.ts";
import { answerMigrations } from "../../api/storage/migrations/answers.ts";
import { peopleMigrations } from "../../api/storage/migrations/people.ts";
import { openPeopleStore } from "../../api/storage/people-store.ts";
import type { StoredRow } from "../../api/storage/read-only-store.ts";
import { type StoreName, schemaFromTables } from "../support/schema-from-tables.ts";
import { type InProcessPostgres, inProcessPostgres } from "../support/stores.ts";

type SqliteDatabase = InstanceType<typeof Database>;

/** Guarantee: rows of any query are records of columns. */
function violationsIn(db: SqliteDatabase): Promise<string[]> {
  return schemaViolations("sqlite", async (query) => db.prepare(query).all() as StoredRow[]);
}

const STORES: readonly StoreName[] = ["people", "answers"];

/** Tables, columns, keys and indexes, independent of how the SQL that made them was written. */
function describeSqlite(db: SqliteDatabase): unknown {
  const tables = db
    .prepare<[], { name: string }>(
      "SELECT name, wr, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND name <> 'schemaMigrations' ORDER BY name",
    )
    .all();
  return tables.map((table) => ({
    ...table,
    columns: db
      .prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?) ORDER BY name')
      .all(table.name),
    foreignKeys: db
      .prepare('SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"')
      .all(table.name),
    indexes: db
      .prepare<[string], { name: string }>(
        "SELECT name, \"unique\" FROM pragma_index_list(?) WHERE origin <> 'pk' ORDER BY name",
      )
      .all(table.name)
      .map((index) => ({
        ...index,
        columns: db.prepare("SELECT name FROM pragma_index_info(?) ORDER BY seqno").all(index.name),
      })),
  }));
}

describe("the schema on SQLite", () => {
  let dataFolder: string;
  beforeEach(() => {
    dataFolder = mkdtempSync(join(tmpdir(), "soundings-schema-"));
  });
  afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

  async function migrated(store: StoreName): Promise<SqliteDatabase> {
    const open = store === "people" ? openPeopleStore : openAnswerStore;
    await (await open({ dataFolder })).close();
    return new Database(join(dataFolder, store === "people" ? "identity.sqlite" : "responses.sqlite"));
  }

  it.each(STORES)("of %s is what the tables in the code say", async (store) => {
    const fromTables = new Database(":memory:");
    for (const statement of await schemaFromTables(store, "sqlite")) fromTables.exec(statement);
    const db = await migrated(store);
    expect(describeSqlite(db)).toEqual(describeSqlite(fromTables));
    db.close();
  });

  it.each(STORES)("of %s is strict and without row ids", async (store) => {
    const db = await migrated(store);
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND (wr = 0 OR strict = 0)",
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  it("of responses keeps no order of arrival and no time", async () => {
    const db = await migrated("answers");
    expect(await violationsIn(db)).toEqual([]);
    db.close();
  });

  it("of responses has no place for a person, a link or an address", async () => {
    const db = await migrated("answers");
    const columns = db.prepare("SELECT name FROM pragma_table_info('responses') ORDER BY cid").pluck().all();
    expect(columns).toEqual(["spend", "wave", "subject", "group", "bodyHash", "box"]);
    expect(db.prepare("SELECT name FROM pragma_table_info('drafts') ORDER BY cid").pluck().all()).toEqual([
      "id",
      "wave",
      "box",
    ]);
    db.close();
  });

  it.each([
    ["rowid table", "CREATE TABLE a (k BLOB PRIMARY KEY) STRICT"],
    ["autoincrement", "CREATE TABLE a (k INTEGER PRIMARY KEY AUTOINCREMENT)"],
    ["sounds like a time", "CREATE TABLE a (k BLOB PRIMARY KEY, submittedAt TEXT) STRICT, WITHOUT ROWID"],
    ["is a number", "CREATE TABLE a (k BLOB PRIMARY KEY, n INTEGER) STRICT, WITHOUT ROWID"],
    ["not strict", "CREATE TABLE a (k BLOB PRIMARY KEY) WITHOUT ROWID"],
    [
      "made by the database",
      "CREATE TABLE a (k BLOB PRIMARY KEY, d TEXT DEFAULT CURRENT_TIMESTAMP) STRICT, WITHOUT ROWID",
    ],
    [
      "trigger",
      "CREATE TABLE a (k BLOB PRIMARY KEY) STRICT, WITHOUT ROWID; CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END",
    ],
  ])("would be refused for a %s", async (word, statement) => {
    const db = new Database(":memory:");
    db.exec(statement);
    expect((await violationsIn(db)).join("; ")).toContain(word);
  });
});

describe("the schema on Postgres", () => {
  let database: InProcessPostgres;
  const rows = async (query: string) => (await database.pglite.query<StoredRow>(query)).rows;
  const describePostgres = async () => ({
    columns: await rows(
      "SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
    ),
    indexes: await rows("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1"),
    constraints: await rows(
      "SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1",
    ),
  });
  const empty = () => database.pglite.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");

  beforeAll(async () => {
    database = inProcessPostgres();
    await database.pglite.waitReady;
  }, 180_000);
  afterAll(() => database.close());

  it.each([
    ["people", peopleMigrations],
    ["answers", answerMigrations],
  ] as const)("of %s is what the tables in the code say", async (store, migrations) => {
    await empty();
    for (const step of migrations)
      for (const statement of step.postgres) await database.pglite.exec(statement);
    const found = await describePostgres();
    await empty();
    for (const statement of await schemaFromTables(store, "postgres")) await database.pglite.exec(statement);
    expect(found).toEqual(await describePostgres());
  });

  it("of responses keeps no sequence, trigger, time or default", async () => {
    await empty();
    for (const step of answerMigrations) {
      for (const statement of step.postgres) await database.pglite.exec(statement);
    }
    expect(await schemaViolations("postgres", rows)).toEqual([]);
    await database.pglite.exec(
      "CREATE TABLE weak (id serial PRIMARY KEY, at timestamptz DEFAULT now(), u uuid)",
    );
    expect((await schemaViolations("postgres", rows)).length).toBeGreaterThanOrEqual(5);
  });
});
