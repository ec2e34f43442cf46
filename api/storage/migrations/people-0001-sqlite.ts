/** The first schema of the identity store, for SQLite. */

export const people0001Sqlite: readonly string[] = [
  `CREATE TABLE "programmes" (
    "id" text PRIMARY KEY NOT NULL,
    "name" text NOT NULL,
    "createdAt" integer NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "persons" (
    "id" text PRIMARY KEY NOT NULL,
    "ref" text NOT NULL,
    "name" text NOT NULL,
    "mail" text,
    "unit" text NOT NULL,
    "site" text NOT NULL,
    "grade" text NOT NULL,
    "lineManagerRef" text,
    "createdAt" integer NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "personsRef" ON "persons" ("ref")`,
  `CREATE UNIQUE INDEX "personsMail" ON "persons" (lower("mail"))`,
  `CREATE TABLE "staffRoles" (
    "personId" text NOT NULL,
    "role" text NOT NULL,
    PRIMARY KEY("personId", "role"),
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE cascade
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "sessions" (
    "tokenHash" text PRIMARY KEY NOT NULL,
    "personId" text NOT NULL,
    "createdAt" integer NOT NULL,
    "usedAt" integer NOT NULL,
    "expiresAt" integer NOT NULL,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE cascade
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "sessionsPerson" ON "sessions" ("personId")`,
  `CREATE TABLE "signInLinks" (
    "tokenHash" text PRIMARY KEY NOT NULL,
    "personId" text,
    "purpose" text NOT NULL,
    "expiresAt" integer NOT NULL,
    "usedAt" integer,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE cascade
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "waves" (
    "id" text PRIMARY KEY NOT NULL,
    "programmeId" text NOT NULL,
    "definitionId" text NOT NULL,
    "title" text NOT NULL,
    "kind" text NOT NULL,
    "identity" text NOT NULL,
    "state" text NOT NULL,
    "policy" text NOT NULL,
    "closesAt" integer,
    "invitationKey" blob,
    "openedAt" integer,
    "closedAt" integer,
    "releasedAt" integer,
    FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "subjects" (
    "waveId" text NOT NULL,
    "code" text NOT NULL,
    "personId" text NOT NULL,
    "coachPersonId" text NOT NULL,
    PRIMARY KEY("waveId", "code"),
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("coachPersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "subjectsCoach" ON "subjects" ("coachPersonId")`,
  `CREATE UNIQUE INDEX "subjectsPerson" ON "subjects" ("waveId","personId")`,
  `CREATE TABLE "assignments" (
    "id" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "raterPersonId" text NOT NULL,
    "subjectCode" text NOT NULL,
    "group" text NOT NULL,
    "blindedHash" blob,
    "reissues" integer DEFAULT 0 NOT NULL,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("raterPersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "assignmentsOnce" ON "assignments" ("waveId","raterPersonId","subjectCode")`,
  `CREATE TABLE "invitations" (
    "id" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "personId" text NOT NULL,
    "secretHash" text NOT NULL,
    "remindersSent" integer DEFAULT 0 NOT NULL,
    "lastSentAt" integer,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "invitationsSecret" ON "invitations" ("secretHash")`,
  `CREATE UNIQUE INDEX "invitationsOnce" ON "invitations" ("waveId","personId")`,
  `CREATE TABLE "identifiedAnswers" (
    "assignmentId" text PRIMARY KEY NOT NULL,
    "waveId" text NOT NULL,
    "answers" text NOT NULL,
    "submittedAt" integer NOT NULL,
    FOREIGN KEY ("assignmentId") REFERENCES "assignments"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("waveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "identifiedAnswersWave" ON "identifiedAnswers" ("waveId")`,
  `CREATE TABLE "outbox" (
    "id" text PRIMARY KEY NOT NULL,
    "signsIn" integer DEFAULT false NOT NULL,
    "waveId" text,
    "toAddress" text NOT NULL,
    "subject" text NOT NULL,
    "text" text NOT NULL,
    "attempts" integer DEFAULT 0 NOT NULL,
    "nextAttemptAt" integer,
    "lastReply" integer,
    "createdAt" integer NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "outboxNext" ON "outbox" ("nextAttemptAt")`,
  `CREATE TABLE "auditEvents" (
    "seq" integer PRIMARY KEY NOT NULL,
    "at" integer NOT NULL,
    "actorPersonId" text,
    "action" text NOT NULL,
    "details" text NOT NULL,
    "previousHash" text NOT NULL,
    "hash" text NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
