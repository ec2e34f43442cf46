/** The step of the identity store that keeps who had links in hand, rounded progress and mail that no list shows, for Postgres. */

export const people0004Postgres: readonly string[] = [
  `ALTER TABLE "outbox" ADD COLUMN "unlisted" boolean DEFAULT false NOT NULL`,
  `CREATE TABLE "linkHandlings" (
    "waveId" text NOT NULL,
    "personId" text NOT NULL,
    "way" text NOT NULL,
    "staffPersonId" text NOT NULL,
    "times" integer NOT NULL,
    CONSTRAINT "linkHandlingsKey" PRIMARY KEY("waveId","personId","way","staffPersonId")
  )`,
  `CREATE TABLE "waveProgress" (
    "waveId" text PRIMARY KEY NOT NULL,
    "countedAt" timestamp (3) with time zone NOT NULL,
    "figures" json NOT NULL
  )`,
  `ALTER TABLE "linkHandlings" ADD CONSTRAINT "linkHandlings_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "linkHandlings" ADD CONSTRAINT "linkHandlings_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "linkHandlings" ADD CONSTRAINT "linkHandlings_staffPersonId_persons_id_fk" FOREIGN KEY ("staffPersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "waveProgress" ADD CONSTRAINT "waveProgress_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
];
