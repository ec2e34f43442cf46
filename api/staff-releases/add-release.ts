/** A coordinator releases a wave once more, with another plan: audited together with everything released before. */
import { cutTrees } from "../../analysis/staff-tables/cut-trees.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { firstLanguage } from "../../surveys/localised-text.ts";
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { oneAtATime } from "../datasets/one-at-a-time.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { requireCuts } from "../waves/check-cuts.ts";
import type { StoredWave } from "../waves/store.ts";
import type { TablesMaker } from "./make-tables.ts";
import { makeTablesInWorker } from "./make-tables-in-worker.ts";
import { closedSeal, decidePlan } from "./release-tables.ts";
import { findReleasedSurvey } from "./released-tables.ts";
import { ledgerOf } from "./store.ts";

export interface FurtherRelease {
  readonly wave: string;
  readonly cuts: readonly (readonly string[])[];
}

/** The same for each order of cuts, and of the two questions of a cut. */
function planText(cuts: readonly (readonly string[])[]): string {
  return [...new Set(cuts.map((cut) => cut.toSorted().join("+")))].sort().join(" ");
}

/**
 * People were told before they answered which groups figures are shown of, and "for no other groups". Where answers were
 * imported, nobody was asked here.
 * @throws DomainError "bad-input" for any other group
 */
function requirePromised(
  { openedAt, policy }: StoredWave,
  cuts: FurtherRelease["cuts"],
  definition: SurveyDefinition,
): void {
  if (openedAt === null) return;
  const promised = policy.cuts ?? [];
  const known = new Set(promised.map((cut) => planText([cut])));
  if (cuts.every((cut) => known.has(planText([cut])))) return;
  const language = firstLanguage(definition.soundings.languages);
  const named = (code: string) =>
    `“${definition.items.find((item) => item.code === code)?.title[language] ?? code}”`;
  const groups = promised.map((cut) => cut.map(named).join(" together with ")).join(", ");
  throw new DomainError(
    "bad-input",
    promised.length === 0
      ? "Before they answered, people were told that figures are shown of everybody together only. Nothing was released."
      : `Before they answered, people were told that figures are shown of everybody together and by ${groups}, and of no other groups. Nothing was released. Choose among these.`,
  );
}

/** @throws DomainError "bad-input" if the wave has these very groups already, or others that these would cross */
async function requireNewPlan(
  context: Pick<StaffContext, "people">,
  { wave, cuts }: FurtherRelease,
): Promise<void> {
  const ledger = await context.people.read((db) => ledgerOf(db, wave));
  const same = ledger.find((entry) => entry.refusal === null && planText(entry.cuts) === planText(cuts));
  if (same !== undefined) {
    throw new DomainError(
      "bad-input",
      `Release ${same.number} shows these very groups. Nothing was released. Choose other groups, or read that release.`,
    );
  }
  const released = ledger.filter(({ refusal }) => refusal === null).map((entry) => entry.cuts);
  const before = [...new Map(released.flat().map((cut) => [cut.join("+"), cut])).values()];
  const all = [...before, ...cuts.filter((cut) => !before.some((own) => own.join("+") === cut.join("+")))];
  if (cutTrees(all, released[0]?.length === 0).outside.every((place) => place < before.length)) return;
  throw new DomainError(
    "bad-input",
    "Answers can be counted by two ways of forming groups that cross, and these would be a third beside those already released: together they could tell what single people answered. Nothing was released, and what was released before stays. Choose groups that lie within those released, or fewer.",
  );
}

/**
 * @returns the number of the release
 * @throws DomainError "not-allowed", "not-found", "bad-input" for cuts the survey cannot make, has released or has not promised, "wrong-state" if the
 *   wave is not released, "not-released" if the auditor finds that the figures would complete earlier ones
 */
export async function addRelease(
  context: Pick<StaffContext, "people" | "answers" | "keys" | "clock">,
  staff: StaffMember,
  { wave, cuts }: FurtherRelease,
  make: TablesMaker = makeTablesInWorker,
): Promise<number> {
  requireRole(staff, "coordinator");
  const found = await context.people.read((db) => findReleasedSurvey(db, wave));
  const definition = await definitionOfId(context, found.definitionId);
  requireCuts({ cuts }, definition);
  requirePromised(found, cuts, definition);
  await requireNewPlan(context, { wave, cuts });
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
  if (!decision.published) throw new DomainError("not-released", decision.sentence);
  return decision.number;
}
