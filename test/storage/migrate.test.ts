/** Migrations go forward only, keep every row, and refuse databases they do not understand. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Migration } from "../../api/storage/migrate.ts";
import { answerMigrations } from "../../api/storage/migrations/answers.ts";
import { peopleMigrations } from "../../api/storage/migrations/people.ts";
import { openPostgresStore } from "../../api/storage/postgres-store.ts";
import { openSqliteStore } from "../../api/storage/sqlite-store.ts";
import { inProcessPostgres } from "../support/stores.ts";

const FIRST: Migration = {
  name: "0001-first",
  sqlite: [
    `CREATE TABLE "parent" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL) STRICT, WITHOUT ROWID`,
    `CREATE TABLE "child" ("id" text PRIMARY KEY NOT NULL, "parentId" text NOT NULL REFERENCES "parent"("id") ON DELETE CASCADE) STRICT, WITHOUT ROWID`,
  ],
  postgres: [
    `CREATE TABLE "parent" ("id" text PRIMARY KEY NOT NULL, "name" text NOT NULL)`,
    `CREATE TABLE "child" ("id" text PRIMARY KEY NOT NULL, "parentId" text NOT NULL REFERENCES "parent"("id") ON DELETE CASCADE)`,
  ],
};

/** What drizzle-kit writes when a column of a table others point to changes its kind. */
const REBUILD: Migration = {
  name: "0002-rebuild",
  sqlite: [
    `CREATE TABLE "newParent" ("id" text PRIMARY KEY NOT NULL, "name" text, "site" text DEFAULT '' NOT NULL) STRICT, WITHOUT ROWID`,
    `INSERT INTO "newParent" ("id", "name") SELECT "id", "name" FROM "parent"`,
    `DROP TABLE "parent"`,
    `ALTER TABLE "newParent" RENAME TO "parent"`,
  ],
  postgres: [
    `ALTER TABLE "parent" ALTER COLUMN "name" DROP NOT NULL`,
    `ALTER TABLE "parent" ADD COLUMN "site" text DEFAULT '' NOT NULL`,
  ],
};

const FILL = [
  `INSERT INTO "parent" ("id", "name") VALUES ('a', 'A'), ('b', 'B')`,
  `INSERT INTO "child" ("id", "parentId") VALUES ('1', 'a'), ('2', 'a'), ('3', 'b')`,
];

describe("migrations on SQLite", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "soundings-migrate-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => join(folder, "test.sqlite");
  const open = async (...migrations: Migration[]) => {
    const store = await openSqliteStore(file(), { tables: {}, migrations });
    await store.close();
  };
  const sql = <T>(work: (db: InstanceType<typeof Database>) => T): T => {
    const db = new Database(file());
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  const fill = () => sql((db) => db.exec(FILL.join(";")));
  const countOf = (table: string) => sql((db) => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());

  it("rebuild a parent without losing its children", async () => {
    await open(FIRST);
    fill();
    await open(FIRST, REBUILD);
    expect([countOf("parent"), countOf("child")]).toEqual([2, 3]);
    expect(sql((db) => db.prepare(`SELECT "site" FROM "parent" WHERE "id" = 'a'`).pluck().get())).toBe("");
    expect(sql((db) => db.pragma("foreign_key_list(child)"))).toMatchObject([{ table: "parent" }]);
  });

  it("would lose the children if foreign keys stayed on, which this test can see", async () => {
    await open(FIRST);
    fill();
    sql((db) => {
      db.pragma("foreign_keys = ON");
      db.transaction(() => {
        for (const statement of REBUILD.sqlite) db.exec(statement);
      })();
    });
    expect(countOf("child")).toBe(0);
  });

  it("are undone as a whole when one statement fails", async () => {
    await open(FIRST);
    fill();
    const broken = { ...REBUILD, sqlite: [...REBUILD.sqlite, "CREATE TABLE nonsense"] };
    await expect(open(FIRST, broken)).rejects.toThrow();
    expect([countOf("parent"), countOf("child"), countOf("schemaMigrations")]).toEqual([2, 3, 1]);
    await open(FIRST, REBUILD);
    expect(countOf("schemaMigrations")).toBe(2);
  });

  it("are undone when rows would point to nothing", async () => {
    await open(FIRST);
    fill();
    const orphaning = {
      name: "0002-orphan",
      postgres: [],
      sqlite: [`DELETE FROM "parent" WHERE "id" = 'a'`],
    };
    await expect(open(FIRST, orphaning)).rejects.toThrow(/would leave 2 rows/);
    expect([countOf("parent"), countOf("child")]).toEqual([2, 3]);
  });

  it("refuse a database of a newer version and change nothing", async () => {
    await open(FIRST, REBUILD);
    await expect(open(FIRST)).rejects.toThrow(/newer version of Soundings \(it has the step 0002-rebuild\)/);
  });

  it("refuse a database whose steps were others", async () => {
    await open(FIRST);
    const edited = { ...FIRST, sqlite: [...FIRST.sqlite, "CREATE TABLE x (a TEXT) STRICT"] };
    await expect(open(edited)).rejects.toThrow(/another history/);
  });

  it("refuse the other store's database", async () => {
    await open(...answerMigrations);
    await expect(open(...peopleMigrations)).rejects.toThrow(/give each store a database of its own/);
  });

  it("run once when two processes start together", async () => {
    await Promise.all([open(FIRST, REBUILD), open(FIRST, REBUILD)]);
    expect(countOf("schemaMigrations")).toBe(2);
  });

  /** Three rows in every table; equal texts in all id columns satisfy every foreign key. */
  function fillEveryTable(): Map<string, number> {
    return sql((db) => {
      const tables = db
        .prepare<[], { name: string }>(
          `SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%' AND name <> 'schemaMigrations'`,
        )
        .all();
      const lengthOf = (table: string, column: string): number => {
        const made = db.prepare("SELECT sql FROM sqlite_schema WHERE name = ?").pluck().get(table);
        return Number(new RegExp(`length\\("${column}"\\) = (\\d+)`).exec(String(made))?.[1] ?? 32);
      };
      db.pragma("foreign_keys = OFF");
      for (const { name } of tables) {
        const columns = db
          .prepare<[string], { name: string; type: string }>("SELECT name, type FROM pragma_table_info(?)")
          .all(name);
        const insert = db.prepare(
          `INSERT INTO "${name}" (${columns.map((column) => `"${column.name}"`).join()}) VALUES (${columns.map(() => "?").join()})`,
        );
        for (let row = 0; row < 3; row += 1) {
          insert.run(
            ...columns.map(({ type, name: column }) => {
              if (type === "blob" || type === "BLOB") return Buffer.alloc(lengthOf(name, column), row + 1);
              return /int/i.test(type) ? row : `"row ${row}"`;
            }),
          );
        }
      }
      expect(db.pragma("foreign_key_check")).toEqual([]);
      return new Map(tables.map(({ name }) => [name, 3]));
    });
  }

  describe.each([
    ["identity", peopleMigrations],
    ["responses", answerMigrations],
  ])("of the %s store", (_, migrations) => {
    it.each(migrations.map((_step, index) => index + 1))(
      "bring a filled database from step %i to the newest schema with every row",
      async (steps) => {
        await open(...migrations.slice(0, steps));
        const filled = fillEveryTable();
        expect(filled.size).toBeGreaterThan(5);
        await open(...migrations);
        for (const [table, rows] of filled) expect([table, countOf(table)]).toEqual([table, rows]);
        expect(sql((db) => db.pragma("foreign_key_check"))).toEqual([]);
        expect(sql((db) => db.pragma("integrity_check", { simple: true }))).toBe("ok");
      },
    );
  });
});

describe("migrations on Postgres", () => {
  it("keep rows, run once, and refuse a newer or another history", { timeout: 180_000 }, async () => {
    const database = inProcessPostgres();
    const staysOpen = { ...database, close: async () => {} };
    const open = (...migrations: Migration[]) =>
      openPostgresStore(staysOpen, { tables: {}, migrations, scrubbed: [] });
    const countOf = async (table: string) =>
      (await database.pglite.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n;
    await open(FIRST);
    await database.pglite.exec(FILL.join(";"));
    const broken = { ...REBUILD, postgres: [...REBUILD.postgres, "CREATE TABLE nonsense"] };
    await expect(open(FIRST, broken)).rejects.toThrow();
    expect(await countOf("schemaMigrations")).toBe(1);
    await Promise.all([open(FIRST, REBUILD), open(FIRST, REBUILD)]);
    expect([await countOf("parent"), await countOf("child"), await countOf("schemaMigrations")]).toEqual([
      2, 3, 2,
    ]);
    await expect(open(FIRST)).rejects.toThrow(/newer version/);
    await expect(open({ ...FIRST, postgres: [] }, REBUILD)).rejects.toThrow(/another history/);
    await database.close();
  });
});
