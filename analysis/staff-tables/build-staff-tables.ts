/** The tables of a staff survey: everything that may be shown of one wave, worked out once at its release. */
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import { type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { classSizes, countClasses, personsOf } from "./class-counts.ts";
import { arrangeCells, blocksOf, itemCells, type Shown } from "./item-cells.ts";
import { plainRule } from "./plain-rule.ts";
import { firstLanguage, planRelease, type ReleasePlan } from "./release-plan.ts";
import { indexTable, scaleTables } from "./scale-cells.ts";
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
  const { definition, dataset, policy, invited } = input;
  const minimum = policy.minimumGroupSize;
  const plan = planRelease(definition, dataset, policy.cuts ?? []);
  const sizes = classSizes(plan.classes);
  const answered = kept(plan, sizes, minimum);
  const items = measures(definition, dataset, plan).map((measure) => ({
    ...measure,
    cells: cellsOf(measure, { plan, answered, minimum }),
  }));
  const source = {
    definition,
    dataset,
    plan,
    minimum,
    cells: new Map(items.map(({ column, cells }) => [column.code, cells])),
    mayShow: (persons: Uint32Array) => kept(plan, persons, minimum),
  };
  const answeredCells = plan.aggregates.map((aggregate, place) =>
    answeredCell(personsOf(aggregate, sizes), { kept: answered[place] === true, minimum }),
  );
  const { id, version } = definition.soundings;
  return {
    format: 1,
    survey: { id, version, title: firstLanguage(definition.title, definition) },
    minimum,
    invited,
    answered: answeredCells[0] ?? { shown: false, reason: "no-answers" },
    cuts: cutsOf(plan, answeredCells, input.headcounts ?? []),
    items: items.map(({ item, points, column, cells }) =>
      staffItem({ item, points, column, cells }, input, plan),
    ),
    scales: scaleTables(source),
    index: indexTable(source),
    method: "fallback",
  };
}

interface Measure {
  readonly item: Item;
  readonly column: DatasetColumn;
  /** Labels of its points or choices. */
  readonly points: readonly string[];
  readonly ordered: boolean;
}

/** What is measured: scale items, and choice items that no cut is made of. */
function measures(definition: SurveyDefinition, dataset: Dataset, plan: ReleasePlan): readonly Measure[] {
  const cutCodes = new Set(plan.cuts.flatMap(({ codes }) => codes));
  const columns = new Map(dataset.columns.map((column) => [column.code, column]));
  return definition.items.flatMap((item): Measure[] => {
    const column = columns.get(item.code);
    if (column === undefined || cutCodes.has(item.code)) return [];
    if (column.kind === "choice") {
      const labels = new Map(
        item.choices?.map(({ value, label }) => [value, firstLanguage(label, definition)]),
      );
      return [
        { item, column, ordered: false, points: column.choices.map((value) => labels.get(value) ?? value) },
      ];
    }
    const scale = definition.soundings.scales[item.metadata.scale ?? ""];
    if (scale === undefined) return [];
    const points = scale.labels.map((label) => firstLanguage(label, definition));
    return [{ item, column, ordered: scale.ordered, points }];
  });
}

function kept(plan: ReleasePlan, persons: Uint32Array, minimum: number): readonly boolean[] {
  const places = new Set(plainRule(plan.aggregates, persons, minimum).flat());
  return plan.aggregates.map((_, place) => places.has(place));
}

function cellsOf(
  { item, column, ordered }: Measure,
  {
    plan,
    answered,
    minimum,
  }: {
    readonly plan: ReleasePlan;
    readonly answered: readonly boolean[];
    readonly minimum: number;
  },
): readonly Cell<StaffDistribution>[] {
  const counted = countClasses(column, plan.classes);
  const blocks = blocksOf({
    points: counted.points,
    ordered,
    reverseKeyed: item.metadata.reverseKeyed === true,
  });
  const allowed = kept(plan, counted.answered, minimum);
  const shown = plan.aggregates.map((aggregate, place): Shown => {
    if (personsOf(aggregate, counted.answered) < minimum) return "too-few-answers";
    return allowed[place] === true && answered[place] === true ? "points" : "would-reveal-another";
  });
  return itemCells(plan.aggregates, counted, { shown, blocks });
}

function answeredCell(
  persons: number,
  { kept: isKept, minimum }: { readonly kept: boolean; readonly minimum: number },
): Cell<number> {
  if (persons < minimum) return { shown: false, reason: "too-few-answers" };
  return isKept
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
  {
    item,
    points,
    column,
    cells,
  }: Omit<Measure, "ordered"> & { readonly cells: readonly Cell<StaffDistribution>[] },
  { definition }: Pick<StaffTablesInput, "definition">,
  plan: ReleasePlan,
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
  const floor = POLICY_FLOORS["staff-survey"].minimumGroupSize;
  if (!(policy.minimumGroupSize >= floor)) {
    throw new RangeError(`staff tables require a minimum group size of at least ${floor}`);
  }
}
