/** Whether the scales of staff tables are made of shown counts, as they claim: then their means tell nothing new. */
import type { Cell } from "../disclosure/cell.ts";
import type { CountBounds } from "./count-bounds.ts";
import { scalesOf } from "./published-figures.ts";
import type {
  BorderCount,
  StaffCells,
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
  StaffTables,
} from "./staff-tables-model.ts";

/** Sums in another order differ in the last digits. */
const TOLERANCE = 1e-9;

/**
 * Works every scale's mean out again: the mean of the means of those items whose every point is shown, by bounds,
 * reverse-keyed ones turned, if they are at least half of the items; and how far scores spread at most.
 *
 * @param tables staff tables
 * @returns names of scales' cells that are not what they claim
 * @example strangeScales(tables); // []
 */
export function strangeScales(tables: StaffTables): readonly string[] {
  const items = new Map(tables.items.map((item) => [item.code, item]));
  return scalesOf(tables).flatMap((scale) => {
    const own = scale.items.map((code) => items.get(code));
    return placesOf(tables).flatMap(({ label, pick }) => {
      const cell = pick(scale.cells);
      if (cell?.shown !== true) return [];
      const fine = isMadeOf({ scale, items: own }, cell, { pick, coded: tables.width !== null });
      return fine ? [] : [`${label}, ${scale.label}`];
    });
  });
}

interface Made {
  readonly scale: StaffScale;
  readonly items: readonly (StaffItem | undefined)[];
}

/** Everybody and each category: a name, and which of a measure's cells it is. */
function placesOf({ cuts }: StaffTables) {
  return [
    { label: "everybody", pick: <V>({ total }: StaffCells<V>): Cell<V> | undefined => total },
    ...cuts.flatMap(({ categories }, cut) =>
      categories.map(({ label }, place) => ({
        label,
        pick: <V>({ cuts: cells }: StaffCells<V>): Cell<V> | undefined => cells[cut]?.[place],
      })),
    ),
  ];
}

type ShownScore = Extract<Cell<StaffScore>, { shown: true }>;

/** Worked out here once more, from the statements themselves. */
function isMadeOf(
  { scale, items }: Made,
  { n, value: { mean, sdAtMost } }: ShownScore,
  {
    pick,
    coded,
  }: { readonly pick: <V>(cells: StaffCells<V>) => Cell<V> | undefined; readonly coded: boolean },
): boolean {
  const points = new Set(items.map((item) => item?.points.length ?? 0));
  const [first = 0] = points;
  const shown = items.flatMap((item) => (item === undefined ? [] : momentsOf(item, pick(item.cells))));
  if (points.size !== 1 || first < 2 || shown.length * 2 < items.length || shown.length === 0) return false;
  const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const step = (scale.highest - scale.lowest) / (first - 1);
  const lies = (shownMean: number, of: readonly number[]) =>
    isAbout(shownMean, scale.lowest + (average(of) - 1) * step);
  const means =
    lies(
      mean.low,
      shown.map(({ low }) => low),
    ) &&
    lies(
      mean.high,
      shown.map(({ high }) => high),
    );
  if (!means || n !== Math.min(...shown.map((one) => one.n))) return false;
  const sds = shown.flatMap(({ sd }) => sd ?? []);
  if (sds.length < items.length) return sdAtMost === null;
  if (!coded) return sdAtMost === null || sdAtMost > 0;
  return sdAtMost !== null && isAbout(sdAtMost, average(sds) * step);
}

function isAbout(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= TOLERANCE * Math.max(1, Math.abs(expected));
}

/** Bounds of an item's mean, and the most its answers can spread, if every point has its border. */
function momentsOf({ points, reverseKeyed }: StaffItem, cell: Cell<StaffDistribution> | undefined) {
  if (cell?.shown !== true || cell.value.kind !== "scale") return [];
  const { given, borders } = cell.value;
  if (borders.length !== points.length - 1 || given.low < 1) return [];
  const low = 1 + borders.reduce((sum, border) => sum + border.low, 0) / given.high;
  const high = 1 + borders.reduce((sum, border) => sum + Math.min(border.high, given.low), 0) / given.low;
  const turned = points.length + 1;
  const mean = reverseKeyed ? { low: turned - high, high: turned - low } : { low, high };
  return [
    {
      n: cell.n,
      ...mean,
      sd: given.low > 1 ? widestSpread(given, borders) : null,
    },
  ];
}

/** Of all numbers of answers and all sums of border counts, each with as much as can be at the upper borders. */
function widestSpread(given: CountBounds, borders: readonly BorderCount[]): number {
  let widest = 0;
  for (let n = given.low; n <= given.high; n += 1) {
    const counts = borders.map(({ low }) => Math.min(n, low));
    for (let next = 0; next !== -1; ) {
      const sum = counts.reduce((all, count) => all + count, 0);
      const squares = counts.reduce((all, count, at) => all + (2 * at + 1) * count, 0);
      widest = Math.max(widest, (squares - sum ** 2 / n) / (n - 1));
      next = counts.findLastIndex((count, at) => count < Math.min(n, borders[at]?.high ?? 0));
      if (next !== -1) counts[next] = (counts[next] ?? 0) + 1;
    }
  }
  return Math.sqrt(widest);
}
