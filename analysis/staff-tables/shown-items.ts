/** What is shown of each item: groups chosen by numbers of persons alone, their answers said by coded steps. */
import { askedOfSome } from "../../surveys/asked-of-some.ts";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { type Counted, countClasses, personsOf } from "./class-counts.ts";
import type { CutTrees } from "./cut-trees.ts";
import type { DisclosureRule } from "./disclosure-rule.ts";
import type { SaidEarlier } from "./earlier-statements.ts";
import { firstLanguage, type ReleasePlan } from "./release-plan.ts";
import { saidAnswers } from "./said-answers.ts";
import type { StaffDistribution } from "./staff-tables-model.ts";
import { REST, type StepLayout, stepLayout } from "./step-layout.ts";

/** One thing measured: a scale item, or a choice item that no cut is made of. */
export interface Measure {
  readonly item: Item;
  readonly column: DatasetColumn;
  /** Labels of its points or choices. */
  readonly points: readonly string[];
  /** Of whom: saying that one does not know, or being asked at all, can be an answer. */
  readonly counts: Counted;
}

/**
 * What a survey measures beside the cuts.
 *
 * @param definition the survey
 * @param dataset the answers
 * @param plan the cuts
 * @returns scale items and choice items, in the order asked
 * @example measuresOf(definition, dataset, plan).map(({ item }) => item.code);
 */
export function measuresOf(
  definition: SurveyDefinition,
  dataset: Dataset,
  plan: Pick<ReleasePlan, "cuts">,
): readonly Measure[] {
  const cutCodes = new Set(plan.cuts.flatMap(({ codes }) => codes));
  const ofSome = askedOfSome(definition);
  const columns = new Map(dataset.columns.map((column) => [column.code, column]));
  return definition.items.flatMap((item): Measure[] => {
    const column = columns.get(item.code);
    if (column === undefined || cutCodes.has(item.code)) return [];
    if (column.kind === "choice") {
      const labels = new Map(
        item.choices?.map(({ value, label }) => [value, firstLanguage(label, definition)]),
      );
      const points = column.choices.map((value) => labels.get(value) ?? value);
      return [{ item, column, points, counts: ofSome.has(item.code) ? "took-part" : "answered" }];
    }
    const scale = definition.soundings.scales[item.metadata.scale ?? ""];
    if (scale === undefined) return [];
    const points = scale.labels.map((label) => firstLanguage(label, definition));
    const passes = scale.notObserved === undefined ? "answered" : "spoke";
    return [{ item, column, points, counts: ofSome.has(item.code) ? "took-part" : passes }];
  });
}

/** What decides which groups are shown of all items: numbers of persons, and what was shown before. */
export interface Gate {
  readonly plan: ReleasePlan;
  readonly trees: CutTrees;
  readonly rule: DisclosureRule;
  /** Places of aggregates whose number of persons is shown. */
  readonly answered: ReadonlySet<number>;
  /** Smallest number of persons behind a figure, k. */
  readonly minimum: number;
  /** The answers that somebody may know, and one. */
  readonly width: number;
  readonly earlier: SaidEarlier;
}

/** What is decided of one item before any answer is looked at. */
export interface ChosenGroups {
  readonly measure: Measure;
  /** By class. */
  readonly persons: Uint32Array;
  readonly layout: StepLayout;
  readonly earlier: ReadonlyMap<number, StaffDistribution>;
}

/** Everybody and the rest are coded like any group, which takes so many persons. */
function fewestOf({ minimum, width }: Pick<Gate, "minimum" | "width">): number {
  return Math.max(minimum, 2 * width + 1);
}

/**
 * Which groups are shown of one item. Only those come into question whose number of persons is shown, so that what is
 * known of those who left the item out rests on as many persons as well.
 *
 * @param measure the item
 * @param gate plan, rule, and the groups whose numbers are shown
 * @returns the groups in the order in which they are said
 * @example chosenGroups(measure, gate).layout.first.length;
 */
export function chosenGroups(measure: Measure, gate: Gate): ChosenGroups {
  const { plan, trees } = gate;
  const { persons } = countClasses(measure.column, plan.classes, measure.counts);
  const earlier = gate.earlier(measure.item.code);
  const candidates = [...gate.answered].filter((place) => {
    const aggregate = plan.aggregates[place];
    if (aggregate === undefined || personsOf(aggregate, persons) < fewestOf(gate)) return false;
    // The first cut's groups stay those that were shown first: who is in none of them was told then.
    const isSettled = earlier.size > 0 && aggregate.cut === trees.first && !earlier.has(place);
    return !isSettled && !trees.outside.includes(aggregate.cut);
  });
  const kept = gate.rule(persons, candidates);
  const shown = new Set([...kept, ...earlier.keys()].filter((place) => place !== REST));
  const layout = stepLayout({ aggregates: plan.aggregates, trees, persons, shown });
  return { measure, persons, layout, earlier };
}

/** One cell an aggregate, and those in no shown group of the first cut. */
export interface ShownCells {
  readonly cells: readonly Cell<StaffDistribution>[];
  readonly rest: Cell<StaffDistribution> | undefined;
}

/**
 * The cells of one item.
 *
 * @param chosen which groups are shown, in which order
 * @param gate plan and width
 * @returns one cell an aggregate, and the rest
 * @throws RangeError if what was released before cannot be
 * @example saidCells(chosen, gate).cells[0]; // everybody's answers
 */
export function saidCells(
  { measure, persons, layout, earlier }: ChosenGroups,
  gate: Pick<Gate, "plan" | "trees" | "minimum" | "width">,
): ShownCells {
  const { plan, trees, width } = gate;
  const item = {
    kind: measure.column.kind,
    reverseKeyed: measure.item.metadata.reverseKeyed === true,
    counted: countClasses(measure.column, plan.classes, measure.counts),
    mayPass: measure.counts !== "answered",
  };
  const said = saidAnswers(item, { layout, width, earlier });
  const cells = plan.aggregates.map((aggregate, place): Cell<StaffDistribution> => {
    const value = said.get(place);
    const n = personsOf(aggregate, persons);
    if (value !== undefined) return { shown: true, n, value };
    if (trees.outside.includes(aggregate.cut)) return { shown: false, reason: "group-not-shown" };
    return { shown: false, reason: n < fewestOf(gate) ? "too-few-answers" : "would-reveal-another" };
  });
  const rest = layout.first.find(({ place }) => place === REST);
  const value = said.get(REST);
  const cell = rest === undefined || value === undefined ? undefined : { n: rest.persons, value };
  return { cells, rest: cell === undefined ? undefined : { shown: true, ...cell } };
}
