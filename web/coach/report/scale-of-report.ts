/** The scale that dimensions of a report are shown on, and how many points a row's own scale has. */
import type { ItemRow, Report360 } from "../../../analysis/report360/report-model.ts";

const USUAL_POINTS = 5;

/** Points of an item's scale. */
export function pointsOfItem(report: Report360, item: ItemRow): number {
  return report.scales[item.scale]?.points ?? USUAL_POINTS;
}

/** Points of the scale that a group of items is shown on: that of its first item. */
export function pointsOfItems(report: Report360, items: readonly ItemRow[]): number {
  const first = items[0];
  return first === undefined ? USUAL_POINTS : pointsOfItem(report, first);
}

/** The words of the lowest and the highest point, if the items share one scale. */
export function endsOfScale(report: Report360): { readonly low: string; readonly high: string } | undefined {
  const scales = Object.values(report.scales).filter((scale) => scale.ordered);
  const only = scales.length === 1 ? scales[0] : undefined;
  const low = only?.labels[0];
  const high = only?.labels.at(-1);
  if (low === undefined || high === undefined) return undefined;
  return { low: low["en"] ?? "", high: high["en"] ?? "" };
}
