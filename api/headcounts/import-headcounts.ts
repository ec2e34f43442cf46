/** Takes in how many people there are in each category of a wave's cuts, from a CSV file or from the list of people. */
import { appendAudit } from "../audit/append-audit.ts";
import type { StaffContext } from "../context.ts";
import { definitionOfId } from "../definitions/read-definitions.ts";
import { DomainError, type InputProblem, shownProblems } from "../errors.ts";
import { requireRole, type StaffMember } from "../permissions.ts";
import { findWave } from "../waves/find-wave.ts";
import { type CountedParticipants, countParticipants } from "./count-participants.ts";
import { cutCategories, type NamedCut } from "./cut-categories.ts";
import { readHeadcounts } from "./read-headcounts.ts";
import { type CategoryHeadcount, headcountsOf, participantsOf, replaceHeadcounts } from "./store.ts";

export interface HeadcountsRequest {
  readonly wave: string;
  /** A CSV text; absent: those invited, as the list of people has them. */
  readonly csv?: string | undefined;
  readonly apply: boolean;
}

type HeadcountContext = Pick<StaffContext, "people" | "answers" | "clock">;

async function cutsOfWave(context: HeadcountContext, id: string): Promise<readonly NamedCut[]> {
  const wave = await context.people.read((db) => findWave(db, id));
  const cuts = wave.policy.cuts ?? [];
  if (wave.kind !== "staff-survey" || cuts.length === 0) {
    throw new DomainError("wrong-state", "This wave has no cuts, so there is nothing to count people by.");
  }
  return cutCategories(await definitionOfId(context, wave.definitionId), cuts);
}

function withLabels(rows: readonly CategoryHeadcount[], cuts: readonly NamedCut[]) {
  const labels = new Map(
    cuts.flatMap(({ cut, categories }) =>
      categories.map(({ category, label }) => [`${cut}\n${category}`, label] as const),
    ),
  );
  return rows.map((row) => ({ ...row, label: labels.get(`${row.cut}\n${row.category}`) ?? row.category }));
}

/** @throws DomainError "not-allowed", "not-found"; "wrong-state" for a wave without cuts */
export async function readStoredHeadcounts(
  context: HeadcountContext,
  staff: StaffMember,
  { wave }: { readonly wave: string },
) {
  requireRole(staff, "coordinator");
  const cuts = await cutsOfWave(context, wave);
  const rows = await context.people.read((db) => headcountsOf(db, wave));
  const known = new Set(cuts.map(({ cut }) => cut));
  return {
    cuts: cuts.map(({ cut, label, categories }) => ({
      cut,
      label,
      categories: categories.map(({ category, label: name }) => ({ category, label: name })),
    })),
    headcounts: withLabels(
      rows.filter(({ cut }) => known.has(cut)),
      cuts,
    ),
  };
}

async function listed(
  context: HeadcountContext,
  { wave, csv }: HeadcountsRequest,
  cuts: readonly NamedCut[],
): Promise<CountedParticipants & { readonly problems: readonly InputProblem[] }> {
  if (csv !== undefined) return { ...readHeadcounts(csv, cuts), matches: [] };
  const people = await context.people.read((db) => participantsOf(db, wave));
  const counted = countParticipants(people, cuts);
  if (counted.rows.length > 0) return { ...counted, problems: [] };
  const sentence =
    "The units, sites and grades on the list of people are not the answers of this form, or nobody is invited yet. Import a CSV file instead.";
  return { ...counted, problems: [{ path: "list of people", sentence }] };
}

/**
 * The list is the whole list: what stood there before is replaced.
 * @throws DomainError "not-allowed", "not-found"; "wrong-state" for a wave without cuts or released already;
 *   "bad-input" with every bad row if the list should be applied as it is
 */
export async function importHeadcounts(
  context: HeadcountContext,
  staff: StaffMember,
  request: HeadcountsRequest,
) {
  requireRole(staff, "coordinator");
  const cuts = await cutsOfWave(context, request.wave);
  const { rows, matches, problems } = await listed(context, request, cuts);
  const found = {
    headcounts: withLabels(rows, cuts),
    matches: [...matches],
    problems: shownProblems(problems),
  };
  if (!request.apply) return { applied: false, ...found };
  if (problems.length > 0) {
    throw new DomainError("bad-input", "Nothing was imported: some rows have to be mended first.", problems);
  }
  await context.people.write(async (tx) => {
    const wave = await findWave(tx, request.wave);
    if (wave.state === "releasing" || wave.state === "released") {
      throw new DomainError(
        "wrong-state",
        "The figures are released, and the headcounts with them. They stay as they are.",
      );
    }
    await replaceHeadcounts(tx, request.wave, rows);
    await appendAudit(tx, {
      at: context.clock(),
      actorPersonId: staff.personId,
      action: "headcounts-imported",
      details: { wave: request.wave, categories: rows.length },
    });
  });
  return { applied: true, ...found };
}
