/** The first schema of the responses store, for SQLite. */

export const answers0001Sqlite: readonly string[] = [
  `CREATE TABLE "definitions" (
    "id" text PRIMARY KEY NOT NULL,
    "canonical" text NOT NULL,
    "title" text NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "waveSeals" (
    "wave" text PRIMARY KEY NOT NULL,
    "definitionId" text NOT NULL,
    "manifest" text NOT NULL,
    "phase" text NOT NULL,
    "ticketKeyWrapped" blob,
    "sealKeyWrapped" blob,
    "datasetKeyWrapped" blob,
    "invalidBoxes" integer DEFAULT 0 NOT NULL,
    FOREIGN KEY ("definitionId") REFERENCES "definitions"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "tombstones" (
    "wave" text PRIMARY KEY NOT NULL,
    "manifestHash" text NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "responses" (
    "spend" blob PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "bodyHash" blob NOT NULL,
    "box" blob NOT NULL,
    CONSTRAINT "responsesSpendLength" CHECK(length("spend") = 32),
    CONSTRAINT "responsesBodyHashLength" CHECK(length("bodyHash") = 32)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "responsesGroup" ON "responses" ("wave","subject","group")`,
  `CREATE TABLE "drafts" (
    "id" blob PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "box" blob NOT NULL,
    CONSTRAINT "draftsIdLength" CHECK(length("id") = 32)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "draftsWave" ON "drafts" ("wave")`,
  `CREATE TABLE "datasets" (
    "wave" text PRIMARY KEY NOT NULL,
    "contentHash" text NOT NULL,
    "sealed" blob NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "releases" (
    "id" text PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "subject" text NOT NULL,
    "report" text NOT NULL,
    "fingerprint" text NOT NULL,
    "datasetHash" text NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "releasesWave" ON "releases" ("wave")`,
];
