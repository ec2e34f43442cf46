/** The step of the identity store that adds headcounts, the ledger of releases, renamed categories and counted events, for Postgres. */

export const people0002Postgres: readonly string[] = [
  `CREATE TABLE "waveHeadcounts" (
    "waveId" text NOT NULL,
    "cut" text NOT NULL,
    "category" text NOT NULL,
    "headcount" integer NOT NULL,
    CONSTRAINT "waveHeadcountsKey" PRIMARY KEY("waveId","cut","category")
  )`,
  `CREATE TABLE "releaseLedger" (
    "waveId" text NOT NULL,
    "number" integer NOT NULL,
    "cuts" json NOT NULL,
    "decidedAt" timestamp (3) with time zone NOT NULL,
    "refusal" text,
    CONSTRAINT "releaseLedgerKey" PRIMARY KEY("waveId","number")
  )`,
  `CREATE TABLE "renamedCategories" (
    "programmeId" text NOT NULL,
    "item" text NOT NULL,
    "later" text NOT NULL,
    "earlier" text NOT NULL,
    CONSTRAINT "renamedCategoriesKey" PRIMARY KEY("programmeId","item","later")
  )`,
  `CREATE TABLE "waveEvents" (
    "waveId" text NOT NULL,
    "name" text NOT NULL,
    "events" integer NOT NULL,
    "staff" integer NOT NULL,
    CONSTRAINT "waveEventsKey" PRIMARY KEY("waveId","name")
  )`,
  `ALTER TABLE "waveHeadcounts" ADD CONSTRAINT "waveHeadcounts_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "releaseLedger" ADD CONSTRAINT "releaseLedger_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "renamedCategories" ADD CONSTRAINT "renamedCategories_programmeId_programmes_id_fk" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "waveEvents" ADD CONSTRAINT "waveEvents_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
];
