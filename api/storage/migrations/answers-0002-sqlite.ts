/** The step of the responses store that adds releases of staff tables, for SQLite. */

export const answers0002Sqlite: readonly string[] = [
  `CREATE TABLE "tableReleases" (
    "id" text PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "tables" text NOT NULL,
    "linked" text,
    "fingerprint" text NOT NULL,
    "datasetHash" text NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "tableReleasesWave" ON "tableReleases" ("wave")`,
];
