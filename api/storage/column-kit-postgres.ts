/** The column kinds of Postgres; their value types are those of the tables on both engines. */
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  customType,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  // A copy: drivers hand out slices of larger receive buffers.
  fromDriver: (value) => new Uint8Array(value),
});

export const postgresKit = {
  table: pgTable,
  text: () => text(),
  integer: () => integer(),
  boolean: () => boolean(),
  time: () => timestamp({ mode: "date", precision: 3, withTimezone: true }),
  // json, not jsonb: keeps the order of keys.
  json: <T>() => json().$type<T>(),
  bytes: () => bytea(),
  index,
  uniqueIndex,
  unique,
  primaryKey,
  /** Keys of responses are hashes or random bytes of one length, so that none can carry a time or a counter. */
  exactBytes: (name: string, column: AnyPgColumn, length: number) =>
    check(name, sql`octet_length(${sql.identifier(column.name)}) = ${sql.raw(String(length))}`),
};

/** What tables are written with; both kits have this type. */
export type ColumnKit = typeof postgresKit;
