/** What is shown of each item: groups chosen by numbers of persons alone, their answers said by coded steps. */
import { askedOfSome } from "../../surveys/asked-of-some.ts";
import type { Item, SurveyDefinition } from "../../surveys/definition.ts";
import type { Dataset, DatasetColumn } from "../dataset.ts";
import type { Cell } from "../disclosure/cell.ts";
import { favourableBorder } from "./answer-bounds.ts";
import { type BesideItem, besideItem, isRecent, sharing } from "./beside-waves.ts";
import { type Counted, countClasses, personsOf, pointsOf } from "./class-counts.ts";
import type { CutTrees } from "./cut-trees.ts";
import type { DisclosureRule } from "./disclosure-rule.ts";
import type { SaidEarlier } from "./earlier-statements.ts";
import { firstLanguage, type ReleasePlan } from "./release-plan.ts";
import { type AskedItem, saidAnswers } from "./said-answers.ts";
import type { BesideWave, StaffBeside, StaffDistribution } from "./staff-tables-model.ts";
import { REST, type StepLayout, stepLayout } from "./step-layout.ts";
import { waveDirection } from "./wave-direction.ts";

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
  /** Other released waves with some of the same persons. */
  readonly beside: readonly BesideWave[];
}

/** What is decided of one item before any answer is looked at. */
export interface ChosenGroups {
  readonly measure: Measure;
  /** By class. */
  readonly persons: Uint32Array;
  readonly layout: StepLayout;
  readonly earlier: ReadonlyMap<number, StaffDistribution>;
  /** Places of groups that are not said because of another wave. */
  readonly held: ReadonlySet<number>;
  readonly beside: { readonly waves: readonly BesideWave[]; readonly items: readonly BesideItem[] };
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
  const waves = sharing(gate.beside, measure.item.code);
  const held = heldBack(candidates, { waves, gate, kind: measure.column.kind });
  const kept = gate.rule(
    persons,
    candidates.filter((place) => !held.has(place)),
  );
  const shown = new Set([...kept, ...earlier.keys()].filter((place) => place !== REST));
  const layout = stepLayout({ aggregates: plan.aggregates, trees, persons, shown });
  const items = waves.map((wave) => besideItem(wave, measure.item.code, gate));
  return { measure, persons, layout, earlier, held, beside: { waves, items } };
}

/**
 * What is not said at all beside a wave that asked the same persons the same not long ago. Choices, since no blocks of
 * theirs were tried; any group where a direction is all that may be told; any cut but the one that wave began with.
 */
function heldBack(
  places: readonly number[],
  {
    waves,
    gate: { plan, trees },
    kind,
  }: { readonly waves: readonly BesideWave[]; readonly gate: Gate; readonly kind: DatasetColumn["kind"] },
): ReadonlySet<number> {
  const recent = waves.filter(isRecent);
  if (recent.length === 0) return new Set();
  if (kind === "choice" || recent.some(({ told }) => told === "direction")) return new Set(places);
  const first = plan.cuts[trees.first ?? -1]?.codes.join("+");
  const isSame = recent.every(({ tables }) => (tables.cuts[0]?.codes.join("+") ?? first) === first);
  return new Set(
    places.filter((place) => {
      const cut = plan.aggregates[place]?.cut ?? -1;
      return cut >= 0 && !(isSame && cut === trees.first);
    }),
  );
}

/** One cell an aggregate, and those in no shown group of the first cut. */
export interface ShownCells {
  readonly cells: readonly Cell<StaffDistribution>[];
  readonly rest: Cell<StaffDistribution> | undefined;
  readonly beside: StaffBeside | undefined;
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
  { measure, persons, layout, earlier, held, beside }: ChosenGroups,
  gate: Pick<Gate, "plan" | "trees" | "minimum" | "width">,
): ShownCells {
  const { plan, trees, width } = gate;
  const item = {
    kind: measure.column.kind,
    reverseKeyed: measure.item.metadata.reverseKeyed === true,
    counted: countClasses(measure.column, plan.classes, measure.counts),
    mayPass: measure.counts !== "answered",
  };
  const said = saidAnswers(item, { layout, width, earlier, beside: beside.items });
  const cells = plan.aggregates.map((aggregate, place): Cell<StaffDistribution> => {
    const value = said.get(place);
    const n = personsOf(aggregate, persons);
    if (value !== undefined) return { shown: true, n, value };
    if (held.has(place)) return { shown: false, reason: "nearly-same-people" };
    if (trees.outside.includes(aggregate.cut)) return { shown: false, reason: "group-not-shown" };
    return { shown: false, reason: n < fewestOf(gate) ? "too-few-answers" : "would-reveal-another" };
  });
  const rest = layout.first.find(({ place }) => place === REST);
  const value = said.get(REST);
  const cell = rest === undefined || value === undefined ? undefined : { n: rest.persons, value };
  const shownRest = cell === undefined ? undefined : ({ shown: true, ...cell } as const);
  return { cells, rest: shownRest, beside: toldBeside(item, beside, { width, held }) };
}

/** Waves long ago change nothing about choices. */
function toldBeside(
  { kind, reverseKeyed, counted }: AskedItem,
  { waves, items }: ChosenGroups["beside"],
  { width, held }: { readonly width: number; readonly held: ReadonlySet<number> },
): StaffBeside | undefined {
  if (waves.length === 0 || (kind === "choice" && held.size === 0)) return undefined;
  const titles = waves.map(({ title }) => title);
  if (!held.has(0)) return { waves: titles, told: waves.some(isRecent) ? "blocks" : "everybody" };
  if (kind === "choice") return { waves: titles, told: "direction", direction: null };
  const { points } = counted;
  const border = favourableBorder({ points, reverseKeyed });
  const all = pointsOf([...counted.persons.keys()], counted);
  const persons = all.reduce((sum, count) => sum + count, 0);
  const above = all.slice(border + 1).reduce((sum, count) => sum + count, 0);
  const direction = waveDirection({ points, reverseKeyed, persons, above }, { waves: items, width });
  return { waves: titles, told: "direction", direction };
}
