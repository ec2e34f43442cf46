/** What two waves have in common to compare: items, scales on their common items, and the index. */

import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DefinitionChanges } from "../../surveys/definition-changes.ts";
import { definitionChanges } from "../../surveys/definition-changes.ts";
import type { Dataset } from "../dataset.ts";
import type { ScoredItem } from "../scoring/scored-items.ts";
import { scoredItems } from "../scoring/scored-items.ts";
import type { ComparisonPlan } from "./comparison-plan.ts";
import type { ScaleItem } from "./scale-item.ts";
import type { PatternScores, ScoreColumn, ScoringRule } from "./score-column.ts";
import { itemScores, scaleColumn, scaleScores, scoresOverScales } from "./score-column.ts";

/** One thing to compare, with its scores made when they are first asked for. */
export interface Measure {
  readonly kind: "item" | "scale" | "index";
  readonly code: string;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  /** Its items in both waves: one for an item, none for scores worked out elsewhere. */
  readonly items: readonly ItemInBoth[];
  /** Codes of items that are not the same in both waves. */
  readonly leftOut: readonly string[];
  readonly before: () => ScoreColumn;
  readonly after: () => ScoreColumn;
}

/** One item as asked in both waves. */
export interface ItemInBoth {
  readonly code: string;
  readonly before: ScaleItem;
  readonly after: ScaleItem;
}

/** All measures, and the definition's changes if there were two versions. */
export interface Measures {
  readonly items: readonly Measure[];
  readonly scales: readonly Measure[];
  readonly index: Measure | null;
  readonly changes: DefinitionChanges | null;
}

interface CommonItem extends ItemInBoth {
  readonly scored: ScoredItem;
}

/**
 * Finds what two waves have in common.
 * @param before the first wave
 * @param after the second wave
 * @param plan the surveys, the equivalence of items, the items of the index
 * @returns items, scales and the index, scored only when asked
 * @example commonMeasures(before, after, { definition }).scales.map(({ code }) => code)
 */
export function commonMeasures(before: Dataset, after: Dataset, plan: ComparisonPlan): Measures {
  const older = plan.beforeDefinition;
  const changes =
    older === undefined ? null : definitionChanges(older, plan.definition, plan.equivalent ?? new Map());
  const olderCode = new Map(
    (changes?.items ?? []).flatMap(({ before: code, after: newer, comparable }) =>
      comparable && code !== undefined && newer !== undefined ? [[newer, code] as const] : [],
    ),
  );
  const common = scoredItems(plan.definition).flatMap((scored): CommonItem[] => {
    const { code } = scored.item;
    const codeBefore = changes === null ? code : olderCode.get(code);
    const first = codeBefore === undefined ? undefined : scaleColumn(before, codeBefore);
    const second = scaleColumn(after, code);
    if (first === undefined || second === undefined || first.points !== second.points) return [];
    const { reverseKeyed } = scored;
    return [
      { code, scored, before: { column: first, reverseKeyed }, after: { column: second, reverseKeyed } },
    ];
  });
  const rows = { before: before.rows, after: after.rows };
  const scales = scaleMeasures(common, rows, { plan, changes });
  return {
    items: common.map((item) => itemMeasure(item, plan.definition)),
    scales,
    index: indexMeasure(common, rows, { plan, scales }),
    changes,
  };
}

function textOf(text: Readonly<Record<string, string>>, { soundings }: SurveyDefinition): string {
  return text[soundings.languages[0] ?? ""] ?? Object.values(text)[0] ?? "";
}

function itemMeasure(item: CommonItem, definition: SurveyDefinition): Measure {
  return {
    kind: "item",
    code: item.code,
    label: textOf(item.scored.item.title, definition),
    lowest: 1,
    highest: item.scored.scale.points,
    items: [item],
    leftOut: [],
    before: once(() => itemScores(item.before)),
    after: once(() => itemScores(item.after)),
  };
}

type KnownScores = Map<string, PatternScores>;

interface Rows {
  readonly before: number;
  readonly after: number;
}

/** One scale a dimension with common items of equal length, or with scores worked out elsewhere in both waves. */
function scaleMeasures(
  common: readonly CommonItem[],
  rows: Rows,
  { plan, changes }: { readonly plan: ComparisonPlan; readonly changes: DefinitionChanges | null },
): readonly Measure[] {
  const { definition, readyScores, beforeDefinition } = plan;
  const asked = scoredItems(definition);
  const known: KnownScores = new Map();
  return definition.soundings.dimensions.flatMap(({ code, label, minimumAnswered }): Measure[] => {
    const base = { kind: "scale", code, label: textOf(label, definition), lowest: 1 } as const;
    const inDimension = asked.filter(({ item }) => item.metadata.dimension === code);
    const points = inDimension[0]?.scale.points ?? 5;
    const first = readyScores?.before.get(code);
    const second = readyScores?.after.get(code);
    if (first !== undefined && second !== undefined) {
      return [{ ...base, highest: points, items: [], leftOut: [], before: () => first, after: () => second }];
    }
    const shared = changes?.dimensions.find((dimension) => dimension.code === code)?.common;
    const items = common.filter(
      (item) =>
        item.scored.item.metadata.dimension === code && (shared === undefined || shared.includes(item.code)),
    );
    if (items.length === 0 || items.some(({ scored }) => scored.scale.points !== points)) return [];
    const used = new Set(items.map((item) => item.code));
    const minimum = Math.min(minimumAnswered, Math.max(1, Math.ceil(items.length / 2)));
    const rule = { minimumAnswered: items.length < inDimension.length ? minimum : minimumAnswered };
    return [
      {
        ...base,
        highest: points,
        items,
        leftOut: [...leftOutOf(inDimension, used), ...goneFrom(code, changes, beforeDefinition)],
        ...scoresOf(items, rows, rule, known),
      },
    ];
  });
}

function leftOutOf(asked: readonly ScoredItem[], used: ReadonlySet<string>): readonly string[] {
  return asked.map(({ item }) => item.code).filter((code) => !used.has(code));
}

function goneFrom(
  dimension: string,
  changes: DefinitionChanges | null,
  older: SurveyDefinition | undefined,
): readonly string[] {
  const gone = new Set(changes?.items.flatMap(({ kind, before }) => (kind === "gone" ? [before] : [])));
  return (older?.items ?? [])
    .filter(({ code, metadata }) => metadata.dimension === dimension && gone.has(code))
    .map(({ code }) => code);
}

function scoresOf(items: readonly ItemInBoth[], rows: Rows, rule: ScoringRule, known?: KnownScores) {
  const first = items.map(({ before }) => before);
  const second = items.map(({ after }) => after);
  return {
    before: once(() => scaleScores(first, rows.before, rule, known)),
    after: once(() => scaleScores(second, rows.after, rule, known)),
  };
}

/** The mean of a person's items, 0 (lowest point) to 100; of the items whose scale length is the commonest. */
function indexMeasure(
  common: readonly CommonItem[],
  rows: Rows,
  { plan, scales }: { readonly plan: ComparisonPlan; readonly scales: readonly Measure[] },
): Measure | null {
  const { indexItems } = plan;
  const wanted = common.filter(({ code, scored }) =>
    indexItems === undefined ? scored.item.metadata.dimension !== undefined : indexItems.includes(code),
  );
  const points = commonest(wanted.map(({ scored }) => scored.scale.points));
  const items = wanted.filter(({ scored }) => scored.scale.points === points);
  if (points === undefined || points < 2 || items.length === 0) return null;
  const rule: ScoringRule = {
    minimumAnswered: Math.ceil(items.length / 2),
    present: (mean) => ((mean - 1) / (points - 1)) * 100,
  };
  const plain = scoresOf(items, rows, rule);
  return {
    kind: "index",
    code: "index",
    label: "Index, 0 to 100",
    lowest: 0,
    highest: 100,
    items,
    leftOut: (indexItems ?? []).filter((code) => !items.some((item) => item.code === code)),
    before: once(() => overScales(items, scales, { side: "before", rule }) ?? plain.before()),
    after: once(() => overScales(items, scales, { side: "after", rule }) ?? plain.after()),
  };
}

/** When the index is all items of some scales, its scores come from theirs. */
function overScales(
  items: readonly ItemInBoth[],
  scales: readonly Measure[],
  { side, rule }: { readonly side: "before" | "after"; readonly rule: ScoringRule },
): ScoreColumn | undefined {
  const codes = new Set(items.map(({ code }) => code));
  const whole = scales.filter(
    (scale) => scale.items.length > 0 && scale.items.every(({ code }) => codes.has(code)),
  );
  const covered = new Set(whole.flatMap((scale) => scale.items.map(({ code }) => code)));
  if (covered.size < codes.size) return undefined;
  return scoresOverScales(
    whole.map((scale) => scale[side]()),
    rule,
  );
}

/**
 * Makes a column at the first call, and gives the same one after.
 * @param make what makes it
 * @returns what gives it
 * @example once(() => itemScores(item))
 */
export function once(make: () => ScoreColumn): () => ScoreColumn {
  let made: ScoreColumn | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
