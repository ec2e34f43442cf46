/** What is shown of each item: groups chosen by the rule, and as little of them as tells nobody's answer. */
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { type ClassCounts, countClasses, personsOf } from "./class-counts.ts";
import type { DisclosureRule } from "./disclosure-rule.ts";
import { blocksOf, itemCells, type Shown } from "./item-cells.ts";
import { BLOCKS, type Memberships, NOTHING, POINTS } from "./merged-classes.ts";
import { firstLanguage, type ReleasePlan } from "./release-plan.ts";
import type { StaffDistribution } from "./staff-tables-model.ts";
import { tellNobody } from "./tell-nobody.ts";

/** One thing measured: a scale item, or a choice item that no cut is made of. */
export interface Measure {
  readonly item: Item;
  readonly column: DatasetColumn;
  /** Labels of its points or choices. */
  readonly points: readonly string[];
  readonly ordered: boolean;
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
  const columns = new Map(dataset.columns.map((column) => [column.code, column]));
  return definition.items.flatMap((item): Measure[] => {
    const column = columns.get(item.code);
    if (column === undefined || cutCodes.has(item.code)) return [];
    if (column.kind === "choice") {
      const labels = new Map(
        item.choices?.map(({ value, label }) => [value, firstLanguage(label, definition)]),
      );
      const points = column.choices.map((value) => labels.get(value) ?? value);
      return [{ item, column, points, ordered: false }];
    }
    const scale = definition.soundings.scales[item.metadata.scale ?? ""];
    if (scale === undefined) return [];
    const points = scale.labels.map((label) => firstLanguage(label, definition));
    return [{ item, column, points, ordered: scale.ordered }];
  });
}

/** What decides about the cells of all items. */
export interface Gate {
  readonly plan: ReleasePlan;
  readonly memberships: Memberships;
  readonly rule: DisclosureRule;
  /** Places of aggregates whose number of persons is shown. */
  readonly answered: ReadonlySet<number>;
  /** Smallest number of persons behind a figure, k. */
  readonly minimum: number;
  /** True once the time is over: then nothing is shown. */
  readonly isOver: () => boolean;
}

/**
 * The cells of one item. Only groups whose number of persons is shown come into question, so that what is known of
 * those who left the item out rests on as many persons as well.
 *
 * @param measure the item and its answers
 * @param gate plan, rule, and the groups whose numbers are shown
 * @returns one cell an aggregate
 * @example shownCells(measure, gate)[0]; // everybody's answers
 */
export function shownCells(
  { item: asked, column, ordered }: Measure,
  gate: Gate,
): readonly Cell<StaffDistribution>[] {
  const { plan, minimum } = gate;
  const counted = countClasses(column, plan.classes);
  const blocks = blocksOf({
    points: counted.points,
    ordered,
    reverseKeyed: asked.metadata.reverseKeyed === true,
  });
  const candidates = [...gate.answered].filter((place) => {
    const aggregate = plan.aggregates[place];
    return aggregate !== undefined && personsOf(aggregate, counted.answered) >= minimum;
  });
  const kept = gate.rule(counted.answered, candidates);
  const levels = plan.aggregates.map((_, place) => (kept.has(place) ? POINTS : NOTHING));
  const item = { memberships: gate.memberships, counted, blocks, levels };
  const told = tellNobody(item, plan.aggregates, gate.isOver);
  const shown = told.map((level, place): Shown => {
    if (level === POINTS) return "points";
    if (level === BLOCKS) return "blocks";
    // Of a group, "too uniform" would name the one whose members all agree; of everybody it names nobody.
    if (kept.has(place)) return place === 0 ? "too-uniform" : "would-reveal-another";
    return reasonAgainst(plan, place, { counted, minimum });
  });
  return itemCells(plan.aggregates, counted, { kind: column.kind, shown, blocks });
}

function reasonAgainst(
  { aggregates }: ReleasePlan,
  place: number,
  { counted, minimum }: { readonly counted: ClassCounts; readonly minimum: number },
): Shown {
  const aggregate = aggregates[place];
  const persons = aggregate === undefined ? 0 : personsOf(aggregate, counted.answered);
  return persons < minimum ? "too-few-answers" : "would-reveal-another";
}
