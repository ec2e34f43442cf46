/** The first schema of the responses store, for Postgres. */

export const answers0001Postgres: readonly string[] = [
  `CREATE TABLE "definitions" (
    "id" text PRIMARY KEY NOT NULL,
    "canonical" text NOT NULL,
    "title" json NOT NULL
  )`,
  `CREATE TABLE "waveSeals" (
    "wave" text PRIMARY KEY NOT NULL,
    "definitionId" text NOT NULL,
    "manifest" json NOT NULL,
    "phase" text NOT NULL,
    "ticketKeyWrapped" "bytea",
    "sealKeyWrapped" "bytea",
    "datasetKeyWrapped" "bytea",
    "invalidBoxes" integer DEFAULT 0 NOT NULL
  )`,
  `CREATE TABLE "tombstones" (
    "wave" text PRIMARY KEY NOT NULL,
    "manifestHash" text NOT NULL
  )`,
  `CREATE TABLE "responses" (
    "spend" "bytea" PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "bodyHash" "bytea" NOT NULL,
    "box" "bytea" NOT NULL,
    CONSTRAINT "responsesSpendLength" CHECK (octet_length("spend") = 32),
    CONSTRAINT "responsesBodyHashLength" CHECK (octet_length("bodyHash") = 32)
  )`,
  `CREATE TABLE "drafts" (
    "id" "bytea" PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "box" "bytea" NOT NULL,
    CONSTRAINT "draftsIdLength" CHECK (octet_length("id") = 32)
  )`,
  `CREATE TABLE "datasets" (
    "wave" text PRIMARY KEY NOT NULL,
    "contentHash" text NOT NULL,
    "sealed" "bytea" NOT NULL
  )`,
  `CREATE TABLE "releases" (
    "id" text PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "subject" text NOT NULL,
    "report" json NOT NULL,
    "fingerprint" text NOT NULL,
    "datasetHash" text NOT NULL
  )`,
  `ALTER TABLE "waveSeals" ADD CONSTRAINT "waveSeals_definitionId_definitions_id_fk" FOREIGN KEY ("definitionId") REFERENCES "definitions"("id") ON DELETE no action ON UPDATE no action`,
  `CREATE INDEX "responsesGroup" ON "responses" USING btree ("wave","subject","group")`,
  `CREATE INDEX "draftsWave" ON "drafts" USING btree ("wave")`,
  `CREATE INDEX "releasesWave" ON "releases" USING btree ("wave")`,
];
