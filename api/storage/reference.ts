/** A column that refers to a row of another table: written once, so that none is loose. */
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { ColumnKit } from "./column-kit-postgres.ts";

/** A table whose rows have an id. */
export interface Identified {
  readonly id: AnyPgColumn;
}

/** The id of a row of that table, never empty; "cascade" where a row goes with the one it refers to. */
export function reference(kit: ColumnKit, table: Identified, onDelete?: "cascade") {
  return kit
    .text()
    .notNull()
    .references(() => table.id, onDelete && { onDelete });
}
