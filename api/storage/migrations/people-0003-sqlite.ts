/** Mentoring, and the languages that people speak, for SQLite. */

export const people0003Sqlite: readonly string[] = [
  `ALTER TABLE "persons" ADD COLUMN "languages" text DEFAULT '' NOT NULL`,
  `CREATE TABLE "mentoringRounds" (
    "id" text PRIMARY KEY NOT NULL,
    "programmeId" text NOT NULL,
    "title" text NOT NULL,
    "requestWaveId" text NOT NULL,
    "offerWaveId" text NOT NULL,
    "settings" text NOT NULL,
    "linkKey" blob NOT NULL,
    "createdAt" integer NOT NULL,
    FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("requestWaveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("offerWaveId") REFERENCES "waves"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringDecisions" (
    "roundId" text NOT NULL,
    "seq" integer NOT NULL,
    "kind" text NOT NULL,
    "menteePersonId" text,
    "mentorPersonId" text,
    "weights" text,
    "decidedAt" integer NOT NULL,
    PRIMARY KEY("roundId", "seq"),
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringRuns" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "number" integer NOT NULL,
    "inputsHash" text NOT NULL,
    "inputs" text NOT NULL,
    "result" text NOT NULL,
    "createdAt" integer NOT NULL,
    "confirmedAt" integer,
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "mentoringRunsNumber" ON "mentoringRuns" ("roundId","number")`,
  `CREATE TABLE "mentoringShortlists" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "runId" text NOT NULL,
    "menteePersonId" text NOT NULL,
    "mentors" text NOT NULL,
    "closesAt" integer NOT NULL,
    "settledAt" integer,
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("runId") REFERENCES "mentoringRuns"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("menteePersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "mentoringShortlistsOnce" ON "mentoringShortlists" ("runId","menteePersonId")`,
  `CREATE TABLE "mentoringLinks" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "secretHash" text NOT NULL,
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "mentoringLinksSecret" ON "mentoringLinks" ("secretHash")`,
  `CREATE UNIQUE INDEX "mentoringLinksOnce" ON "mentoringLinks" ("roundId","personId")`,
  `CREATE TABLE "mentoringInvitations" (
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "side" text NOT NULL,
    "because" text NOT NULL,
    "invitedAt" integer NOT NULL,
    PRIMARY KEY("roundId", "personId", "side"),
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringStandings" (
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "side" text NOT NULL,
    "standing" text NOT NULL,
    PRIMARY KEY("roundId", "personId", "side"),
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentorWorkshops" (
    "personId" text NOT NULL,
    "heldOn" text NOT NULL,
    "recordedAt" integer NOT NULL,
    PRIMARY KEY("personId", "heldOn"),
    FOREIGN KEY ("personId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringFigures" (
    "roundId" text NOT NULL,
    "number" integer NOT NULL,
    "figures" text NOT NULL,
    "held" text NOT NULL,
    "createdAt" integer NOT NULL,
    PRIMARY KEY("roundId", "number"),
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringRelationships" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "runId" text NOT NULL,
    "menteePersonId" text NOT NULL,
    "mentorPersonId" text NOT NULL,
    "state" text NOT NULL,
    "score" integer NOT NULL,
    "points" text NOT NULL,
    "askedAt" integer NOT NULL,
    "answerBy" integer NOT NULL,
    "acceptedAt" integer,
    "agreement" text,
    "menteeAgreedAt" integer,
    "mentorAgreedAt" integer,
    "activeAt" integer,
    "endedAt" integer,
    "ending" text,
    "exitSide" text,
    "exitReason" text,
    "moveAskedAt" integer,
    "menteeMoveAt" integer,
    "mentorMoveAt" integer,
    FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("runId") REFERENCES "mentoringRuns"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("menteePersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action,
    FOREIGN KEY ("mentorPersonId") REFERENCES "persons"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX "mentoringRelationshipsRound" ON "mentoringRelationships" ("roundId")`,
  `CREATE TABLE "mentoringMeetings" (
    "relationshipId" text NOT NULL,
    "heldOn" text NOT NULL,
    PRIMARY KEY("relationshipId", "heldOn"),
    FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringPulses" (
    "id" text PRIMARY KEY NOT NULL,
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "kind" text NOT NULL,
    "dueAt" integer NOT NULL,
    "answers" text,
    "answeredAt" integer,
    FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE UNIQUE INDEX "mentoringPulsesOnce" ON "mentoringPulses" ("relationshipId","side","kind")`,
  `CREATE TABLE "mentoringReviews" (
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "answers" text NOT NULL,
    "submittedAt" integer NOT NULL,
    PRIMARY KEY("relationshipId", "side"),
    FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE "mentoringAlerts" (
    "id" text PRIMARY KEY NOT NULL,
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "raisedAt" integer NOT NULL,
    "settledAt" integer,
    FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON UPDATE no action ON DELETE no action
  ) STRICT, WITHOUT ROWID`,
];
