/** The step of the identity store that adds headcounts, the ledger of releases, renamed categories and counted events, for SQLite. */

export const people0002Sqlite: readonly string[] = [
  `CREATE TABLE "waveHeadcounts" (
    "waveId" text NOT NULL,
    "cut" text NOT NULL,
    "category" text NOT NULL,
    "headcount" integer NOT NULL,
    PRIMARY KEY("waveId", "cut", "category"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "releaseLedger" (
    "waveId" text NOT NULL,
    "number" integer NOT NULL,
    "cuts" text NOT NULL,
    "decidedAt" integer NOT NULL,
    "refusal" text,
    PRIMARY KEY("waveId", "number"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "renamedCategories" (
    "programmeId" text NOT NULL,
    "item" text NOT NULL,
    "later" text NOT NULL,
    "earlier" text NOT NULL,
    PRIMARY KEY("programmeId", "item", "later"),
    FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "waveEvents" (
    "waveId" text NOT NULL,
    "name" text NOT NULL,
    "events" integer NOT NULL,
    "staff" integer NOT NULL,
    PRIMARY KEY("waveId", "name"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
];
