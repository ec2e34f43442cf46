/** The tables of mentoring relationships, in the identity store: the pairs, and what happens in them. */
import type { Agreement } from "../../analysis/mentoring/agreement.ts";
import type { ExitReason } from "../../analysis/mentoring/exit-reasons.ts";
import type { PulseKind } from "../../analysis/mentoring/pulse-plan.ts";
import type { Ending, RelationshipState, Side } from "../../analysis/mentoring/relationship-state.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";
import { type Identified, reference } from "./reference.ts";

/** The tables that a relationship refers to. */
interface KnownTables {
  readonly persons: Identified;
  readonly mentoringRounds: Identified;
  readonly mentoringRuns: Identified;
}

function defineRelationships(kit: ColumnKit, { persons, mentoringRounds, mentoringRuns }: KnownTables) {
  return kit.table(
    "mentoringRelationships",
    {
      id: kit.text().primaryKey(),
      roundId: reference(kit, mentoringRounds),
      runId: reference(kit, mentoringRuns),
      menteePersonId: reference(kit, persons),
      mentorPersonId: reference(kit, persons),
      state: kit.text().$type<RelationshipState>().notNull(),
      score: kit.integer().notNull(),
      /** Points by criterion when the pair was made. */
      points: kit.json<Readonly<Record<string, number>>>().notNull(),
      askedAt: kit.time().notNull(),
      answerBy: kit.time().notNull(),
      acceptedAt: kit.time(),
      agreement: kit.json<Agreement>(),
      menteeAgreedAt: kit.time(),
      mentorAgreedAt: kit.time(),
      activeAt: kit.time(),
      endedAt: kit.time(),
      ending: kit.text().$type<Ending>(),
      exitSide: kit.text().$type<Side>(),
      exitReason: kit.text().$type<ExitReason>(),
      moveAskedAt: kit.time(),
      menteeMoveAt: kit.time(),
      mentorMoveAt: kit.time(),
    },
    (pair) => [kit.index("mentoringRelationshipsRound").on(pair.roundId)],
  );
}

function defineLifeTables(kit: ColumnKit, relationships: Identified) {
  /** One meeting a day at most, whoever of the two clicked. */
  const mentoringMeetings = kit.table(
    "mentoringMeetings",
    { relationshipId: reference(kit, relationships), heldOn: kit.text().notNull() },
    (meeting) => [
      kit.primaryKey({ name: "mentoringMeetingsKey", columns: [meeting.relationshipId, meeting.heldOn] }),
    ],
  );
  const mentoringPulses = kit.table(
    "mentoringPulses",
    {
      id: kit.text().primaryKey(),
      relationshipId: reference(kit, relationships),
      side: kit.text().$type<Side>().notNull(),
      kind: kit.text().$type<PulseKind>().notNull(),
      dueAt: kit.time().notNull(),
      answers: kit.json<SurveyAnswers>(),
      answeredAt: kit.time(),
    },
    (pulse) => [kit.unique("mentoringPulsesOnce").on(pulse.relationshipId, pulse.side, pulse.kind)],
  );
  const mentoringReviews = kit.table(
    "mentoringReviews",
    {
      relationshipId: reference(kit, relationships),
      side: kit.text().$type<Side>().notNull(),
      answers: kit.json<SurveyAnswers>().notNull(),
      submittedAt: kit.time().notNull(),
    },
    (review) => [
      kit.primaryKey({ name: "mentoringReviewsKey", columns: [review.relationshipId, review.side] }),
    ],
  );
  /** What stops automation until the coordinator has looked. */
  const mentoringAlerts = kit.table("mentoringAlerts", {
    id: kit.text().primaryKey(),
    relationshipId: reference(kit, relationships),
    side: kit.text().$type<Side>().notNull(),
    raisedAt: kit.time().notNull(),
    settledAt: kit.time(),
  });
  return { mentoringMeetings, mentoringPulses, mentoringReviews, mentoringAlerts };
}

/** The tables of relationships, for the engine of the kit. */
export function defineRelationshipTables(kit: ColumnKit, known: KnownTables) {
  const mentoringRelationships = defineRelationships(kit, known);
  return { mentoringRelationships, ...defineLifeTables(kit, mentoringRelationships) };
}
