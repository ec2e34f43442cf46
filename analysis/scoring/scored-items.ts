/** The items that have a mean: those on an ordered scale. */
import type { Dimension, Item, Scale, SurveyDefinition } from "../../surveys/definition.ts";

export interface ScoredItem {
  readonly item: Item;
  /** Name of the scale in the definition. */
  readonly scaleName: string;
  readonly scale: Scale;
  readonly reverseKeyed: boolean;
}

export interface ScoredDimension {
  readonly dimension: Dimension;
  readonly items: readonly ScoredItem[];
  /** Points of the items' scale; absent if they differ, so that a mean over them would mean nothing. */
  readonly points?: number;
}

/**
 * The items with an ordered scale, in the order asked.
 *
 * @param definition the survey
 * @returns one entry an item
 * @example scoredItems(definition).filter((item) => item.reverseKeyed).length;
 */
export function scoredItems(definition: SurveyDefinition): readonly ScoredItem[] {
  return definition.items.flatMap((item): ScoredItem[] => {
    const scaleName = item.metadata.scale;
    if (item.kind !== "scale" || scaleName === undefined) return [];
    const scale = definition.soundings.scales[scaleName];
    if (scale === undefined || !scale.ordered) return [];
    return [{ item, scaleName, scale, reverseKeyed: item.metadata.reverseKeyed === true }];
  });
}

/**
 * The dimensions that have scored items, in the definition's order.
 *
 * @param definition the survey
 * @returns each dimension with its items
 * @example scoredDimensions(definition).map(({ dimension }) => dimension.code);
 */
export function scoredDimensions(definition: SurveyDefinition): readonly ScoredDimension[] {
  const all = scoredItems(definition);
  return definition.soundings.dimensions.flatMap((dimension): ScoredDimension[] => {
    const items = all.filter(({ item }) => item.metadata.dimension === dimension.code);
    const points = items[0]?.scale.points;
    if (points === undefined) return [];
    const same = items.every(({ scale }) => scale.points === points);
    return [same ? { dimension, items, points } : { dimension, items }];
  });
}
