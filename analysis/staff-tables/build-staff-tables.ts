/** The tables of a staff survey: everything that may be shown of one wave, worked out once at its release. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import { type DisclosurePolicy, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { Dataset } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { arrangeCells } from "./arrange-cells.ts";
import { classSizes, personsOf } from "./class-counts.ts";
import { cutTrees } from "./cut-trees.ts";
import { byPasses, byPlainRule, type DisclosureRule, largeEnough } from "./disclosure-rule.ts";
import { earlierStatements } from "./earlier-statements.ts";
import { withCuts } from "./one-cut.ts";
import { type Aggregate, firstLanguage, planRelease, type ReleasePlan } from "./release-plan.ts";
import { indexTable, scaleTables } from "./scale-cells.ts";
import { shownComments } from "./shown-comments.ts";
import {
  type ChosenGroups,
  chosenGroups,
  type Gate,
  type Measure,
  measuresOf,
  type ShownCells,
  saidCells,
} from "./shown-items.ts";
import type { BesideWave, StaffCut, StaffItem, StaffTables } from "./staff-tables-model.ts";

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
  /** What was released of the same answers before, oldest first: it stands, and the steps go on from it. */
  readonly earlier?: readonly StaffTables[];
  /** Other waves released before that asked some of the same persons some of the same, the latest first. */
  readonly beside?: readonly BesideWave[];
  /** How many answers somebody may know; 1 by default, their own. One more where an answer is shown openly. */
  readonly known?: number;
  /** True once the time is over; from then on the plain rule decides. Never over by default. */
  readonly budget?: () => boolean;
}

/** One answer: everybody knows their own. */
const KNOWN_ANSWERS = 1;

/**
 * All tables of one wave under its frozen policy. The same input gives the same tables, unless the time is over.
 *
 * @param input definition, dataset, policy with its cuts, persons invited, headcounts, what was released of the same
 * answers before, and when the time is over
 * @returns the tables as they may leave the server, once the auditor has not broken them
 * @throws RangeError if the dataset is of another survey, if the policy is below the product's floors, if a cut
 * does not name choice items, or if earlier releases contradict each other
 * @see README.md in this folder for the rules that decide what is shown
 * @example buildStaffTables({ definition, dataset, policy, invited: 240 }).answered;
 */
export function buildStaffTables(input: StaffTablesInput): StaffTables {
  requireFitting(input);
  const { definition, dataset, policy, earlier = [] } = input;
  const wanted = policy.cuts ?? [];
  const before = earlier.flatMap(({ cuts }) => cuts.map(({ codes }) => codes));
  const plan = planRelease(definition, dataset, [...before, ...wanted]);
  const minimum = policy.minimumGroupSize;
  const { rule, ranOut } = byPasses(plan.aggregates, minimum, input.budget ?? (() => false));
  // All groups are chosen before any answer is counted, so that no answer has a part in how long that takes.
  const chosen = choose(input, plan, rule);
  const passes = !ranOut();
  const { gate, answered, groups } = passes
    ? chosen
    : choose(input, plan, byPlainRule(plan.aggregates, minimum));
  const said = groups.map((one) => ({ measure: one.measure, ...saidCells(one, gate) }));
  const items = said.map((one) => staffItem(one, { definition, plan }));
  const source = { definition, plan, items };
  const { id, version } = definition.soundings;
  const tables: StaffTables = {
    format: 2,
    survey: { id, version, title: firstLanguage(definition.title, definition) },
    minimum,
    width: gate.width,
    invited: input.invited,
    answered: answered[0] ?? { shown: false, reason: "no-answers" },
    cuts: cutsOf(plan, answered, input.headcounts ?? []),
    items,
    scales: scaleTables(source),
    index: indexTable(source),
    comments: shownComments(definition, dataset, policy),
    method: passes ? "passes" : "fallback",
  };
  const names = new Set(wanted.map((codes) => codes.join("+")));
  return withCuts(tables, ({ codes }) => names.has(codes.join("+")));
}

/** Which groups are shown: of how many took part, and of each item. */
function choose(
  { definition, dataset, policy, earlier = [], beside = [], known = KNOWN_ANSWERS }: StaffTablesInput,
  plan: ReleasePlan,
  rule: DisclosureRule,
): {
  readonly gate: Gate;
  readonly answered: readonly Cell<number>[];
  readonly groups: readonly ChosenGroups[];
} {
  const minimum = policy.minimumGroupSize;
  const sizes = classSizes(plan.classes);
  const names = new Set((policy.cuts ?? []).map((codes) => codes.join("+")));
  const isWanted = ({ cut }: Aggregate) => cut < 0 || names.has((plan.cuts[cut]?.codes ?? []).join("+"));
  const wanted = largeEnough(plan.aggregates, sizes, minimum).filter((place) =>
    plan.aggregates.slice(place, place + 1).some(isWanted),
  );
  const kept = rule(sizes, wanted);
  const everybodyFirst = earlier[0]?.cuts.length === 0;
  const codes = plan.cuts.map((cut) => cut.codes);
  const gate = {
    plan,
    trees: cutTrees(codes, everybodyFirst),
    rule,
    answered: kept,
    minimum,
    width: known + 1,
    earlier: earlierStatements(earlier, plan),
    beside,
  };
  return {
    gate,
    answered: plan.aggregates.map((aggregate, place) =>
      answeredCell(personsOf(aggregate, sizes), { kept: kept.has(place), minimum }),
    ),
    groups: measuresOf(definition, dataset, plan).map((measure) => chosenGroups(measure, gate)),
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
  { measure: { item, column, points }, cells, rest, beside }: ShownCells & { readonly measure: Measure },
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
    ...(rest === undefined ? {} : { rest }),
    ...(beside === undefined ? {} : { beside }),
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
