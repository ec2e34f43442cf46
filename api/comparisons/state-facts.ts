/** What a coordinator states for comparisons: units that were renamed, and events that the organisation counted. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { DomainError, type InputProblem } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { requireProgramme } from "../programmes/require-programme.ts";
import { findWave } from "../waves/find-wave.ts";
import {
  type CountedEvents,
  eventsOf,
  type RenamedValue,
  replaceEvents,
  replaceRenamedValues,
} from "./store.ts";

type FactContext = Pick<StaffContext, "people" | "clock">;

/** Each name leads to one other name, and none to itself. */
function renamedProblems(rows: readonly RenamedValue[]): InputProblem[] {
  const seen = new Set<string>();
  return rows.flatMap(({ item, earlier, later }, place) => {
    const path = `renamed.${place}`;
    const keys = [`${item}\nlater\n${later}`, `${item}\nearlier\n${earlier}`];
    const twice = keys.some((key) => seen.has(key));
    for (const key of keys) seen.add(key);
    if (earlier === later) return [{ path, sentence: "The name continues itself. Leave the row out." }];
    return twice
      ? [{ path, sentence: "A name stands in two rows. Each continues one other name only." }]
      : [];
  });
}

/**
 * The list replaces what was stated before.
 * @throws DomainError "not-allowed", "not-found", "bad-input" for a name that stands twice
 */
export async function stateRenamed(
  context: FactContext,
  staff: StaffMember,
  { programme, renamed }: { readonly programme: string; readonly renamed: readonly RenamedValue[] },
): Promise<void> {
  requireRole(staff, "coordinator");
  const problems = renamedProblems(renamed);
  if (problems.length > 0) {
    throw new DomainError("bad-input", "The list does not fit together. Nothing was changed.", problems);
  }
  await context.people.write(async (tx) => {
    await requireProgramme(tx, programme);
    await replaceRenamedValues(tx, programme, renamed);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "categories-renamed",
      details: { programme, renamed },
    });
  });
}

/** @throws DomainError "not-allowed", "not-found" */
export async function readEvents(
  { people }: FactContext,
  staff: StaffMember,
  { wave }: { readonly wave: string },
): Promise<readonly CountedEvents[]> {
  requireRole(staff, "coordinator", "evaluator");
  return people.read(async (db) => {
    await findWave(db, wave);
    return (await eventsOf(db, [wave])).map(({ name, events, staff: people }) => ({
      name,
      events,
      staff: people,
    }));
  });
}

/**
 * The list replaces what was stated before.
 * @throws DomainError "not-allowed", "not-found", "bad-input" for a name that stands twice
 */
export async function stateEvents(
  context: FactContext,
  staff: StaffMember,
  { wave, events }: { readonly wave: string; readonly events: readonly CountedEvents[] },
): Promise<void> {
  requireRole(staff, "coordinator");
  if (new Set(events.map(({ name }) => name.toLowerCase())).size < events.length) {
    throw new DomainError("bad-input", "The same events are named twice. Keep one row. Nothing was changed.");
  }
  await context.people.write(async (tx) => {
    await findWave(tx, wave);
    await replaceEvents(tx, wave, events);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "events-counted",
      details: { wave, kinds: events.length },
    });
  });
}
