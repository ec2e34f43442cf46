/** Mentoring, and the languages that people speak, for Postgres. */

export const people0003Postgres: readonly string[] = [
  `ALTER TABLE "persons" ADD COLUMN "languages" text DEFAULT '' NOT NULL`,
  `CREATE TABLE "mentoringRounds" (
    "id" text PRIMARY KEY NOT NULL,
    "programmeId" text NOT NULL,
    "title" text NOT NULL,
    "requestWaveId" text NOT NULL,
    "offerWaveId" text NOT NULL,
    "settings" json NOT NULL,
    "linkKey" "bytea" NOT NULL,
    "createdAt" timestamp (3) with time zone NOT NULL
  )`,
  `CREATE TABLE "mentoringDecisions" (
    "roundId" text NOT NULL,
    "seq" integer NOT NULL,
    "kind" text NOT NULL,
    "menteePersonId" text,
    "mentorPersonId" text,
    "weights" json,
    "decidedAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "mentoringDecisionsKey" PRIMARY KEY("roundId","seq")
  )`,
  `CREATE TABLE "mentoringRuns" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "number" integer NOT NULL,
    "inputsHash" text NOT NULL,
    "inputs" json NOT NULL,
    "result" json NOT NULL,
    "createdAt" timestamp (3) with time zone NOT NULL,
    "confirmedAt" timestamp (3) with time zone,
    CONSTRAINT "mentoringRunsNumber" UNIQUE("roundId","number")
  )`,
  `CREATE TABLE "mentoringShortlists" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "runId" text NOT NULL,
    "menteePersonId" text NOT NULL,
    "mentors" json NOT NULL,
    "closesAt" timestamp (3) with time zone NOT NULL,
    "settledAt" timestamp (3) with time zone,
    CONSTRAINT "mentoringShortlistsOnce" UNIQUE("runId","menteePersonId")
  )`,
  `CREATE TABLE "mentoringLinks" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "secretHash" text NOT NULL,
    CONSTRAINT "mentoringLinksSecret" UNIQUE("secretHash"),
    CONSTRAINT "mentoringLinksOnce" UNIQUE("roundId","personId")
  )`,
  `CREATE TABLE "mentoringInvitations" (
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "side" text NOT NULL,
    "because" text NOT NULL,
    "invitedAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "mentoringInvitationsKey" PRIMARY KEY("roundId","personId","side")
  )`,
  `CREATE TABLE "mentoringStandings" (
    "roundId" text NOT NULL,
    "personId" text NOT NULL,
    "side" text NOT NULL,
    "standing" text NOT NULL,
    CONSTRAINT "mentoringStandingsKey" PRIMARY KEY("roundId","personId","side")
  )`,
  `CREATE TABLE "mentorWorkshops" (
    "personId" text NOT NULL,
    "heldOn" text NOT NULL,
    "recordedAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "mentorWorkshopsKey" PRIMARY KEY("personId","heldOn")
  )`,
  `CREATE TABLE "mentoringFigures" (
    "roundId" text NOT NULL,
    "number" integer NOT NULL,
    "figures" json NOT NULL,
    "held" json NOT NULL,
    "createdAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "mentoringFiguresKey" PRIMARY KEY("roundId","number")
  )`,
  `CREATE TABLE "mentoringRelationships" (
    "id" text PRIMARY KEY NOT NULL,
    "roundId" text NOT NULL,
    "runId" text NOT NULL,
    "menteePersonId" text NOT NULL,
    "mentorPersonId" text NOT NULL,
    "state" text NOT NULL,
    "score" integer NOT NULL,
    "points" json NOT NULL,
    "askedAt" timestamp (3) with time zone NOT NULL,
    "answerBy" timestamp (3) with time zone NOT NULL,
    "acceptedAt" timestamp (3) with time zone,
    "agreement" json,
    "menteeAgreedAt" timestamp (3) with time zone,
    "mentorAgreedAt" timestamp (3) with time zone,
    "activeAt" timestamp (3) with time zone,
    "endedAt" timestamp (3) with time zone,
    "ending" text,
    "exitSide" text,
    "exitReason" text,
    "moveAskedAt" timestamp (3) with time zone,
    "menteeMoveAt" timestamp (3) with time zone,
    "mentorMoveAt" timestamp (3) with time zone
  )`,
  `CREATE TABLE "mentoringMeetings" (
    "relationshipId" text NOT NULL,
    "heldOn" text NOT NULL,
    CONSTRAINT "mentoringMeetingsKey" PRIMARY KEY("relationshipId","heldOn")
  )`,
  `CREATE TABLE "mentoringPulses" (
    "id" text PRIMARY KEY NOT NULL,
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "kind" text NOT NULL,
    "dueAt" timestamp (3) with time zone NOT NULL,
    "answers" json,
    "answeredAt" timestamp (3) with time zone,
    CONSTRAINT "mentoringPulsesOnce" UNIQUE("relationshipId","side","kind")
  )`,
  `CREATE TABLE "mentoringReviews" (
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "answers" json NOT NULL,
    "submittedAt" timestamp (3) with time zone NOT NULL,
    CONSTRAINT "mentoringReviewsKey" PRIMARY KEY("relationshipId","side")
  )`,
  `CREATE TABLE "mentoringAlerts" (
    "id" text PRIMARY KEY NOT NULL,
    "relationshipId" text NOT NULL,
    "side" text NOT NULL,
    "raisedAt" timestamp (3) with time zone NOT NULL,
    "settledAt" timestamp (3) with time zone
  )`,
  `ALTER TABLE "mentoringRounds" ADD CONSTRAINT "mentoringRounds_programmeId_programmes_id_fk" FOREIGN KEY ("programmeId") REFERENCES "programmes"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRounds" ADD CONSTRAINT "mentoringRounds_requestWaveId_waves_id_fk" FOREIGN KEY ("requestWaveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRounds" ADD CONSTRAINT "mentoringRounds_offerWaveId_waves_id_fk" FOREIGN KEY ("offerWaveId") REFERENCES "waves"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringDecisions" ADD CONSTRAINT "mentoringDecisions_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRuns" ADD CONSTRAINT "mentoringRuns_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringShortlists" ADD CONSTRAINT "mentoringShortlists_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringShortlists" ADD CONSTRAINT "mentoringShortlists_runId_mentoringRuns_id_fk" FOREIGN KEY ("runId") REFERENCES "mentoringRuns"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringShortlists" ADD CONSTRAINT "mentoringShortlists_menteePersonId_persons_id_fk" FOREIGN KEY ("menteePersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringLinks" ADD CONSTRAINT "mentoringLinks_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringLinks" ADD CONSTRAINT "mentoringLinks_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringInvitations" ADD CONSTRAINT "mentoringInvitations_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringInvitations" ADD CONSTRAINT "mentoringInvitations_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringStandings" ADD CONSTRAINT "mentoringStandings_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringStandings" ADD CONSTRAINT "mentoringStandings_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentorWorkshops" ADD CONSTRAINT "mentorWorkshops_personId_persons_id_fk" FOREIGN KEY ("personId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringFigures" ADD CONSTRAINT "mentoringFigures_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRelationships" ADD CONSTRAINT "mentoringRelationships_roundId_mentoringRounds_id_fk" FOREIGN KEY ("roundId") REFERENCES "mentoringRounds"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRelationships" ADD CONSTRAINT "mentoringRelationships_runId_mentoringRuns_id_fk" FOREIGN KEY ("runId") REFERENCES "mentoringRuns"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRelationships" ADD CONSTRAINT "mentoringRelationships_menteePersonId_persons_id_fk" FOREIGN KEY ("menteePersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringRelationships" ADD CONSTRAINT "mentoringRelationships_mentorPersonId_persons_id_fk" FOREIGN KEY ("mentorPersonId") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringMeetings" ADD CONSTRAINT "mentoringMeetings_relationshipId_mentoringRelationships_id_fk" FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringPulses" ADD CONSTRAINT "mentoringPulses_relationshipId_mentoringRelationships_id_fk" FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringReviews" ADD CONSTRAINT "mentoringReviews_relationshipId_mentoringRelationships_id_fk" FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON DELETE no action ON UPDATE no action`,
  `ALTER TABLE "mentoringAlerts" ADD CONSTRAINT "mentoringAlerts_relationshipId_mentoringRelationships_id_fk" FOREIGN KEY ("relationshipId") REFERENCES "mentoringRelationships"("id") ON DELETE no action ON UPDATE no action`,
  `CREATE INDEX "mentoringRelationshipsRound" ON "mentoringRelationships" USING btree ("roundId")`,
];
