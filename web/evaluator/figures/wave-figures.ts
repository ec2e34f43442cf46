/** What follows from one released cell of one wave: shares, means and their limits. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import {
  favourableOf,
  itemMoments,
  meanInterval,
  turnedParts,
} from "../../../analysis/staff-comparison/wave-figures.ts";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import { midpoint } from "../../../analysis/staff-tables/count-bounds.ts";
import type {
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
} from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { Interval } from "../../../analysis/statistics/interval.ts";

export interface ItemFigures {
  readonly n: number;
  /** Turned for reverse-keyed items, so that high means much. */
  readonly parts: readonly DistributionPart[];
  /** Shares of 0 to 1; null where points shown together hide them. */
  readonly favourable: number | null;
  readonly unfavourable: number | null;
  readonly mean: number | null;
}

/** The labels of an item's points in the order of `ItemFigures.parts`. */
export function turnedPoints({ points, reverseKeyed }: StaffItem): readonly string[] {
  return reverseKeyed ? points.toReversed() : points;
}

/** Of an item on an ordered scale; null where the cell may not be shown. */
export function itemFiguresOf(item: StaffItem, cell: Cell<StaffDistribution>): ItemFigures | null {
  if (!cell.shown) return null;
  const shareOf = (turned: StaffItem): number | null => {
    const counted = favourableOf(turned, cell);
    return counted === undefined ? null : counted.count / counted.n;
  };
  return {
    n: cell.n,
    parts: turnedParts(item, cell),
    favourable: shareOf(item),
    unfavourable: shareOf({ ...item, reverseKeyed: !item.reverseKeyed }),
    mean: itemMoments(item, cell)?.mean ?? null,
  };
}

/** 95 % limits of a scale's mean, kept within the scale; narrowed where it is known how many there are. */
export function scoreInterval(
  { lowest, highest }: StaffScale,
  score: StaffScore,
  of: { readonly n: number; readonly headcount: number | null },
): Interval | null {
  const interval = meanInterval({ mean: midpoint(score.mean), sd: score.sdAtMost, ...of });
  if (interval === null) return null;
  return { lower: Math.max(lowest, interval.lower), upper: Math.min(highest, interval.upper) };
}
