/** The step of the responses store that adds rows of one size, made when a wave opens, for SQLite. */

export const answers0003Sqlite: readonly string[] = [
  // What lies in "responses" and "drafts" is moved at the next start (responses/seal-old-rows.ts), which has the keys.
  `CREATE TABLE "sealedRows" (
    "key" blob PRIMARY KEY NOT NULL,
    "wave" text NOT NULL,
    "kind" text NOT NULL,
    "subject" text NOT NULL,
    "group" text NOT NULL,
    "mark" blob NOT NULL,
    "box" blob NOT NULL,
    CONSTRAINT "sealedRowsKeyLength" CHECK(length("key") = 32),
    CONSTRAINT "sealedRowsMarkLength" CHECK(length("mark") = 93)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "sealedRowsGroup" ON "sealedRows" ("wave","kind","subject","group")`,
  `CREATE TABLE "rowEpochs" (
    "wave" text NOT NULL,
    "kind" text NOT NULL,
    "epoch" blob NOT NULL,
    PRIMARY KEY("wave", "kind"),
    CONSTRAINT "rowEpochsLength" CHECK(length("epoch") = 32)
  ) STRICT, WITHOUT ROWID`,
];
