/** Whether the scales of staff tables are made of shown counts, as they claim: then their means tell nothing new. */
import type { Cell } from "../disclosure/cell.ts";
import { meanBounds } from "./answer-bounds.ts";
import { isExact } from "./count-bounds.ts";
import { scalesOf } from "./published-figures.ts";
import type {
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
 * Works every scale's mean out again: the mean of the means of those items whose every point is shown, reverse-keyed
 * ones turned, if they are at least half of the items. A spread must be above 0, in hundredths, and stand only where all
 * items do. What else it tells of single scores cannot be worked out from it; see README.md
 * of the auditor.
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
      const fine = isMadeOf({ scale, items: own }, cell, pick);
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

function isMadeOf(
  { scale, items }: Made,
  { n, value: { mean: bounds, sdAtMost: sd } }: ShownScore,
  pick: <V>(cells: StaffCells<V>) => Cell<V> | undefined,
): boolean {
  const mean = bounds.low;
  if (!isExact(bounds)) return false;
  const means = items.flatMap((item) => (item === undefined ? [] : meanOf(item, pick(item.cells))));
  const points = new Set(items.map((item) => item?.points.length ?? 0));
  const [first = 0] = points;
  if (points.size !== 1 || first < 2 || means.length * 2 < items.length) return false;
  const raw = means.reduce((sum, item) => sum + item.mean, 0) / means.length;
  const expected = scale.lowest + ((raw - 1) * (scale.highest - scale.lowest)) / (first - 1);
  if (!(Math.abs(mean - expected) <= TOLERANCE * Math.max(1, Math.abs(expected)))) return false;
  const counts = means.map((item) => item.n);
  if (n !== Math.min(...counts)) return false;
  if (sd === null) return true;
  const hundredths = Math.abs(sd * 100 - Math.round(sd * 100)) < 1e-6;
  return sd > 0 && hundredths && means.length === items.length;
}

function meanOf(item: StaffItem, cell: Cell<StaffDistribution> | undefined) {
  if (cell?.shown !== true) return [];
  const mean = meanBounds(item, cell);
  return mean === undefined ? [] : [{ n: cell.n, mean: mean.low }];
}
