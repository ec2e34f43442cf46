/** The SQL that today's tables ask for, as drizzle-kit writes it, with what drizzle cannot say added for SQLite. */
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from "drizzle-kit/api";
import { defineResponsesTables } from "../../api/storage/answer-store.ts";
import { type ColumnKit, postgresKit } from "../../api/storage/column-kit-postgres.ts";
import { sqliteKit } from "../../api/storage/column-kit-sqlite.ts";
import { definePeopleTables } from "../../api/storage/people-tables.ts";

type Engine = "sqlite" | "postgres";
export type StoreName = "people" | "answers";

const DEFINE: Readonly<Record<StoreName, (kit: ColumnKit) => Record<string, unknown>>> = {
  people: definePeopleTables,
  answers: defineResponsesTables,
};

/** Statements that make an empty database into what the tables say. */
export async function schemaFromTables(store: StoreName, engine: Engine): Promise<string[]> {
  const define = DEFINE[store];
  if (engine === "postgres") {
    const statements = await generateMigration(
      generateDrizzleJson({}),
      generateDrizzleJson(define(postgresKit)),
    );
    return statements.map((statement) => tidy(statement.replaceAll('"public".', "")));
  }
  const statements = await generateSQLiteMigration(
    await generateSQLiteDrizzleJson({}),
    await generateSQLiteDrizzleJson(define(sqliteKit)),
  );
  return statements.map((statement) =>
    tidy(statement.replaceAll("`", '"').replace(/^(CREATE TABLE [\s\S]*\n\));/, "$1 STRICT, WITHOUT ROWID;")),
  );
}

function tidy(statement: string): string {
  return statement.replaceAll("\t", "  ").replace(/;\s*$/, "");
}
