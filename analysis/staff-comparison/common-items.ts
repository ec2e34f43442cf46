/** Which items several waves share, under which code in each, and where a trend is broken. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import {
  type DefinitionChanges,
  definitionChanges,
  type Equivalence,
} from "../../surveys/definition-changes.ts";
import type { StaffItem, StaffTables } from "../staff-tables/staff-tables-model.ts";
import type { StaffBreak } from "./staff-comparison-model.ts";

/** One item in all waves. */
export interface CommonItem {
  /** As the last wave asks it. */
  readonly item: StaffItem;
  /** One a wave; undefined where it was not asked, or asked so that it cannot be compared. */
  readonly waves: readonly (StaffItem | undefined)[];
  /** True for a scale whose points have no more and less: its points are compared as choices are. */
  readonly isChoice: boolean;
}

/** One wave: its tables and the definition it was asked with. */
export interface WaveToCompare {
  readonly tables: StaffTables;
  readonly definition: SurveyDefinition;
}

/**
 * Items that the last wave shares with at least one other.
 * @param waves in the order of time; at least two
 * @param equivalent newer code to older code, as the survey's author states; null for another question
 * @returns the items in the last wave's order
 * @example commonItems(waves, new Map()).map(({ item }) => item.code)
 */
export function commonItems(waves: readonly WaveToCompare[], equivalent: Equivalence): readonly CommonItem[] {
  const last = waves.at(-1);
  if (last === undefined) return [];
  const olderCodes = waves.map(({ definition }) => comparableCodes(definition, last.definition, equivalent));
  const itemsOfWave = waves.map(({ tables }) => new Map(tables.items.map((item) => [item.code, item])));
  return last.tables.items.flatMap((item): CommonItem[] => {
    const found = waves.map((wave, place) => {
      if (wave === last) return item;
      const code = olderCodes[place]?.get(item.code);
      const older = code === undefined ? undefined : itemsOfWave[place]?.get(code);
      return older?.points.length === item.points.length ? older : undefined;
    });
    if (found.filter((one) => one !== undefined).length < 2) return [];
    return [{ item, waves: found, isChoice: item.kind === "choice" || !isOrdered(item, last.definition) }];
  });
}

function isOrdered({ code }: StaffItem, { items, soundings }: SurveyDefinition): boolean {
  const scale = items.find((item) => item.code === code)?.metadata.scale;
  return soundings.scales[scale ?? ""]?.ordered === true;
}

/** Newer code to older code of what may be compared. */
function comparableCodes(
  before: SurveyDefinition,
  after: SurveyDefinition,
  equivalent: Equivalence,
): ReadonlyMap<string, string> {
  if (before.canonical === after.canonical) return new Map(after.items.map(({ code }) => [code, code]));
  const { items } = definitionChanges(before, after, equivalent);
  return new Map(
    items.flatMap(({ before: older, after: newer, comparable }) =>
      comparable && older !== undefined && newer !== undefined ? [[newer, older] as const] : [],
    ),
  );
}

/**
 * Where neighbouring waves do not share what they ask.
 * @param waves in the order of time
 * @param equivalent newer code to older code
 * @returns breaks, scales before items
 * @example trendBreaks(waves, new Map()).filter(({ kind }) => kind === "dimension")
 */
export function trendBreaks(waves: readonly WaveToCompare[], equivalent: Equivalence): readonly StaffBreak[] {
  return waves.slice(1).flatMap(({ definition: after }, place) => {
    const before = waves[place]?.definition;
    if (before === undefined || before.canonical === after.canonical) return [];
    const changes = definitionChanges(before, after, equivalent);
    return [
      ...brokenDimensions(changes, { before, after, wave: place + 1 }),
      ...changedItems(changes, { before, after, wave: place + 1 }),
    ];
  });
}

interface Neighbours {
  readonly before: SurveyDefinition;
  readonly after: SurveyDefinition;
  readonly wave: number;
}

function brokenDimensions(changes: DefinitionChanges, { before, after, wave }: Neighbours): StaffBreak[] {
  const inBoth = new Set(before.soundings.dimensions.map(({ code }) => code));
  return changes.dimensions.flatMap(({ code, common, broken }): StaffBreak[] => {
    const dimension = after.soundings.dimensions.find((one) => one.code === code);
    if (!broken || dimension === undefined || !inBoth.has(code)) return [];
    const asked = after.items.filter(({ metadata }) => metadata.dimension === code).length;
    const reason = `${common.length} of its ${asked} items are asked as they were before.`;
    return [{ wave, kind: "dimension", code, label: textOf(dimension.label, after), reasons: [reason] }];
  });
}

function changedItems(changes: DefinitionChanges, { before, after, wave }: Neighbours): StaffBreak[] {
  return changes.items.flatMap(({ before: older, after: newer, kind, comparable, reasons }): StaffBreak[] => {
    if (comparable) return [];
    const asked = newer === undefined ? before : after;
    const item = asked.items.find(({ code }) => code === (newer ?? older));
    if (item === undefined || item.kind === "text") return [];
    const words = kind === "gone" ? ["No longer asked."] : kind === "new" ? ["Not asked before."] : reasons;
    return [{ wave, kind: "item", code: item.code, label: textOf(item.title, asked), reasons: words }];
  });
}

function textOf(text: Readonly<Record<string, string>>, { soundings }: SurveyDefinition): string {
  return text[soundings.languages[0] ?? ""] ?? Object.values(text)[0] ?? "";
}
