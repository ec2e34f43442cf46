/** A coordinator releases a wave once more, with another plan: audited together with everything released before. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { oneAtATime } from "../datasets/one-at-a-time.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { requireCuts } from "../waves/check-cuts.ts";
import type { TablesMaker } from "./make-tables.ts";
import { makeTablesInWorker } from "./make-tables-in-worker.ts";
import { closedSeal, decidePlan } from "./release-tables.ts";
import { findReleasedSurvey } from "./released-tables.ts";

export interface FurtherRelease {
  readonly wave: string;
  readonly cuts: readonly (readonly string[])[];
}

/**
 * @returns the number of the release
 * @throws DomainError "not-allowed", "not-found", "bad-input" for cuts the survey cannot make, "wrong-state" if the
 *   wave is not released or the auditor finds that the figures would complete earlier ones
 */
export async function addRelease(
  context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">,
  staff: StaffMember,
  { wave, cuts }: FurtherRelease,
  make: TablesMaker = makeTablesInWorker,
): Promise<number> {
  requireRole(staff, "coordinator");
  const found = await context.people.read((db) => findReleasedSurvey(db, wave));
  requireCuts({ cuts }, await definitionOfId(context, found.definitionId));
  const decision = await oneAtATime(wave, async () =>
    decidePlan(context, { seal: await closedSeal(context, wave), cuts, make }),
  );
  await context.people.write((tx) =>
    appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: decision.published ? "tables-released" : "tables-refused",
      details: { wave, release: decision.number, cuts },
    }),
  );
  if (!decision.published) throw new DomainError("wrong-state", decision.sentence);
  return decision.number;
}
