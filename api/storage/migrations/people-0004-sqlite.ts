/** The step of the identity store that keeps who had links in hand, rounded progress and mail that no list shows, for SQLite. */

export const people0004Sqlite: readonly string[] = [
  `ALTER TABLE "outbox" ADD COLUMN "unlisted" integer DEFAULT false NOT NULL`,
  `CREATE TABLE "linkHandlings" (
    "waveId" text NOT NULL,
    "personId" text NOT NULL,
    "way" text NOT NULL,
    "staffPersonId" text NOT NULL,
    "times" integer NOT NULL,
    PRIMARY KEY("waveId", "personId", "way", "staffPersonId"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("staffPersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "waveProgress" (
    "waveId" text PRIMARY KEY NOT NULL,
    "countedAt" integer NOT NULL,
    "figures" text NOT NULL,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
];
