/** What changed between two versions of a survey, item by item, and what stays comparable. */
import type { Item, LocalisedText, Scale, SurveyDefinition } from "./definition.ts";

/** What became of an item. Only "same" and, by the author's word, "wording-changed" stay comparable. */
type ItemChangeKind = "same" | "wording-changed" | "scale-changed" | "gone" | "new";

interface ItemChange {
  /** Code in the older version; absent for a new item. */
  readonly before?: string;
  /** Code in the newer version; absent for an item that is gone. */
  readonly after?: string;
  readonly kind: ItemChangeKind;
  /** True if answers of both versions may be compared. */
  readonly comparable: boolean;
  /** What differs, as sentences; empty when nothing does. */
  readonly reasons: readonly string[];
}

/** What became of a dimension: which items it shares, and whether its trend has a break. */
interface DimensionChange {
  readonly code: string;
  /** Codes in the newer version of the comparable items that belong to it in both. */
  readonly common: readonly string[];
  /** True when one of the versions asks more than the common items. */
  readonly broken: boolean;
}

export interface DefinitionChanges {
  readonly before: string;
  readonly after: string;
  readonly items: readonly ItemChange[];
  readonly dimensions: readonly DimensionChange[];
}

/** Which item of the newer version continues which of the older: newer code to older code, null for none. */
export type Equivalence = ReadonlyMap<string, string | null>;

/**
 * Compares two versions of a survey. Items with the same code are the same question; the equivalence map says
 * otherwise: an entry names the older item that a newer one continues, and makes a changed wording comparable
 * (the author states that the meaning is the same); null says that an item with the same code is another question.
 * A changed scale is never comparable.
 * @param before the older version
 * @param after the newer version
 * @param equivalent newer code to older code, or null; empty by default
 * @returns every item of both versions, in the newer version's order, then those that are gone
 * @example definitionChanges(first, second, new Map([["support.hears-me", "support.listens"]])).items
 */
export function definitionChanges(
  before: SurveyDefinition,
  after: SurveyDefinition,
  equivalent: Equivalence = new Map(),
): DefinitionChanges {
  const older = new Map(before.items.map((item) => [item.code, item]));
  const continued = new Set<string>();
  const items = after.items.map((item): ItemChange => {
    const named = equivalent.get(item.code);
    const code = named === undefined ? item.code : named;
    const predecessor = code === null ? undefined : older.get(code);
    if (predecessor === undefined || continued.has(predecessor.code)) {
      return { after: item.code, kind: "new", comparable: false, reasons: [] };
    }
    continued.add(predecessor.code);
    return changeOf(predecessor, item, { before, after, stated: typeof named === "string" });
  });
  const gone = before.items
    .filter(({ code }) => !continued.has(code))
    .map(({ code }): ItemChange => ({ before: code, kind: "gone", comparable: false, reasons: [] }));
  return {
    before: before.soundings.version,
    after: after.soundings.version,
    items: [...items, ...gone],
    dimensions: after.soundings.dimensions.map(({ code }) => dimensionChange(code, { before, after, items })),
  };
}

interface Versions {
  readonly before: SurveyDefinition;
  readonly after: SurveyDefinition;
}

function changeOf(older: Item, newer: Item, versions: Versions & { readonly stated: boolean }): ItemChange {
  const codes = { before: older.code, after: newer.code };
  const scale = scaleReasons(older, newer, versions);
  const wording = wordingReasons(older, newer);
  if (scale.length > 0) {
    return { ...codes, kind: "scale-changed", comparable: false, reasons: [...scale, ...wording] };
  }
  if (wording.length > 0) {
    return { ...codes, kind: "wording-changed", comparable: versions.stated, reasons: wording };
  }
  return { ...codes, kind: "same", comparable: true, reasons: [] };
}

function scaleReasons(older: Item, newer: Item, { before, after }: Versions): readonly string[] {
  if (older.kind !== newer.kind) return [`The item was a ${older.kind} and is a ${newer.kind}.`];
  const reasons: string[] = [];
  const first = scaleOf(older, before);
  const second = scaleOf(newer, after);
  if (first !== undefined && second !== undefined) {
    if (first.points !== second.points) {
      reasons.push(`The scale had ${first.points} points and has ${second.points}.`);
    } else if (first.labels.some((label, point) => !sameText(label, second.labels[point] ?? {}))) {
      reasons.push("The labels of the scale's points differ.");
    }
    if (first.ordered !== second.ordered) reasons.push("The scale is ordered in one version only.");
    if ((older.metadata.reverseKeyed === true) !== (newer.metadata.reverseKeyed === true)) {
      reasons.push("The item is reverse-keyed in one version only.");
    }
  }
  const values = (item: Item): string => JSON.stringify((item.choices ?? []).map(({ value }) => value));
  if (values(older) !== values(newer)) reasons.push("The choices differ.");
  return reasons;
}

function scaleOf(item: Item, { soundings }: SurveyDefinition): Scale | undefined {
  return soundings.scales[item.metadata.scale ?? ""];
}

function wordingReasons(older: Item, newer: Item): readonly string[] {
  const reasons: string[] = [];
  if (!sameText(older.title, newer.title)) reasons.push("The question is worded differently.");
  if (!sameText(older.metadata.selfWording ?? {}, newer.metadata.selfWording ?? {})) {
    reasons.push("The wording for self-raters differs.");
  }
  return reasons;
}

/** Equal in every language that both have, apart from spaces; without a language in common, different. */
function sameText(one: LocalisedText, other: LocalisedText): boolean {
  const languages = Object.keys(one).filter((language) => Object.hasOwn(other, language));
  if (languages.length === 0) return Object.keys(one).length === Object.keys(other).length;
  const plain = (text: string | undefined): string => (text ?? "").replaceAll(/\s+/g, " ").trim();
  return languages.every((language) => plain(one[language]) === plain(other[language]));
}

function dimensionChange(
  code: string,
  { before, after, items }: Versions & { readonly items: readonly ItemChange[] },
): DimensionChange {
  const inDimension = (definition: SurveyDefinition): ReadonlySet<string> =>
    new Set(definition.items.filter(({ metadata }) => metadata.dimension === code).map((item) => item.code));
  const older = inDimension(before);
  const newer = inDimension(after);
  const common = items.flatMap((change): string[] => {
    const shared = change.comparable && older.has(change.before ?? "") && newer.has(change.after ?? "");
    return shared && change.after !== undefined ? [change.after] : [];
  });
  return { code, common, broken: common.length < older.size || common.length < newer.size };
}
