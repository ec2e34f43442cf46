/** The step of the identity store that keeps the numbers of lists which were deleted, for SQLite. */

export const people0013Sqlite: readonly string[] = [
  `CREATE TABLE "endedLists" (
    "waveId" text PRIMARY KEY NOT NULL,
    "endedAt" integer NOT NULL,
    "raters" integer NOT NULL,
    "readers" integer NOT NULL,
    "groups" text NOT NULL,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
];
