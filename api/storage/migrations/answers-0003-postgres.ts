/** The step of the responses store that adds rows of one size, made when a wave opens, for Postgres. */

export const answers0003Postgres: readonly string[] = [
  // What lies in "responses" and "drafts" is moved at the next start (responses/seal-old-rows.ts), which has the keys.
  `CREATE TABLE "sealedRows" (
    "key" "bytea" PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "kind" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "mark" "bytea" NOT NULL,
    "box" "bytea" NOT NULL,
    CONSTRAINT "sealedRowsKeyLength" CHECK (octet_length("key") = 32),
    CONSTRAINT "sealedRowsMarkLength" CHECK (octet_length("mark") = 93)
  )`,
  `CREATE TABLE "rowEpochs" (
    "wave" text NOT NULL,
    "kind" text NOT NULL,
    "epoch" "bytea" NOT NULL,
    CONSTRAINT "rowEpochsKey" PRIMARY KEY("wave","kind"),
    CONSTRAINT "rowEpochsLength" CHECK (octet_length("epoch") = 32)
  )`,
  `CREATE INDEX "sealedRowsGroup" ON "sealedRows" USING btree ("wave","kind","subject","group")`,
  // Room in each page for the new version of a row, so that no index learns of it.
  `ALTER TABLE "sealedRows" SET (fillfactor = 50)`,
];
