/** The step of the identity store that says to which generation of which installation it belongs, for SQLite. */

export const people0010Sqlite: readonly string[] = [
  `CREATE TABLE "storeGenerations" (
    "installation" text PRIMARY KEY NOT NULL,
    "generation" integer NOT NULL,
    "next" integer,
    "accepted" integer DEFAULT false NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
