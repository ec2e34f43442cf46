/** The step of the identity store that keeps who was asked what in which wave, as digests, for SQLite. */

export const people0011Sqlite: readonly string[] = [
  `CREATE TABLE "ledgerKeys" (
    "purpose" text PRIMARY KEY NOT NULL,
    "wrapped" blob NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "ledgerWaves" (
    "waveId" text PRIMARY KEY NOT NULL,
    "items" text NOT NULL,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "ledgerPeople" (
    "waveId" text NOT NULL,
    "about" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "person" text NOT NULL,
    PRIMARY KEY("waveId", "about", "group", "person"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "ledgerPeopleAbout" ON "ledgerPeople" ("about")`,
];
