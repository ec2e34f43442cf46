/** One wave's figures of one cell, worked out from released counts and from nothing else. */
import { type Bounds, shareOf } from "../bounds.ts";
import {
  type DistributionPart,
  favourableBounds,
  meanBounds,
  partsOf,
  type ShownAnswers,
  spreadBounds,
} from "../staff-tables/answer-bounds.ts";
import { isExact } from "../staff-tables/count-bounds.ts";
import type {
  StaffCells,
  StaffDistribution,
  StaffItem,
  StaffTables,
} from "../staff-tables/staff-tables-model.ts";
import { tQuantile } from "../statistics/distributions/student-t.ts";
import { finitePopulationFactor, marginOfShare } from "../statistics/finite-population.ts";
import type { Interval } from "../statistics/interval.ts";
import { wilsonInterval } from "../statistics/proportion.ts";
import type { StaffFigures, StaffShare, WaveCell } from "./staff-comparison-model.ts";

/** Of whom a cell speaks: everybody, or one category of one cut, by its places in the wave's tables. */
export type Place = "total" | { readonly cut: number; readonly category: number };

/**
 * The cell of a place.
 * @param cells the cells of one measure
 * @param place of whom; undefined where the wave has no such category
 * @returns the cell, or "not-asked"
 * @example cellAt(item.cells, "total")
 */
export function cellAt<V>(cells: StaffCells<V>, place: Place | undefined): WaveCell<V> {
  if (place === "total") return cells.total;
  const cell = place === undefined ? undefined : cells.cuts[place.cut]?.[place.category];
  return cell ?? { shown: false, reason: "not-asked" };
}

/**
 * How many people there are at a place, answered or not.
 * @param tables one wave's tables
 * @param place of whom
 * @returns the headcount; null where it is not known
 * @example headcountAt(tables, "total") // those invited
 */
export function headcountAt(tables: StaffTables, place: Place | undefined): number | null {
  if (place === "total") return tables.invited;
  return place === undefined ? null : (tables.cuts[place.cut]?.categories[place.category]?.headcount ?? null);
}

/**
 * The parts of an item turned so that high means much, the lowest first.
 * @param item the item
 * @param cell a shown cell of it
 * @returns the parts
 * @example turnedParts(item, cell)
 */
export function turnedParts(item: StaffItem, cell: ShownAnswers): readonly DistributionPart[] {
  const last = item.points.length + 1;
  const parts = partsOf(item, cell);
  const turned = item.reverseKeyed
    ? parts.map(({ from, to, low, high }) => ({ from: last - to, to: last - from, low, high }))
    : [...parts];
  return turned.sort((one, other) => one.from - other.from);
}

/** Mean and spread of one cell's answers, as far as they are known. */
export interface CellMoments {
  readonly given: Bounds;
  /** Turned so that high means much. */
  readonly mean: Bounds;
  /** Sample standard deviation; null below two answers, or where it is not known how many there are. */
  readonly sd: Bounds | null;
}

/**
 * Mean and spread of an item's cell; only where every point has its own border.
 * @param item the item
 * @param cell its cell in one wave
 * @returns the moments; undefined where the cell is hidden, empty, or shows points together
 * @example itemMoments(item, item.cells.total)?.mean
 */
export function itemMoments(item: StaffItem, cell: WaveCell<StaffDistribution>): CellMoments | undefined {
  if (!cell.shown) return undefined;
  const mean = meanBounds(item, cell);
  if (mean === undefined) return undefined;
  return { given: cell.value.given, mean, sd: spreadBounds(item, cell) ?? null };
}

/** Those who answered can never be more than there are; a headcount that says so counts as unknown. */
function known(headcount: number | null, n: number): number | undefined {
  return headcount !== null && headcount >= n ? headcount : undefined;
}

/** How many of how many, at least and at most. */
export interface CountedShare {
  readonly count: Bounds;
  /** 1 or more. */
  readonly n: Bounds;
}

/**
 * A share of answers with its limits.
 * @param counted how many of how many; n of 1 or more
 * @param headcount how many people there are; null where not known
 * @returns the share with Wilson limits, and its margin where the headcount is known
 * @example shareFigure({ count: exactly(30), n: exactly(50) }, 80)
 */
export function shareFigure({ count, n }: CountedShare, headcount: number | null): StaffShare {
  const share = shareOf(count, n) ?? { low: 0, high: 1 };
  const limits = [n.low, n.high].flatMap((of) => [
    wilsonInterval({ count: Math.min(of, count.low), n: of }),
    wilsonInterval({ count: Math.min(of, count.high), n: of }),
  ]);
  const interval = {
    lower: Math.min(...limits.map(({ lower }) => lower)),
    upper: Math.max(...limits.map(({ upper }) => upper)),
  };
  const figure = { count, n, share, interval };
  const all = known(headcount, n.high);
  if (all === undefined) return figure;
  // A share of one half has the largest margin.
  const vaguest = Math.min(share.high, Math.max(share.low, 0.5));
  return { ...figure, margin: marginOfShare({ share: vaguest, responses: n.low, headcount: all }).margin };
}

/** A mean as far as it is known, and how many people there are. */
interface MeanOf {
  readonly mean: Bounds;
  readonly sdAtMost: number | null;
  readonly n: number;
  readonly headcount: number | null;
}

/**
 * Outermost 95 % limits of a mean, narrowed where the headcount is known.
 * @param of the mean with the largest sample standard deviation and n
 * @returns the limits; null without a spread or below two answers
 * @example meanInterval({ mean: exactly(3.2), sdAtMost: 1, n: 50, headcount: null })
 */
export function meanInterval({ mean, sdAtMost, n, headcount }: MeanOf): Interval | null {
  if (sdAtMost === null || n < 2) return null;
  const all = known(headcount, n);
  const factor = all === undefined ? 1 : finitePopulationFactor(n, all);
  const half = -tQuantile(0.025, n - 1) * (sdAtMost / Math.sqrt(n)) * factor;
  return { lower: mean.low - half, upper: mean.high + half };
}

/**
 * Favourable answers of an item.
 * @param item the item
 * @param cell a shown cell
 * @returns how many of how many; undefined where a part holds both favourable and other points
 * @example favourableOf(item, cell)?.count
 */
export function favourableOf(item: StaffItem, cell: ShownAnswers): CountedShare | undefined {
  const count = favourableBounds(item, cell);
  const { given } = cell.value;
  return count === undefined || given.low < 1 ? undefined : { count, n: given };
}

/**
 * One wave's figures of one item.
 * @param item the item
 * @param cell its cell
 * @param headcount how many people there are; null where not known
 * @returns the figures, or why there are none
 * @example itemFigures(item, item.cells.total, tables.invited)
 */
export function itemFigures(
  item: StaffItem,
  cell: WaveCell<StaffDistribution>,
  headcount: number | null,
): WaveCell<StaffFigures> {
  if (!cell.shown) return cell;
  const moments = itemMoments(item, cell);
  const favourable = favourableOf(item, cell);
  const { given } = cell.value;
  const spread = moments?.sd ?? null;
  const isKnown = cell.value.kind === "scale" && isExact(given) && cell.value.borders.every(isExact);
  const sdAtMost = spread?.high ?? null;
  return {
    shown: true,
    n: cell.n,
    value: {
      given,
      mean: moments?.mean ?? null,
      sd: isKnown ? sdAtMost : null,
      sdAtMost,
      interval:
        moments === undefined
          ? null
          : meanInterval({ mean: moments.mean, sdAtMost, n: given.low, headcount }),
      favourable: favourable === undefined ? null : shareFigure(favourable, headcount),
      parts: turnedParts(item, cell),
    },
  };
}
