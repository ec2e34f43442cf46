/** What is shown of one item, over the classes that it can tell apart, and how the cuts can be split in two. */
import type { ClassCounts } from "./class-counts.ts";
import type { Blocks } from "./item-cells.ts";
import type { ReleasePlan } from "./release-plan.ts";

/** What the classes are in, and how the cuts can be split in two. */
export interface Memberships {
  readonly classes: number;
  /** By cut, then by class: place of its category, or -1. */
  readonly categoryOf: readonly Int32Array[];
  /** By cut: place of its first aggregate; everybody is at 0. */
  readonly firstOf: readonly number[];
  /** Ways of putting each cut on one of two sides: true is left. */
  readonly splits: readonly (readonly boolean[])[];
}

/** How much is shown of an aggregate: single points, two blocks of points, nothing. */
export type Level = 0 | 1 | 2;
export const POINTS: Level = 0;
export const BLOCKS: Level = 1;
export const NOTHING: Level = 2;

export interface ShownItem {
  readonly memberships: Memberships;
  readonly counted: ClassCounts;
  readonly blocks: Blocks;
  /** By aggregate. */
  readonly levels: readonly Level[];
}

/** More cuts than this are only split as one against all others. */
const MOST_CUTS_SPLIT = 6;

/**
 * What the classes are in. Any way of putting the cuts on two sides is sound: what is kept equal on a side is kept
 * equal in each of its cuts.
 *
 * @param plan the cuts, classes and aggregates
 * @returns the memberships
 * @example membershipsOf(plan).splits.length; // 4 for three cuts
 */
export function membershipsOf({ cuts, classes, aggregates }: ReleasePlan): Memberships {
  const categoryOf = cuts.map(() => new Int32Array(classes.count).fill(-1));
  const before = (cut: number) =>
    cuts.slice(0, cut).reduce((sum, { categories }) => sum + categories.length, 0);
  const firstOf = cuts.map((_, cut) => 1 + before(cut));
  for (const { cut, category, classes: members } of aggregates) {
    for (const number of members) categoryOf[cut]?.fill(category, number, number + 1);
  }
  const others = Math.max(0, cuts.length - 1);
  const split = (bits: number) => cuts.map((_, cut) => cut === 0 || ((bits >> (cut - 1)) & 1) === 0);
  const splits =
    cuts.length <= MOST_CUTS_SPLIT
      ? Array.from({ length: 2 ** others }, (_, bits) => split(bits))
      : [cuts.map(() => true), ...cuts.map((_, alone) => cuts.map((__, cut) => cut === alone))];
  return { classes: classes.count, categoryOf, firstOf, splits };
}

/** What is shown, over the classes that it can tell apart. */
export interface Merged {
  readonly item: ShownItem;
  /** By class of the plan: its place among the merged ones. */
  readonly placeOf: Int32Array;
  /** By merged class: one class of the plan. */
  readonly oneOf: readonly number[];
  /** The sides of a split (by its place), for two points of one block or for others; made when first asked for. */
  readonly sides: (withinBlock: boolean, split: number) => Sides;
}

/**
 * Classes that are in the same shown groups become one. Classes that nobody answered the item in stay out.
 *
 * @param item what is shown
 * @returns the same over fewer classes
 * @example mergeAlike(item).oneOf.length;
 */
export function mergeAlike(item: ShownItem): Merged {
  const { memberships, counted, levels } = item;
  const { categoryOf, firstOf } = memberships;
  const { points } = counted;
  const shownIn = categoryOf.map((categories, cut) =>
    categories.map((category) =>
      category >= 0 && (levels[(firstOf[cut] ?? 0) + category] ?? NOTHING) < NOTHING ? category : -1,
    ),
  );
  const places = new Map<string, number>();
  const oneOf: number[] = [];
  const placeOf = new Int32Array(memberships.classes).fill(-1);
  for (let number = 0; number < memberships.classes; number += 1) {
    if ((counted.answered[number] ?? 0) === 0) continue;
    const key = shownIn.map((categories) => categories[number]).join();
    const place = places.get(key) ?? places.size;
    if (place === oneOf.length) oneOf.push(number);
    places.set(key, place);
    placeOf[number] = place;
  }
  const answered = new Uint32Array(oneOf.length);
  const counts = new Uint32Array(oneOf.length * points);
  for (const [number, place] of placeOf.entries()) {
    if (place < 0) continue;
    answered[place] = (answered[place] ?? 0) + (counted.answered[number] ?? 0);
    for (let point = 0; point < points; point += 1) {
      const at = place * points + point;
      counts[at] = (counts[at] ?? 0) + (counted.counts[number * points + point] ?? 0);
    }
  }
  const merged = shownIn.map((categories) => Int32Array.from(oneOf, (number) => categories[number] ?? -1));
  const fewer = {
    ...item,
    counted: { points, answered, counts },
    memberships: { ...memberships, classes: oneOf.length, categoryOf: merged },
  };
  return { placeOf, oneOf, item: fewer, sides: sidesOf(fewer) };
}

/** The nodes of one split: what a class is in on each side, of the groups that tell the two points apart. */
export interface Sides {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly nodes: number;
}

function sidesOf(item: ShownItem): Merged["sides"] {
  const hasBlocks = item.levels.includes(BLOCKS);
  const known = new Map<number, Sides>();
  return (withinBlock, split) => {
    const within = withinBlock && hasBlocks;
    const key = 2 * split + (within ? 1 : 0);
    const sides = known.get(key) ?? makeSides(item, item.memberships.splits[split] ?? [], within);
    known.set(key, sides);
    return sides;
  };
}

function makeSides(item: ShownItem, split: readonly boolean[], within: boolean): Sides {
  const tells = (aggregate: number) => {
    const level = item.levels[aggregate] ?? NOTHING;
    return level === POINTS || (level === BLOCKS && !within);
  };
  const cutsOf = (isLeft: boolean) => split.flatMap((side, cut) => (side === isLeft ? [cut] : []));
  const left = nodesOf(item, cutsOf(true), tells);
  const lefts = 1 + left.reduce((most, node) => Math.max(most, node), 0);
  const right = nodesOf(item, cutsOf(false), tells);
  // Where the whole tells the points apart, being in no group on the left is another thing than on the right.
  const whole = tells(0);
  const shifted = right.map((node) => (node === 0 && !whole ? 0 : lefts + node));
  const nodes = 1 + shifted.reduce((most, node) => Math.max(most, node), lefts - 1);
  return { left, right: shifted, nodes };
}

/** Numbers what classes are in, of these cuts and of the groups that tell; 0 is no group. */
function nodesOf(
  { memberships, levels }: ShownItem,
  cuts: readonly number[],
  tells: (aggregate: number) => boolean,
): Int32Array {
  const { categoryOf, firstOf, classes } = memberships;
  const nodes = new Int32Array(classes);
  for (const cut of cuts) {
    const first = firstOf[cut] ?? 0;
    const categories = (firstOf[cut + 1] ?? levels.length) - first;
    const seen = Int32Array.from({ length: categories }, (_, place) =>
      tells(first + place) ? place + 1 : 0,
    );
    const width = categories + 1;
    const numbers = new Map<number, number>([[0, 0]]);
    const own = categoryOf[cut];
    for (let number = 0; number < classes; number += 1) {
      const category = own?.[number] ?? -1;
      const key = (nodes[number] ?? 0) * width + (category < 0 ? 0 : (seen[category] ?? 0));
      const next = numbers.get(key) ?? numbers.size;
      if (next === numbers.size) numbers.set(key, next);
      nodes[number] = next;
    }
  }
  return nodes;
}
