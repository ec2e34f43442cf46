/** The step of the responses store that says to which generation of which installation it belongs, for SQLite. */

export const answers0010Sqlite: readonly string[] = [
  `CREATE TABLE "storeGenerations" (
    "installation" text PRIMARY KEY NOT NULL,
    "generation" integer NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
