/** Scales and the index on the items that all waves share, from what is shown of these items. */
import { type Bounds, linearly } from "../bounds.ts";
import { exactly, sumOf } from "../staff-tables/count-bounds.ts";
import type { StaffScale } from "../staff-tables/staff-tables-model.ts";
import type { CommonItem, WaveToCompare } from "./common-items.ts";
import type { Moments } from "./staff-change.ts";
import type { StaffFigures, StaffShare, WaveCell } from "./staff-comparison-model.ts";
import {
  type CellMoments,
  cellAt,
  favourableOf,
  headcountAt,
  itemMoments,
  meanInterval,
  type Place,
  shareFigure,
} from "./wave-figures.ts";

/** One scale, or the index, in all waves. */
export interface CommonScale {
  readonly kind: "scale" | "index";
  readonly code: string;
  readonly label: string;
  readonly lowest: number;
  readonly highest: number;
  /** Points of its items. */
  readonly points: number;
  /** Items that every wave with this scale asks alike. */
  readonly items: readonly CommonItem[];
  /** Codes of items of some wave's scale that not all share. */
  readonly leftOut: readonly string[];
  /** One a wave: the scale as released, and whether it rests on the common items alone; undefined without the scale. */
  readonly released: readonly ({ readonly scale: StaffScale; readonly whole: boolean } | undefined)[];
}

/**
 * The scales of the last wave that another wave has as well, and the index.
 * @param waves in the order of time
 * @param items what the waves share
 * @returns the scales in the last wave's order, the index last
 * @example commonScales(waves, commonItems(waves, new Map())).map(({ code }) => code)
 */
export function commonScales(
  waves: readonly WaveToCompare[],
  items: readonly CommonItem[],
): readonly CommonScale[] {
  const last = waves.at(-1)?.tables;
  if (last === undefined) return [];
  const scales = last.scales.map(({ code }) =>
    commonScale(
      "scale",
      waves.map(({ tables }) => tables.scales.find((one) => one.code === code)),
      items,
    ),
  );
  const index = commonScale(
    "index",
    waves.map(({ tables }) => tables.index ?? undefined),
    items,
  );
  return [...scales, index].filter((one) => one !== undefined);
}

function commonScale(
  kind: CommonScale["kind"],
  scales: readonly (StaffScale | undefined)[],
  items: readonly CommonItem[],
): CommonScale | undefined {
  const last = scales.at(-1);
  if (last === undefined || scales.filter((one) => one !== undefined).length < 2) return undefined;
  const shared = items.filter(
    ({ item, waves }) =>
      last.items.includes(item.code) &&
      scales.every((scale, place) => scale === undefined || scale.items.includes(waves[place]?.code ?? "")),
  );
  const points = shared[0]?.item.points.length;
  if (points === undefined || shared.some(({ item }) => item.points.length !== points)) return undefined;
  const codesOf = (place: number): readonly string[] => shared.map(({ waves }) => waves[place]?.code ?? "");
  const leftOut = scales.flatMap((scale, place) => {
    const kept = new Set(codesOf(place));
    return (scale?.items ?? []).filter((code) => !kept.has(code));
  });
  const { code, label, lowest, highest } = last;
  return {
    kind,
    code,
    label,
    lowest,
    highest,
    points,
    items: shared,
    leftOut: [...new Set(leftOut)],
    released: scales.map((scale) =>
      scale === undefined ? undefined : { scale, whole: scale.items.length === shared.length },
    ),
  };
}

/** One wave at one place. */
export interface WaveAt {
  readonly waves: readonly WaveToCompare[];
  /** Place of the wave in `waves`. */
  readonly wave: number;
  readonly place: Place | undefined;
}

/**
 * Mean and spread of a common item in one wave.
 * @param item the item in all waves
 * @param at which wave, and of whom
 * @returns the moments; undefined where not every point is shown
 * @example commonMoments(item, { waves, wave: 0, place: "total" })
 */
export function commonMoments(
  { waves: items }: CommonItem,
  { wave, place }: WaveAt,
): CellMoments | undefined {
  const item = items[wave];
  return item === undefined ? undefined : itemMoments(item, cellAt(item.cells, place));
}

/**
 * One wave's figures of a scale: as released where it rests on the common items alone, else from those of them that
 * are shown, if they are at least half.
 * @param scale the scale in all waves
 * @param at which wave, and of whom
 * @returns the figures, or why there are none
 * @example scaleFigures(scale, { waves, wave: 0, place: "total" })
 */
export function scaleFigures(scale: CommonScale, at: WaveAt): WaveCell<StaffFigures> {
  const released = scale.released[at.wave];
  const tables = at.waves[at.wave]?.tables;
  if (released === undefined || tables === undefined) return { shown: false, reason: "not-asked" };
  const cell = cellAt(released.scale.cells, at.place);
  const shared = { sd: null, favourable: pooledFavourable(scale, at), parts: null };
  if (released.whole) {
    if (!cell.shown) return cell;
    const { n, value } = cell;
    const interval = meanInterval({ ...value, n, headcount: headcountAt(tables, at.place) });
    return { shown: true, n, value: { ...shared, ...value, given: exactly(n), interval } };
  }
  const shown = scale.items.flatMap((item) => commonMoments(item, at) ?? []);
  const moments = momentsOf(shown, scale);
  if (moments === undefined || shown.length * 2 < scale.items.length) {
    return cell.shown ? { shown: false, reason: "too-few-items" } : cell;
  }
  const { n, mean } = moments;
  const value = { ...shared, given: n, mean, sdAtMost: null, interval: null };
  return { shown: true, n: n.low, value };
}

/** Favourable answers to the items, of all answers to them, of the items that show it. */
function pooledFavourable({ items }: CommonScale, { wave, place }: WaveAt): StaffShare | null {
  const counted = items.flatMap(({ waves }) => {
    const item = waves[wave];
    const cell = item === undefined ? undefined : cellAt(item.cells, place);
    return item === undefined || cell?.shown !== true ? [] : (favourableOf(item, cell) ?? []);
  });
  if (counted.length === 0 || counted.length * 2 < items.length) return null;
  const sum = (of: "count" | "n"): Bounds => sumOf(counted.map((one) => one[of]));
  return shareFigure({ count: sum("count"), n: sum("n") }, null);
}

/**
 * What a test of a scale's change rests on: the items shown in both waves. Where the spread of persons' scores is not
 * released, the mean of the items' spreads stands in for it: no scale of these items can spread more (its variance is
 * largest when all items agree), so that the test is cautious.
 * @param scale the scale in all waves
 * @param before the earlier wave
 * @param after the later wave
 * @returns both waves' moments; undefined where fewer than half of the items are shown in both
 * @see Var(mean of items) ≤ (mean of standard deviations)², by the Cauchy-Schwarz inequality
 * @example scaleMoments(scale, { waves, wave: 0, place: "total" }, { waves, wave: 1, place: "total" })
 */
export function scaleMoments(
  scale: CommonScale,
  before: WaveAt,
  after: WaveAt,
): { readonly before: Moments | undefined; readonly after: Moments | undefined } {
  const pairs = scale.items.flatMap((item) => {
    const first = commonMoments(item, before);
    const second = commonMoments(item, after);
    return first === undefined || second === undefined ? [] : [{ first, second }];
  });
  if (pairs.length === 0 || pairs.length * 2 < scale.items.length)
    return { before: undefined, after: undefined };
  const all = pairs.length === scale.items.length;
  const side = (at: WaveAt, tables: readonly CellMoments[]): Moments | undefined => {
    const moments = momentsOf(tables, scale);
    const released = scale.released[at.wave];
    const cell = released === undefined ? undefined : cellAt(released.scale.cells, at.place);
    if (moments === undefined || !all || released?.whole !== true || cell?.shown !== true) return moments;
    const { mean, sdAtMost } = cell.value;
    const { sd } = moments;
    const high = sdAtMost ?? sd?.high;
    const spread = sd === null || high === undefined ? null : { low: Math.min(sd.low, high), high };
    return { n: moments.n, mean, sd: spread };
  };
  return {
    before: side(
      before,
      pairs.map(({ first }) => first),
    ),
    after: side(
      after,
      pairs.map(({ second }) => second),
    ),
  };
}

function momentsOf(
  tables: readonly CellMoments[],
  { lowest, highest, points }: CommonScale,
): Moments | undefined {
  if (tables.length === 0) return undefined;
  const step = (highest - lowest) / (points - 1);
  const n = {
    low: Math.min(...tables.map(({ given }) => given.low)),
    high: Math.min(...tables.map(({ given }) => given.high)),
  };
  const mean = linearly(meanOf(tables.map((table) => table.mean)), step, lowest - step);
  const sds = tables.flatMap(({ sd }) => sd ?? []);
  return { n, mean, sd: sds.length < tables.length ? null : linearly(meanOf(sds), step) };
}

function meanOf(all: readonly Bounds[]): Bounds {
  return linearly(sumOf(all), 1 / all.length);
}
