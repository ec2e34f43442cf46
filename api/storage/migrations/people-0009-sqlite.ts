/** What was seen of the server's clock, for SQLite. */

export const people0009Sqlite: readonly string[] = [
  `CREATE TABLE "clockSightings" (
    "what" text PRIMARY KEY NOT NULL,
    "firstAt" integer NOT NULL,
    "lastAt" integer NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
