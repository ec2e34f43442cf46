/** The tables of mentoring, all in the identity store: rounds, decisions, runs, relationships and what happens in them. */
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { MatchWeights } from "../../analysis/matching/criteria.ts";
import type { MatchResult } from "../../analysis/matching/solve-match.ts";
import type { Agreement } from "../../analysis/mentoring/agreement.ts";
import type { ExitReason } from "../../analysis/mentoring/exit-reasons.ts";
import type { HeldFigures } from "../../analysis/mentoring/held-figures.ts";
import type { MentoringFigures } from "../../analysis/mentoring/mentoring-figures-model.ts";
import type { PulseKind } from "../../analysis/mentoring/pulse-plan.ts";
import type { Ending, RelationshipState, Side } from "../../analysis/mentoring/relationship-state.ts";
import type { RoundInputs } from "../../analysis/mentoring/round-inputs.ts";
import type { RoundSettings } from "../../analysis/mentoring/round-settings.ts";
import type { SurveyAnswers } from "../../surveys/definition.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";

/** The tables that mentoring refers to. */
interface KnownTables {
  readonly programmes: { readonly id: AnyPgColumn };
  readonly persons: { readonly id: AnyPgColumn };
  readonly waves: { readonly id: AnyPgColumn };
}

/** What the coordinator decided about the pairs of a round; the newest decision about a pair holds. */
type DecisionKind = "lock" | "forbid" | "clear" | "weights";

function defineRounds(kit: ColumnKit, { programmes, waves }: KnownTables) {
  return kit.table("mentoringRounds", {
    id: kit.text().primaryKey(),
    programmeId: kit
      .text()
      .notNull()
      .references(() => programmes.id),
    title: kit.text().notNull(),
    /** The forms of both sides; answers are given with a name. */
    requestWaveId: kit
      .text()
      .notNull()
      .references(() => waves.id),
    offerWaveId: kit
      .text()
      .notNull()
      .references(() => waves.id),
    settings: kit.json<RoundSettings>().notNull(),
    /** Signs the secrets of personal links; wrapped by the key-encryption key. */
    linkKey: kit.bytes().notNull(),
    createdAt: kit.time().notNull(),
  });
}

function defineRoundTables(kit: ColumnKit, known: KnownTables) {
  const mentoringRounds = defineRounds(kit, known);
  const roundOf = () =>
    kit
      .text()
      .notNull()
      .references(() => mentoringRounds.id);
  const personOf = () =>
    kit
      .text()
      .notNull()
      .references(() => known.persons.id);
  const mentoringDecisions = kit.table(
    "mentoringDecisions",
    {
      roundId: roundOf(),
      seq: kit.integer().notNull(),
      kind: kit.text().$type<DecisionKind>().notNull(),
      menteePersonId: kit.text(),
      mentorPersonId: kit.text(),
      weights: kit.json<MatchWeights>(),
      decidedAt: kit.time().notNull(),
    },
    (decision) => [
      kit.primaryKey({ name: "mentoringDecisionsKey", columns: [decision.roundId, decision.seq] }),
    ],
  );
  const mentoringRuns = kit.table(
    "mentoringRuns",
    {
      id: kit.text().primaryKey(),
      roundId: roundOf(),
      number: kit.integer().notNull(),
      /** Of the inputs' canonical JSON: the same inputs give the same pairs. */
      inputsHash: kit.text().notNull(),
      inputs: kit.json<RoundInputs>().notNull(),
      result: kit.json<MatchResult>().notNull(),
      createdAt: kit.time().notNull(),
      confirmedAt: kit.time(),
    },
    (run) => [kit.unique("mentoringRunsNumber").on(run.roundId, run.number)],
  );
  const mentoringShortlists = kit.table(
    "mentoringShortlists",
    {
      id: kit.text().primaryKey(),
      roundId: roundOf(),
      runId: kit
        .text()
        .notNull()
        .references(() => mentoringRuns.id),
      menteePersonId: personOf(),
      /** Persons; the first is the partner that is kept for the mentee. */
      mentors: kit.json<readonly string[]>().notNull(),
      closesAt: kit.time().notNull(),
      /** Set once chosen or lapsed, which look the same. */
      settledAt: kit.time(),
    },
    (list) => [kit.unique("mentoringShortlistsOnce").on(list.runId, list.menteePersonId)],
  );
  return { mentoringRounds, mentoringDecisions, mentoringRuns, mentoringShortlists };
}

type RoundTables = ReturnType<typeof defineRoundTables>;

function defineSideTables(kit: ColumnKit, { persons }: KnownTables, { mentoringRounds }: RoundTables) {
  const roundOf = () =>
    kit
      .text()
      .notNull()
      .references(() => mentoringRounds.id);
  const personOf = () =>
    kit
      .text()
      .notNull()
      .references(() => persons.id);
  /** One link a person and round, for all that concerns them in it. */
  const mentoringLinks = kit.table(
    "mentoringLinks",
    {
      id: kit.text().primaryKey(),
      roundId: roundOf(),
      personId: personOf(),
      secretHash: kit.text().notNull().unique("mentoringLinksSecret"),
    },
    (link) => [kit.unique("mentoringLinksOnce").on(link.roundId, link.personId)],
  );
  /** Who was asked to take part, and why; never what came of it. */
  const mentoringInvitations = kit.table(
    "mentoringInvitations",
    {
      roundId: roundOf(),
      personId: personOf(),
      side: kit.text().$type<Side>().notNull(),
      because: kit.text().$type<"asked" | "coaching-ended">().notNull(),
      invitedAt: kit.time().notNull(),
    },
    (invitation) => [
      kit.primaryKey({
        name: "mentoringInvitationsKey",
        columns: [invitation.roundId, invitation.personId, invitation.side],
      }),
    ],
  );
  /** Who stands aside, for a while or for good. No row: available. */
  const mentoringStandings = kit.table(
    "mentoringStandings",
    {
      roundId: roundOf(),
      personId: personOf(),
      side: kit.text().$type<Side>().notNull(),
      /** stopped: something happened that should not have, and no mail goes out until the coordinator has looked. */
      standing: kit.text().$type<"paused" | "ended" | "stopped">().notNull(),
    },
    (row) => [
      kit.primaryKey({ name: "mentoringStandingsKey", columns: [row.roundId, row.personId, row.side] }),
    ],
  );
  const mentorWorkshops = kit.table(
    "mentorWorkshops",
    { personId: personOf(), heldOn: kit.text().notNull(), recordedAt: kit.time().notNull() },
    (workshop) => [
      kit.primaryKey({ name: "mentorWorkshopsKey", columns: [workshop.personId, workshop.heldOn] }),
    ],
  );
  const mentoringFigures = kit.table(
    "mentoringFigures",
    {
      roundId: roundOf(),
      number: kit.integer().notNull(),
      figures: kit.json<MentoringFigures>().notNull(),
      /** What the next release must know; never shown. */
      held: kit.json<HeldFigures>().notNull(),
      createdAt: kit.time().notNull(),
    },
    (release) => [
      kit.primaryKey({ name: "mentoringFiguresKey", columns: [release.roundId, release.number] }),
    ],
  );
  return { mentoringLinks, mentoringInvitations, mentoringStandings, mentorWorkshops, mentoringFigures };
}

function defineRelationships(
  kit: ColumnKit,
  { persons }: KnownTables,
  { mentoringRounds, mentoringRuns }: RoundTables,
) {
  return kit.table(
    "mentoringRelationships",
    {
      id: kit.text().primaryKey(),
      roundId: kit
        .text()
        .notNull()
        .references(() => mentoringRounds.id),
      runId: kit
        .text()
        .notNull()
        .references(() => mentoringRuns.id),
      menteePersonId: kit
        .text()
        .notNull()
        .references(() => persons.id),
      mentorPersonId: kit
        .text()
        .notNull()
        .references(() => persons.id),
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

function defineLifeTables(kit: ColumnKit, relationships: ReturnType<typeof defineRelationships>) {
  const relationshipOf = () =>
    kit
      .text()
      .notNull()
      .references(() => relationships.id);
  /** One meeting a day at most, whoever of the two clicked. */
  const mentoringMeetings = kit.table(
    "mentoringMeetings",
    { relationshipId: relationshipOf(), heldOn: kit.text().notNull() },
    (meeting) => [
      kit.primaryKey({ name: "mentoringMeetingsKey", columns: [meeting.relationshipId, meeting.heldOn] }),
    ],
  );
  const mentoringPulses = kit.table(
    "mentoringPulses",
    {
      id: kit.text().primaryKey(),
      relationshipId: relationshipOf(),
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
      relationshipId: relationshipOf(),
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
    relationshipId: relationshipOf(),
    side: kit.text().$type<Side>().notNull(),
    raisedAt: kit.time().notNull(),
    settledAt: kit.time(),
  });
  return { mentoringMeetings, mentoringPulses, mentoringReviews, mentoringAlerts };
}

/** Every table of mentoring, for the engine of the kit. */
export function defineMentoringTables(kit: ColumnKit, people: KnownTables) {
  const rounds = defineRoundTables(kit, people);
  const mentoringRelationships = defineRelationships(kit, people, rounds);
  return {
    ...rounds,
    ...defineSideTables(kit, people, rounds),
    mentoringRelationships,
    ...defineLifeTables(kit, mentoringRelationships),
  };
}
