/** The step of the identity store that adds commitments to line-ups, and marks of manifests in links, for SQLite. */

export const people0007Sqlite: readonly string[] = [
  `ALTER TABLE "waves" ADD COLUMN "manifestMark" text`,
  `CREATE TABLE "lineUpSalts" (
    "assignmentId" text PRIMARY KEY NOT NULL,
    "salt" blob NOT NULL,
    FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON UPDATE no action ON DELETE cascade
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "lineUps" (
    "waveId" text NOT NULL,
    "amendment" integer NOT NULL,
    "leaves" blob NOT NULL,
    PRIMARY KEY("waveId", "amendment"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
];
