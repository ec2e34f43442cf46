/** What follows from one released cell of one wave: shares, means and their limits. */
import { isFavourable } from "../../../analysis/comparison/share-change.ts";
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import type {
  DistributionPart,
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
} from "../../../analysis/staff-tables/staff-tables-model.ts";
import { describe } from "../../../analysis/statistics/descriptives.ts";
import { tQuantile } from "../../../analysis/statistics/distributions/student-t.ts";
import { finitePopulationFactor } from "../../../analysis/statistics/finite-population.ts";
import { around, type Interval } from "../../../analysis/statistics/interval.ts";
import { turned } from "./share-parts.ts";

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

function shareWhere(
  parts: readonly DistributionPart[],
  n: number,
  accept: (point: number) => boolean,
): number | null {
  if (n === 0 || parts.some(({ from, to }) => accept(from) !== accept(to))) return null;
  return parts.reduce((sum, { from, count }) => sum + (accept(from) ? count : 0), 0) / n;
}

/** Of an item on an ordered scale. */
export function itemFigures(item: StaffItem, n: number, value: StaffDistribution): ItemFigures {
  const highest = item.points.length;
  const parts = item.reverseKeyed ? turned(value.parts, highest) : value.parts;
  const single = parts.every(({ from, to }) => from === to);
  const described = describe({
    values: parts.map(({ from }) => from),
    counts: parts.map(({ count }) => count),
    n,
    missing: 0,
  });
  const turnedRound = (point: number) => highest + 1 - point;
  return {
    n,
    parts,
    favourable: shareWhere(parts, n, isFavourable(1, highest)),
    unfavourable: shareWhere(parts, n, (point) => isFavourable(1, highest)(turnedRound(point))),
    mean: single && described.computed ? described.mean : null,
  };
}

/** The same, of a cell that may not be shown. */
export function itemFiguresOf(item: StaffItem, cell: Cell<StaffDistribution>): ItemFigures | null {
  return cell.shown ? itemFigures(item, cell.n, cell.value) : null;
}

/** 95 % limits of a scale's mean, kept within the scale; narrowed where it is known how many there are. */
export function scoreInterval(
  { lowest, highest }: StaffScale,
  { mean, sd }: StaffScore,
  { n, headcount }: { readonly n: number; readonly headcount: number | null },
): Interval | null {
  if (n < 2 || sd === null) return null;
  const factor = headcount !== null && headcount >= n ? finitePopulationFactor(n, headcount) : 1;
  const { lower, upper } = around(mean, -tQuantile(0.025, n - 1) * (sd / Math.sqrt(n)) * factor);
  return { lower: Math.max(lowest, lower), upper: Math.min(highest, upper) };
}
