/** The coordinator's board: the pool as it is, the newest run, and the decisions so far. */
import { namedInText } from "../../../analysis/matching/named-in-text.ts";
import type { RoundInputs } from "../../../analysis/mentoring/round-inputs.ts";
import { canonicalJson } from "../../../surveys/json-value.ts";
import type { StaffContext } from "../../context.ts";
import { requireRole, type StaffMember } from "../../permissions.ts";
import type { Board } from "./board-schemas.ts";
import { type Pool, poolOfRound } from "./collect-inputs.ts";
import { cardOf, describeOutcome } from "./describe-outcome.ts";
import { standingDecisions } from "./standing-decisions.ts";
import { newestRun, type StoredRun } from "./store.ts";

/** A day more of waiting alone makes no run stale. */
function sameButDays(one: RoundInputs, other: RoundInputs): boolean {
  return canonicalJson({ ...one, waitingDays: {} }) === canonicalJson({ ...other, waitingDays: {} });
}

function poolCounts({ mentees, mentors, live }: RoundInputs): Board["pool"] {
  const places = mentors.reduce((sum, { capacity }) => sum + capacity, 0);
  return {
    mentees: mentees.length,
    waiting: mentees.length - live.length,
    mentors: mentors.length,
    places,
    free: places - live.length,
  };
}

function unclearExclusions(pool: Pool): Board["unclear"] {
  const { roster, mentees, mentors } = pool.inputs;
  const people = roster.map(({ ref, name }) => ({ key: ref, name }));
  const units = [...new Set(roster.map(({ unit }) => unit))].map((unit) => ({ key: unit, name: unit }));
  return [
    ...mentees.flatMap(({ person, notThesePeople, notTheseAreas }) =>
      [...namedInText(notThesePeople, people).unclear, ...namedInText(notTheseAreas, units).unclear].map(
        (text) => ({ person: cardOf(pool, person.ref), side: "mentee" as const, text }),
      ),
    ),
    ...mentors.flatMap(({ person, notThesePeople }) =>
      namedInText(notThesePeople, people).unclear.map((text) => ({
        person: cardOf(pool, person.ref),
        side: "mentor" as const,
        text,
      })),
    ),
  ];
}

function describeRun(run: StoredRun, pool: Pool): NonNullable<Board["run"]> {
  return {
    id: run.id,
    number: run.number,
    createdAt: run.createdAt.toISOString(),
    confirmedAt: run.confirmedAt?.toISOString() ?? null,
    inputsHash: run.inputsHash,
    stale: !sameButDays(run.inputs, pool.inputs),
  };
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readBoard(
  context: Pick<StaffContext, "people" | "clock">,
  staff: StaffMember,
  { round: id }: { readonly round: string },
): Promise<Board> {
  requireRole(staff, "coordinator");
  const { pool, run } = await context.people.read(async (db) => ({
    pool: await poolOfRound(db, id, context.clock()),
    run: await newestRun(db, id),
  }));
  const { locked, forbidden } = standingDecisions(pool.decisions);
  const cards = (pairs: typeof locked) =>
    pairs.map(({ mentee, mentor }) => ({
      mentee: cardOf(pool, pool.personOf.get(mentee)?.ref ?? ""),
      mentor: cardOf(pool, pool.personOf.get(mentor)?.ref ?? ""),
    }));
  const newest = pool.decisions.at(-1);
  return {
    round: { id: pool.round.id, title: pool.round.title, programme: pool.round.programmeId },
    pool: poolCounts(pool.inputs),
    people: pool.inputs.mentees.map(({ person: { ref } }) => ({
      person: cardOf(pool, ref),
      waitingDays: pool.inputs.waitingDays[ref] ?? 0,
    })),
    run: run === undefined ? null : describeRun(run, pool),
    outcome: run === undefined ? null : describeOutcome(pool, run.inputs, run.result),
    locked: cards(locked),
    forbidden: cards(forbidden),
    undo: newest === undefined ? null : { kind: newest.kind },
    unclear: unclearExclusions(pool),
  };
}
