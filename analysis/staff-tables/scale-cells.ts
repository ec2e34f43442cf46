/** Means and spreads of scales and of the index, from what is said of their items and from nothing else. */
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { ScoredItem } from "../scoring/scored-items.ts";
import { scoredDimensions, scoredItems } from "../scoring/scored-items.ts";
import { firstLanguage, type ReleasePlan } from "./release-plan.ts";
import { scoreOf } from "./score-bounds.ts";
import type { StaffItem, StaffScale } from "./staff-tables-model.ts";

const INDEX = { code: "index", label: "Index, 0 to 100", lowest: 0, highest: 100 } as const;

/** What scales are made from. */
export interface ScaleSource {
  readonly definition: SurveyDefinition;
  readonly plan: Pick<ReleasePlan, "cuts">;
  /** As shown. */
  readonly items: readonly StaffItem[];
}

/**
 * One scale a dimension whose items have equally many points.
 *
 * @param source definition, plan and the items' cells
 * @returns the scales, in the definition's order
 * @example scaleTables(source)[0]?.cells.total;
 */
export function scaleTables(source: ScaleSource): readonly StaffScale[] {
  const { definition } = source;
  return scoredDimensions(definition).flatMap(({ dimension, items, points }) => {
    if (points === undefined) return [];
    const label = firstLanguage(dimension.label, definition);
    return [scaleTable(source, { code: dimension.code, label, lowest: 1, highest: points }, items)];
  });
}

/**
 * The index from 0 to 100 over all items of dimensions, of the commonest number of points.
 *
 * @param source definition, plan and the items' cells
 * @returns the index; null if no dimension has items
 * @example indexTable(source)?.cells.total;
 */
export function indexTable(source: ScaleSource): StaffScale | null {
  const inScales = scoredItems(source.definition).filter(({ item }) => item.metadata.dimension !== undefined);
  const points = commonest(inScales.map(({ scale }) => scale.points));
  if (points === undefined) return null;
  return scaleTable(
    source,
    INDEX,
    inScales.filter(({ scale }) => scale.points === points),
  );
}

function scaleTable(
  { plan, items }: ScaleSource,
  shape: Omit<StaffScale, "items" | "cells">,
  scored: readonly ScoredItem[],
): StaffScale {
  const own = scored.flatMap(({ item }) => items.find(({ code }) => code === item.code) ?? []);
  return {
    ...shape,
    items: scored.map(({ item }) => item.code),
    cells: {
      total: scoreOf(shape, own, ({ cells }) => cells.total),
      cuts: plan.cuts.map(({ categories }, cut) =>
        categories.map((_, category) => scoreOf(shape, own, ({ cells }) => cells.cuts[cut]?.[category])),
      ),
    },
  };
}

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
