/** One wave's figures of one cell, worked out from released counts and from nothing else. */
import type { ShareFigure } from "../comparison/comparison-model.ts";
import type { Cell } from "../disclosure/cell.ts";
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
import { around, type Interval } from "../statistics/interval.ts";
import { wilsonInterval } from "../statistics/proportion.ts";
import type { StaffFigures, WaveCell } from "./staff-comparison-model.ts";

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

/** Mean and spread of one cell's answers. */
export interface CellMoments {
  readonly n: number;
  /** Turned so that high means much. */
  readonly mean: number;
  /** Sample standard deviation; null below two answers. */
  readonly sd: number | null;
}

/**
 * Mean and spread of an item's cell; only where every point is shown on its own.
 * @param item the item
 * @param cell its cell in one wave
 * @returns the moments; undefined where the cell is hidden, empty, or shows points together
 * @example itemMoments(item, item.cells.total)?.mean
 */
export function itemMoments(item: StaffItem, cell: WaveCell<StaffDistribution>): CellMoments | undefined {
  if (!cell.shown) return undefined;
  const mean = meanBounds(item, cell);
  if (mean === undefined || !isExact(mean)) return undefined;
  const spread = spreadBounds(item, cell);
  return { n: cell.value.given.low, mean: mean.low, sd: spread === undefined ? null : spread.low };
}

/** Those who answered can never be more than there are; a headcount that says so counts as unknown. */
function known(headcount: number | null, n: number): number | undefined {
  return headcount !== null && headcount >= n ? headcount : undefined;
}

/**
 * A share of answers with its limits.
 * @param counted how many of how many; n of 1 or more
 * @param headcount how many people there are; null where not known
 * @returns the share with Wilson limits, and its margin where the headcount is known
 * @example shareFigure({ count: 30, n: 50 }, 80)
 */
export function shareFigure(
  { count, n }: { readonly count: number; readonly n: number },
  headcount: number | null,
): ShareFigure {
  const figure = { count, n, share: count / n, interval: wilsonInterval({ count, n }) };
  const all = known(headcount, n);
  if (all === undefined) return figure;
  return { ...figure, margin: marginOfShare({ share: count / n, responses: n, headcount: all }).margin };
}

/** Moments of a mean, and how many people there are. */
interface MeanOf {
  readonly mean: number;
  readonly sd: number | null;
  readonly n: number;
  readonly headcount: number | null;
}

/**
 * 95 % limits of a mean, narrowed where the headcount is known.
 * @param of the mean with its sample standard deviation and n
 * @returns the limits; null without a spread or below two answers
 * @example meanInterval({ mean: 3.2, sd: 1, n: 50, headcount: null })
 */
export function meanInterval({ mean: centre, sd, n, headcount }: MeanOf): Interval | null {
  if (sd === null || n < 2) return null;
  const all = known(headcount, n);
  const factor = all === undefined ? 1 : finitePopulationFactor(n, all);
  return around(centre, -tQuantile(0.025, n - 1) * (sd / Math.sqrt(n)) * factor);
}

/**
 * Favourable answers of an item.
 * @param item the item
 * @param cell a shown cell
 * @returns how many of how many; undefined where a part holds both favourable and other points
 * @example favourableOf(item, cell)?.count
 */
export function favourableOf(
  item: StaffItem,
  cell: Extract<Cell<StaffDistribution>, { readonly shown: true }>,
): { readonly count: number; readonly n: number } | undefined {
  const found = favourableBounds(item, cell);
  if (found === undefined || !isExact(found) || cell.n < 1) return undefined;
  return { count: found.low, n: cell.n };
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
  return {
    shown: true,
    n: cell.n,
    value: {
      mean: moments?.mean ?? null,
      sd: moments?.sd ?? null,
      interval: moments === undefined ? null : meanInterval({ ...moments, headcount }),
      favourable: favourable === undefined ? null : shareFigure(favourable, headcount),
      parts: turnedParts(item, cell),
    },
  };
}
