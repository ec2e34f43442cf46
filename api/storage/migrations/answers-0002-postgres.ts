/** The step of the responses store that adds releases of staff tables, for Postgres. */

export const answers0002Postgres: readonly string[] = [
  `CREATE TABLE "tableReleases" (
    "id" text PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "tables" json NOT NULL,
    "linked" json,
    "fingerprint" text NOT NULL,
    "datasetHash" text NOT NULL
  )`,
  `CREATE INDEX "tableReleasesWave" ON "tableReleases" USING btree ("wave")`,
];
