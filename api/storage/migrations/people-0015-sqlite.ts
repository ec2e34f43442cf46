/** The step of the identity store that lets a role be held in some programmes only, for SQLite. */

export const people0015Sqlite: readonly string[] = [
  `ALTER TABLE "staffRoles" ADD COLUMN "everywhere" integer DEFAULT true NOT NULL`,
  `CREATE TABLE "roleProgrammes" (
    "personId" text NOT NULL,
    "role" text NOT NULL,
    "programmeId" text NOT NULL,
    PRIMARY KEY("personId", "role", "programmeId"),
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE cascade,
    FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON UPDATE no action ON DELETE cascade
  ) STRICT, WITHOUT ROWID`,
];
