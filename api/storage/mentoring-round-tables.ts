/** The tables of a round of mentoring, in the identity store: who was asked, decisions, runs, and what was published. */
import type { MatchWeights } from "../../analysis/matching/criteria.ts";
import type { MatchResult } from "../../analysis/matching/solve-match.ts";
import type { HeldFigures } from "../../analysis/mentoring/held-figures.ts";
import type { MentoringFigures } from "../../analysis/mentoring/mentoring-figures-model.ts";
import type { Side } from "../../analysis/mentoring/relationship-state.ts";
import type { RoundInputs } from "../../analysis/mentoring/round-inputs.ts";
import type { RoundSettings } from "../../analysis/mentoring/round-settings.ts";
import type { ColumnKit } from "./column-kit-postgres.ts";
import { type Identified, reference } from "./reference.ts";

/** The tables that a round refers to. */
interface KnownTables {
  readonly programmes: Identified;
  readonly persons: Identified;
  readonly waves: Identified;
}

/** What the coordinator decided about the pairs of a round; the newest decision about a pair holds. */
type DecisionKind = "lock" | "forbid" | "clear" | "weights";

function defineRounds(kit: ColumnKit, { programmes, waves }: KnownTables) {
  return kit.table("mentoringRounds", {
    id: kit.text().primaryKey(),
    programmeId: reference(kit, programmes),
    title: kit.text().notNull(),
    /** The forms of both sides; answers are given with a name. */
    requestWaveId: reference(kit, waves),
    offerWaveId: reference(kit, waves),
    settings: kit.json<RoundSettings>().notNull(),
    /** Signs the secrets of personal links; wrapped by the key-encryption key. */
    linkKey: kit.bytes().notNull(),
    createdAt: kit.time().notNull(),
  });
}

function defineMatchTables(kit: ColumnKit, known: KnownTables) {
  const mentoringRounds = defineRounds(kit, known);
  const mentoringDecisions = kit.table(
    "mentoringDecisions",
    {
      roundId: reference(kit, mentoringRounds),
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
      roundId: reference(kit, mentoringRounds),
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
      roundId: reference(kit, mentoringRounds),
      runId: reference(kit, mentoringRuns),
      menteePersonId: reference(kit, known.persons),
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

function defineSideTables(kit: ColumnKit, { persons }: KnownTables, mentoringRounds: Identified) {
  /** One link a person and round, for all that concerns them in it. */
  const mentoringLinks = kit.table(
    "mentoringLinks",
    {
      id: kit.text().primaryKey(),
      roundId: reference(kit, mentoringRounds),
      personId: reference(kit, persons),
      secretHash: kit.text().notNull().unique("mentoringLinksSecret"),
    },
    (link) => [kit.unique("mentoringLinksOnce").on(link.roundId, link.personId)],
  );
  /** Who was asked to take part, and why; never what came of it. */
  const mentoringInvitations = kit.table(
    "mentoringInvitations",
    {
      roundId: reference(kit, mentoringRounds),
      personId: reference(kit, persons),
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
      roundId: reference(kit, mentoringRounds),
      personId: reference(kit, persons),
      side: kit.text().$type<Side>().notNull(),
      /** stopped: something happened that should not have; nothing goes on by itself until the coordinator looked. */
      standing: kit.text().$type<"paused" | "ended" | "stopped">().notNull(),
    },
    (row) => [
      kit.primaryKey({ name: "mentoringStandingsKey", columns: [row.roundId, row.personId, row.side] }),
    ],
  );
  const mentorWorkshops = kit.table(
    "mentorWorkshops",
    { personId: reference(kit, persons), heldOn: kit.text().notNull(), recordedAt: kit.time().notNull() },
    (workshop) => [
      kit.primaryKey({ name: "mentorWorkshopsKey", columns: [workshop.personId, workshop.heldOn] }),
    ],
  );
  const mentoringFigures = kit.table(
    "mentoringFigures",
    {
      roundId: reference(kit, mentoringRounds),
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

/** The tables of rounds, for the engine of the kit. */
export function defineRoundTables(kit: ColumnKit, known: KnownTables) {
  const tables = defineMatchTables(kit, known);
  return { ...tables, ...defineSideTables(kit, known, tables.mentoringRounds) };
}
