/** The tables of a staff survey: everything that may be shown of one wave, worked out once at its release. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { Dataset } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { classSizes, personsOf } from "./class-counts.ts";
import { byPasses, byPlainRule, type DisclosureRule, largeEnough } from "./disclosure-rule.ts";
import { arrangeCells } from "./item-cells.ts";
import { membershipsOf } from "./merged-classes.ts";
import { firstLanguage, planRelease, type ReleasePlan } from "./release-plan.ts";
import { indexTable, scaleTables } from "./scale-cells.ts";
import { shownComments } from "./shown-comments.ts";
import { type Measure, measuresOf, shownCells } from "./shown-items.ts";
import type { StaffCut, StaffDistribution, StaffItem, StaffTables } from "./staff-tables-model.ts";

/** How many people there are in one category of a cut, answered or not. */
export interface StaffHeadcount {
  /** The cut's codes, joined by "+". */
  readonly cut: string;
  /** The category's values, joined by "+". */
  readonly values: string;
  readonly headcount: number;
}

export interface StaffTablesInput {
  readonly definition: SurveyDefinition;
  readonly dataset: Dataset;
  readonly policy: DisclosurePolicy;
  /** Persons invited; null for a wave from elsewhere. */
  readonly invited: number | null;
  readonly headcounts?: readonly StaffHeadcount[];
  /** True once the time is over; from then on the plain rule decides. Never over by default. */
  readonly budget?: () => boolean;
}

/**
 * All tables of one wave under its frozen policy. The same input gives the same tables, unless the time is over.
 *
 * @param input definition, dataset, policy with its cuts, persons invited, headcounts, and when the time is over
 * @returns the tables as they may leave the server, once the auditor has not broken them
 * @throws RangeError if the dataset is of another survey, if the policy is below the product's floors, or if a cut
 * does not name choice items
 * @see README.md in this folder for the rules that decide what is shown
 * @example buildStaffTables({ definition, dataset, policy, invited: 240 }).answered;
 */
export function buildStaffTables(input: StaffTablesInput): StaffTables {
  requireFitting(input);
  const plan = planRelease(input.definition, input.dataset, input.policy.cuts ?? []);
  const minimum = input.policy.minimumGroupSize;
  const isOver = input.budget ?? (() => false);
  const { rule, ranOut } = byPasses(plan.aggregates, minimum, isOver);
  const tables = tablesBy({ rule, isOver }, input, plan);
  if (!ranOut()) return { ...tables, method: "passes" };
  const plain = { rule: byPlainRule(plan.aggregates, minimum), isOver: () => false };
  return { ...tablesBy(plain, input, plan), method: "fallback" };
}

function tablesBy(
  { rule, isOver }: { readonly rule: DisclosureRule; readonly isOver: () => boolean },
  { definition, dataset, policy, invited, headcounts = [] }: StaffTablesInput,
  plan: ReleasePlan,
): Omit<StaffTables, "method"> {
  const minimum = policy.minimumGroupSize;
  const sizes = classSizes(plan.classes);
  const answered = rule(sizes, largeEnough(plan.aggregates, sizes, minimum));
  const gate = { plan, memberships: membershipsOf(plan), rule, answered, minimum, isOver };
  const items = measuresOf(definition, dataset, plan).map((measure) => ({
    measure,
    cells: shownCells(measure, gate),
  }));
  const source = {
    definition,
    dataset,
    plan,
    minimum,
    cells: new Map(items.map(({ measure, cells }) => [measure.item.code, cells])),
    mayShow: (persons: Uint32Array, places: readonly number[]) =>
      rule(
        persons,
        places.filter((place) => answered.has(place)),
      ),
  };
  const answeredCells = plan.aggregates.map((aggregate, place) =>
    answeredCell(personsOf(aggregate, sizes), { kept: answered.has(place), minimum }),
  );
  const { id, version } = definition.soundings;
  return {
    format: 2,
    survey: { id, version, title: firstLanguage(definition.title, definition) },
    minimum,
    width: null,
    invited,
    answered: answeredCells[0] ?? { shown: false, reason: "no-answers" },
    cuts: cutsOf(plan, answeredCells, headcounts),
    items: items.map(({ measure, cells }) => staffItem(measure, cells, { definition, plan })),
    scales: scaleTables(source),
    index: indexTable(source),
    comments: shownComments(definition, dataset, policy),
  };
}

function answeredCell(
  persons: number,
  { kept, minimum }: { readonly kept: boolean; readonly minimum: number },
): Cell<number> {
  if (persons < minimum) return { shown: false, reason: "too-few-answers" };
  return kept
    ? { shown: true, n: persons, value: persons }
    : { shown: false, reason: "would-reveal-another" };
}

function cutsOf(
  plan: ReleasePlan,
  answered: readonly Cell<number>[],
  headcounts: readonly StaffHeadcount[],
): readonly StaffCut[] {
  const known = new Map(headcounts.map(({ cut, values, headcount }) => [`${cut}\n${values}`, headcount]));
  const cells = arrangeCells(plan.aggregates, answered, plan.cuts.length);
  return plan.cuts.map(({ codes, label, categories }, cut) => ({
    codes,
    label,
    categories: categories.map(({ values, label: name }, category) => ({
      values,
      label: name,
      headcount: known.get(`${codes.join("+")}\n${values.join("+")}`) ?? null,
      answered: cells.cuts[cut]?.[category] ?? { shown: false, reason: "no-answers" },
    })),
  }));
}

function staffItem(
  { item, column, points }: Measure,
  cells: readonly Cell<StaffDistribution>[],
  { definition, plan }: { readonly definition: SurveyDefinition; readonly plan: ReleasePlan },
): StaffItem {
  return {
    code: item.code,
    label: firstLanguage(item.title, definition),
    kind: column.kind,
    dimension: item.metadata.dimension ?? null,
    reverseKeyed: item.metadata.reverseKeyed === true,
    points,
    cells: arrangeCells(plan.aggregates, cells, plan.cuts.length),
  };
}

function requireFitting({ definition, dataset, policy }: StaffTablesInput): void {
  const { id, version, kind } = definition.soundings;
  if (kind === "360") throw new RangeError("staff tables require a survey about nobody in particular");
  if (dataset.survey.id !== id || dataset.survey.version !== version) {
    throw new RangeError("staff tables require a dataset of the same survey and version");
  }
  const floors = POLICY_FLOORS["staff-survey"];
  if (!(policy.minimumGroupSize >= floors.minimumGroupSize)) {
    throw new RangeError(`staff tables require a minimum group size of at least ${floors.minimumGroupSize}`);
  }
  if (!(policy.minimumComments >= floors.minimumComments)) {
    throw new RangeError(`staff tables require a minimum of at least ${floors.minimumComments} comments`);
  }
}
