/** What follows from one released cell of one wave: shares, means and their limits. */
import { type Bounds, shareOf } from "../../../analysis/bounds.ts";
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import {
  type CountedShare,
  favourableOf,
  itemMoments,
  meanInterval,
  turnedParts,
} from "../../../analysis/staff-comparison/wave-figures.ts";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import type {
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
} from "../../../analysis/staff-tables/staff-tables-model.ts";
import type { Interval } from "../../../analysis/statistics/interval.ts";

/** A share of 0 to 1 with the counts behind it. */
export interface ItemShare extends CountedShare {
  readonly share: Bounds;
}

export interface ItemFigures {
  /** How many answers the figures are of. */
  readonly given: Bounds;
  /** Turned for reverse-keyed items, so that high means much. */
  readonly parts: readonly DistributionPart[];
  /** Null where points shown together hide them. */
  readonly favourable: ItemShare | null;
  readonly unfavourable: ItemShare | null;
  readonly mean: Bounds | null;
}

/** The labels of an item's points in the order of `ItemFigures.parts`. */
export function turnedPoints({ points, reverseKeyed }: StaffItem): readonly string[] {
  return reverseKeyed ? points.toReversed() : points;
}

/** Of an item on an ordered scale; null where the cell may not be shown. */
export function itemFiguresOf(item: StaffItem, cell: Cell<StaffDistribution>): ItemFigures | null {
  if (!cell.shown) return null;
  const sideOf = (turned: StaffItem): ItemShare | null => {
    const counted = favourableOf(turned, cell);
    const share = counted === undefined ? null : shareOf(counted.count, counted.n);
    return counted === undefined || share === null ? null : { ...counted, share };
  };
  return {
    given: cell.value.given,
    parts: turnedParts(item, cell),
    favourable: sideOf(item),
    unfavourable: sideOf({ ...item, reverseKeyed: !item.reverseKeyed }),
    mean: itemMoments(item, cell)?.mean ?? null,
  };
}

/** Outermost 95 % limits of a scale's mean, kept within the scale; narrowed where it is known how many there are. */
export function scoreInterval(
  { lowest, highest }: StaffScale,
  score: StaffScore,
  of: { readonly n: number; readonly headcount: number | null },
): Interval | null {
  const interval = meanInterval({ ...score, ...of });
  if (interval === null) return null;
  return { lower: Math.max(lowest, interval.lower), upper: Math.min(highest, interval.upper) };
}
