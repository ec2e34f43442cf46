/** The step of the identity store that keeps the numbers of lists which were deleted, for Postgres. */

export const people0013Postgres: readonly string[] = [
  `CREATE TABLE "endedLists" (
    "waveId" text PRIMARY KEY NOT NULL,
    "endedAt" timestamp (3) with time zone NOT NULL,
    "raters" integer NOT NULL,
    "readers" integer NOT NULL,
    "groups" json NOT NULL
  )`,
  `ALTER TABLE "endedLists" ADD CONSTRAINT "endedLists_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
];
