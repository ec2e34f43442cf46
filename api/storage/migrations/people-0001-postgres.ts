/** The first schema of the identity store, for Postgres. */

export const people0001Postgres: readonly string[] = [
  `CREATE TABLE "programmes" (
    "id" text PRIMARY KEY NOT NULL,
    "name" text NOT NULL,
    "createdAt" timestamp (3) with time zone NOT NULL
  )`,
  `CREATE TABLE "persons" (
    "id" text PRIMARY KEY NOT NULL,
    "ref" text NOT NULL,
    "name" text NOT NULL,
    "mail" text,
    "unit" text NOT NULL,
    "site" text NOT NULL,
    "grade" text NOT NULL,
    "lineManagerRef" text,
    "createdAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "personsRef" UNIQUE("ref")
  )`,
  `CREATE TABLE "staffRoles" (
    "personId" text NOT NULL,
    "role" text NOT NULL,
    CONSTRAINT "staffRolesKey" PRIMARY KEY("personId","role")
  )`,
  `CREATE TABLE "sessions" (
    "tokenHash" text PRIMARY KEY NOT NULL,
    "personId" text NOT NULL,
    "createdAt" timestamp (3) with time zone NOT NULL,
    "usedAt" timestamp (3) with time zone NOT NULL,
    "expiresAt" timestamp (3) with time zone NOT NULL
  )`,
  `CREATE TABLE "signInLinks" (
    "tokenHash" text PRIMARY KEY NOT NULL,
    "personId" text,
    "purpose" text NOT NULL,
    "expiresAt" timestamp (3) with time zone NOT NULL,
    "usedAt" timestamp (3) with time zone
  )`,
  `CREATE TABLE "waves" (
    "id" text PRIMARY KEY NOT NULL,
    "programmeId" text NOT NULL,
    "definitionId" text NOT NULL,
    "title" text NOT NULL,
    "kind" text NOT NULL,
    "identity" text NOT NULL,
    "state" text NOT NULL,
    "policy" json NOT NULL,
    "closesAt" timestamp (3) with time zone,
    "invitationKey" "bytea",
    "openedAt" timestamp (3) with time zone,
    "closedAt" timestamp (3) with time zone,
    "releasedAt" timestamp (3) with time zone
  )`,
  `CREATE TABLE "subjects" (
    "waveId" text NOT NULL,
    "code" text NOT NULL,
    "personId" text NOT NULL,
    "coachPersonId" text NOT NULL,
    CONSTRAINT "subjectsKey" PRIMARY KEY("waveId","code"),
    CONSTRAINT "subjectsPerson" UNIQUE("waveId","personId")
  )`,
  `CREATE TABLE "assignments" (
    "id" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "raterPersonId" text NOT NULL,
    "subjectCode" text NOT NULL,
    "group" text NOT NULL,
    "blindedHash" "bytea",
    "reissues" integer DEFAULT 0 NOT NULL,
    CONSTRAINT "assignmentsOnce" UNIQUE("waveId","raterPersonId","subjectCode")
  )`,
  `CREATE TABLE "invitations" (
    "id" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "personId" text NOT NULL,
    "secretHash" text NOT NULL,
    "remindersSent" integer DEFAULT 0 NOT NULL,
    "lastSentAt" timestamp (3) with time zone,
    CONSTRAINT "invitationsSecret" UNIQUE("secretHash"),
    CONSTRAINT "invitationsOnce" UNIQUE("waveId","personId")
  )`,
  `CREATE TABLE "identifiedAnswers" (
    "assignmentId" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "answers" json NOT NULL,
    "submittedAt" timestamp (3) with time zone NOT NULL
  )`,
  `CREATE TABLE "outbox" (
    "id" text PRIMARY KEY NOT NULL,
    "signsIn" boolean DEFAULT false NOT NULL,
    "waveId" text,
    "toAddress" text NOT NULL,
    "subject" text NOT NULL,
    "text" text NOT NULL,
    "attempts" integer DEFAULT 0 NOT NULL,
    "nextAttemptAt" timestamp (3) with time zone,
    "lastReply" integer,
    "createdAt" timestamp (3) with time zone NOT NULL
  )`,
  `CREATE TABLE "auditEvents" (
    "seq" integer PRIMARY KEY NOT NULL,
    "at" timestamp (3) with time zone NOT NULL,
    "actorPersonId" text,
    "action" text NOT NULL,
    "details" json NOT NULL,
    "previousHash" text NOT NULL,
    "hash" text NOT NULL
  )`,
  `ALTER TABLE "staffRoles" ADD CONSTRAINT "staffRoles_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE cascade ON UPDATE no action`,
  `ALTER TABLE "sessions" ADD CONSTRAINT "sessions_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE cascade ON UPDATE no action`,
  `ALTER TABLE "signInLinks" ADD CONSTRAINT "signInLinks_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE cascade ON UPDATE no action`,
  `ALTER TABLE "waves" ADD CONSTRAINT "waves_programmeId_programmes_id_fk" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "subjects" ADD CONSTRAINT "subjects_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "subjects" ADD CONSTRAINT "subjects_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "subjects" ADD CONSTRAINT "subjects_coachPersonId_persons_id_fk" FOREIGN KEY ("coachPersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "assignments" ADD CONSTRAINT "assignments_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "assignments" ADD CONSTRAINT "assignments_raterPersonId_persons_id_fk" FOREIGN KEY ("raterPersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "invitations" ADD CONSTRAINT "invitations_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "invitations" ADD CONSTRAINT "invitations_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "identifiedAnswers" ADD CONSTRAINT "identifiedAnswers_assignmentId_assignments_id_fk" FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "identifiedAnswers" ADD CONSTRAINT "identifiedAnswers_waveId_waves_id_fk" FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `CREATE UNIQUE INDEX "personsMail" ON "persons" USING btree (lower("mail"))`,
  `CREATE INDEX "sessionsPerson" ON "sessions" USING btree ("personId")`,
  `CREATE INDEX "subjectsCoach" ON "subjects" USING btree ("coachPersonId")`,
  `CREATE INDEX "identifiedAnswersWave" ON "identifiedAnswers" USING btree ("waveId")`,
  `CREATE INDEX "outboxNext" ON "outbox" USING btree ("nextAttemptAt")`,
];
