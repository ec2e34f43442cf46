/** The step of the identity store that keeps who was asked what in which wave, as digests, for Postgres. */

export const people0011Postgres: readonly string[] = [
  `CREATE TABLE "ledgerKeys" (
    "purpose" text PRIMARY KEY NOT NULL,
    "wrapped" "bytea" NOT NULL
  )`,
  `CREATE TABLE "ledgerWaves" (
    "waveId" text PRIMARY KEY NOT NULL,
    "items" json NOT NULL
  )`,
  `CREATE TABLE "ledgerPeople" (
    "waveId" text NOT NULL,
    "about" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "person" text NOT NULL,
    CONSTRAINT "ledgerPeopleKey" PRIMARY KEY("waveId","about","group","person")
  )`,
  `ALTER TABLE "ledgerWaves" ADD CONSTRAINT "ledgerWaves_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "ledgerPeople" ADD CONSTRAINT "ledgerPeople_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `CREATE INDEX "ledgerPeopleAbout" ON "ledgerPeople" USING btree ("about")`,
];
