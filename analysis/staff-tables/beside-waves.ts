/** Released tables of other waves that some of the same persons answered, as the steps of one item take them up. */
import { DAYS_DIRECTION } from "../wave-ledger/weigh-wave.ts";
import type { CountBounds } from "./count-bounds.ts";
import { sumOf } from "./count-bounds.ts";
import type { ReleasePlan } from "./release-plan.ts";
import type { BesideWave, ScaleAnswers, StaffItem } from "./staff-tables-model.ts";

/** What was said of some persons: n of them, and their answers. */
export interface BesideCell {
  readonly n: number;
  readonly value: ScaleAnswers;
}

/** One item in one other wave. */
export interface BesideItem {
  /** By place of the new plan's aggregates. */
  readonly cells: ReadonlyMap<number, BesideCell>;
  /** Those of them that are groups of its first cut. */
  readonly ofFirst: ReadonlySet<number>;
  /** Those in no shown group of its first cut, and its groups that are no longer there. */
  readonly others: readonly BesideCell[];
  readonly stayed: number;
  readonly left: number;
  readonly joined: number;
  /** How many more than the numbers tell may have moved into and out of a group. */
  readonly margin: number;
  /** As `isRecent`. */
  readonly recent: boolean;
}

/**
 * Whether a wave is so recent that whoever answered both is taken to have answered alike. Later, answers may have changed
 * for their own reasons, and no further moves are reckoned with.
 *
 * @param wave another wave
 * @returns true below 300 days
 * @example isRecent({ days: 120 }); // true
 */
export function isRecent({ days }: Pick<BesideWave, "days">): boolean {
  return days < DAYS_DIRECTION;
}

/**
 * Those of some waves that asked an item of some of the same persons.
 *
 * @param waves released waves
 * @param item its code
 * @returns those with that item in their tables
 * @example sharing(waves, "calm").length;
 */
export function sharing(waves: readonly BesideWave[], item: string): readonly BesideWave[] {
  return waves.filter(
    ({ stayed, items, tables }) => stayed > 0 && tables.items.some(({ code }) => code === items.get(item)),
  );
}

/**
 * What another wave said of the groups of a plan.
 *
 * @param wave a wave that shares the item
 * @param code the item's
 * @param plan the new tables' groups
 * @param minimum k of the new tables
 * @returns its cells at the plan's places
 * @example besideItem(wave, "calm", { plan, minimum: 10 }).cells.get(0)?.n;
 */
export function besideItem(
  wave: BesideWave,
  code: string,
  { plan, minimum }: { readonly plan: Pick<ReleasePlan, "cuts" | "aggregates">; readonly minimum: number },
): BesideItem {
  const { tables, stayed, left, joined, renamed = [] } = wave;
  const item = tables.items.find((one) => one.code === wave.items.get(code));
  const found = new Map<number, BesideCell[]>();
  const ofFirst = new Set<number>();
  const others: BesideCell[] = [];
  const rest = item === undefined ? undefined : cellOf(item.rest);
  if (rest !== undefined) others.push(rest);
  const places = placesOf(plan);
  const total = item === undefined ? undefined : cellOf(item.cells.total);
  if (total !== undefined) found.set(0, [total]);
  tables.cuts.forEach(({ codes, categories }, cut) => {
    categories.forEach(({ values }, category) => {
      const cell = cellOf(item?.cells.cuts[cut]?.[category]);
      if (cell === undefined) return;
      const now = values.map(
        (value, at) => renamed.find((one) => one.item === codes[at] && one.before === value)?.now ?? value,
      );
      const place = places.get(nameOf(codes, now));
      if (place !== undefined) found.set(place, [...(found.get(place) ?? []), cell]);
      if (cut !== 0) return;
      if (place === undefined) others.push(cell);
      else ofFirst.add(place);
    });
  });
  // Where no group was shown, everybody stands for whoever is in no group.
  if (total !== undefined && others.length === 0 && ofFirst.size === 0) others.push(total);
  return {
    cells: new Map([...found].map(([place, cells]) => [place, together(cells)])),
    ofFirst,
    others,
    stayed,
    left,
    joined,
    recent: isRecent(wave),
    margin: isRecent(wave) ? Math.max(minimum, tables.minimum) - 1 : 0,
  };
}

function cellOf(cell: StaffItem["rest"]): BesideCell | undefined {
  return cell?.shown === true && cell.value.kind === "scale" ? { n: cell.n, value: cell.value } : undefined;
}

/**
 * What is known of several groups of different persons as one.
 *
 * @param cells at least one
 * @returns their sums; borders that all of them have
 * @example together([unit, team]).n;
 */
export function together(cells: readonly BesideCell[]): BesideCell {
  const bounds = (point: number): CountBounds | undefined => {
    const own = cells.map(({ value }) => borderOf(value, point));
    return own.every((one) => one !== undefined) ? sumOf(own) : undefined;
  };
  const borders = (cells[0]?.value.borders ?? []).flatMap(({ above }) => {
    const sum = bounds(above);
    return sum === undefined ? [] : [{ above, ...sum }];
  });
  return {
    n: cells.reduce((sum, { n }) => sum + n, 0),
    value: { kind: "scale", given: sumOf(cells.map(({ value }) => value.given)), borders },
  };
}

/**
 * How many answered above a point, as far as it was said.
 *
 * @param said of one cell
 * @param point 0 for any answer
 * @returns bounds; undefined where the border was not said
 * @example borderOf(value, 3); // { low: 10, high: 12 }
 */
export function borderOf({ given, borders }: ScaleAnswers, point: number): CountBounds | undefined {
  const found = point === 0 ? given : borders.find((border) => border.above === point);
  return found === undefined ? undefined : { low: found.low, high: found.high };
}

function placesOf({
  cuts,
  aggregates,
}: Pick<ReleasePlan, "cuts" | "aggregates">): ReadonlyMap<string, number> {
  return new Map(
    aggregates.flatMap(({ cut, category }, place) => {
      const planned = cuts[cut];
      const values = planned?.categories[category]?.values;
      return planned === undefined || values === undefined
        ? []
        : [[nameOf(planned.codes, values), place] as const];
    }),
  );
}

function nameOf(codes: readonly string[], values: readonly string[]): string {
  return JSON.stringify([codes, values]);
}
