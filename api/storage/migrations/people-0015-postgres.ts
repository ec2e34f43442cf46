/** The step of the identity store that lets a role be held in some programmes only, for Postgres. */

export const people0015Postgres: readonly string[] = [
  `ALTER TABLE "staffRoles" ADD COLUMN "everywhere" boolean DEFAULT true NOT NULL`,
  `CREATE TABLE "roleProgrammes" (
    "personId" text NOT NULL,
    "role" text NOT NULL,
    "programmeId" text NOT NULL,
    CONSTRAINT "roleProgrammesKey" PRIMARY KEY("personId","role","programmeId")
  )`,
  `ALTER TABLE "roleProgrammes" ADD CONSTRAINT "roleProgrammes_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE cascade ON UPDATE no action`,
  `ALTER TABLE "roleProgrammes" ADD CONSTRAINT "roleProgrammes_programmeId_programmes_id_fk" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE cascade ON UPDATE no action`,
];
