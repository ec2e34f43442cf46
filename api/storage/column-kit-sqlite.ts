/** The column kinds of SQLite, under the type of the Postgres kit. */
import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  check,
  customType,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import type { ColumnKit } from "./column-kit-postgres.ts";

const blob = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "blob",
  fromDriver: (value) => new Uint8Array(value),
});

/**
 * Guarantee: each kind reads and writes the same JavaScript values as its namesake of Postgres
 * (test/storage/engines.test.ts runs the same queries on both), and nothing outside this folder sees more of a
 * table than its value types.
 */
function underPostgresType(kit: Record<keyof ColumnKit, unknown>): ColumnKit {
  return kit as unknown as ColumnKit;
}

export const sqliteKit: ColumnKit = underPostgresType({
  table: sqliteTable,
  text: () => text(),
  integer: () => integer(),
  boolean: () => integer({ mode: "boolean" }),
  time: () => integer({ mode: "timestamp_ms" }),
  json: () => text({ mode: "json" }),
  bytes: () => blob(),
  index,
  uniqueIndex,
  unique,
  primaryKey,
  exactBytes: (name: string, column: AnySQLiteColumn, length: number) =>
    check(name, sql`length(${sql.identifier(column.name)}) = ${sql.raw(String(length))}`),
});
