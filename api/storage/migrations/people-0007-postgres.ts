/** The step of the identity store that adds commitments to line-ups, and marks of manifests in links, for Postgres. */

export const people0007Postgres: readonly string[] = [
  `ALTER TABLE "waves" ADD COLUMN "manifestMark" text`,
  `CREATE TABLE "lineUpSalts" (
    "assignmentId" text PRIMARY KEY NOT NULL,
    "salt" "bytea" NOT NULL
  )`,
  `CREATE TABLE "lineUps" (
    "waveId" text NOT NULL,
    "amendment" integer NOT NULL,
    "leaves" "bytea" NOT NULL,
    CONSTRAINT "lineUpsKey" PRIMARY KEY("waveId","amendment")
  )`,
  `ALTER TABLE "lineUpSalts" ADD CONSTRAINT "lineUpSalts_assignmentId_assignments_id_fk" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE cascade ON UPDATE no action`,
  `ALTER TABLE "lineUps" ADD CONSTRAINT "lineUps_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
];
