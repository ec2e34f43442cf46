/** Whose answers could have been others without any shown count being another: nobody else may be shown. */
import type { ClassCounts } from "./class-counts.ts";
import type { Blocks } from "./item-cells.ts";
import type { ReleasePlan } from "./release-plan.ts";
import { strongComponents } from "./strong-components.ts";

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
  const firstOf = cuts.map((_, cut) => aggregates.findIndex((aggregate) => aggregate.cut === cut));
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
  /** The two sides of each split: for points of one block, and for others. */
  readonly sides: { readonly within: readonly Sides[]; readonly across: readonly Sides[] };
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
  const across = sidesOf(fewer, false);
  const within = levels.includes(BLOCKS) ? sidesOf(fewer, true) : across;
  return { placeOf, oneOf, item: fewer, sides: { within, across } };
}

/**
 * Classes all of whose members gave one and the same answer, and for none of whom another was found to be possible.
 * For two points v and u, take the persons who answered one of them as arrows between what they are in on the left
 * and on the right side of a split, one way for v, the other way for u. Turning round all arrows of a directed circle
 * changes no count of any group; so everybody on such a circle could have given the other answer.
 *
 * @param merged what is shown, over merged classes
 * @param counted their answers; by default those shown
 * @param among merged classes to look at; all by default
 * @returns the merged classes whose answers are told, or may be
 * @see README.md in this folder, "Forced answers"
 * @example forcedClasses(mergeAlike(item)).length; // 0: nobody's answer is told
 */
export function forcedClasses(
  merged: Merged,
  counted: ClassCounts = merged.item.counted,
  among: readonly number[] | undefined = undefined,
): readonly number[] {
  return byPoint(alikeClasses(counted, among ?? everyPlace(merged))).flatMap(([point, places]) => {
    let left = places;
    for (let other = 0; other < counted.points && left.length > 0; other += 1) {
      if (other !== point) left = left.filter(notFreed(merged, counted, { point, other, left }));
    }
    return left;
  });
}

/** A class all of whose members gave one answer, and the other points that are possible for them. */
export interface AlikeClass {
  readonly place: number;
  readonly point: number;
  readonly others: readonly number[];
}

/**
 * All points that those could have answered who answered like everybody in their class.
 *
 * @param merged what is shown, over merged classes
 * @returns one entry a class whose members all gave one answer
 * @example possiblePoints(mergeAlike(item)).every(({ others }) => others.length > 0);
 */
export function possiblePoints(merged: Merged): readonly AlikeClass[] {
  const { counted } = merged.item;
  return byPoint(alikeClasses(counted, everyPlace(merged))).flatMap(([point, places]) => {
    const forced = Array.from({ length: counted.points }, (_, other) => {
      if (other === point) return new Set(places);
      return new Set(places.filter(notFreed(merged, counted, { point, other, left: places })));
    });
    const all = forced.map((_, other) => other);
    return places.map((place) => ({
      place,
      point,
      others: all.filter((other) => !forced[other]?.has(place)),
    }));
  });
}

function everyPlace({ oneOf }: Merged): readonly number[] {
  return oneOf.map((_, place) => place);
}

interface Alike {
  readonly place: number;
  readonly point: number;
}

function alikeClasses(counted: ClassCounts, among: readonly number[]): readonly Alike[] {
  return among.flatMap((place) => {
    const point = onlyPoint(counted, place);
    return point === undefined ? [] : [{ place, point }];
  });
}

function byPoint(alike: readonly Alike[]): readonly (readonly [number, readonly number[]])[] {
  const places = new Map<number, number[]>();
  for (const { place, point } of alike) {
    const known = places.get(point);
    if (known === undefined) places.set(point, [place]);
    else known.push(place);
  }
  return [...places];
}

/** The point that all answers of a class share; nothing if there are several, or no answers. */
function onlyPoint({ points, counts, answered }: ClassCounts, number: number): number | undefined {
  const all = answered[number] ?? 0;
  if (all === 0) return undefined;
  for (let point = 0; point < points; point += 1) {
    const count = counts[number * points + point] ?? 0;
    if (count > 0) return count === all ? point : undefined;
  }
  return undefined;
}

function sameBlock(blocks: Blocks, one: number, other: number): boolean {
  return blocks.some(
    ([from, to]) => from <= one + 1 && one + 1 <= to && from <= other + 1 && other + 1 <= to,
  );
}

/** The nodes of one split: what a class is in on each side, of the groups that tell the two points apart. */
interface Sides {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly nodes: number;
}

function sidesOf({ memberships, levels }: ShownItem, within: boolean): readonly Sides[] {
  const { categoryOf, firstOf, splits, classes } = memberships;
  const tells = (aggregate: number) => {
    const level = levels[aggregate] ?? NOTHING;
    return level === POINTS || (level === BLOCKS && !within);
  };
  return splits.map((split) => {
    const cutsOf = (isLeft: boolean) => split.flatMap((side, cut) => (side === isLeft ? [cut] : []));
    const nodesOf = (cuts: readonly number[]) => {
      let nodes = new Int32Array(classes);
      for (const cut of cuts) {
        const first = firstOf[cut] ?? 0;
        const width = 2 + (firstOf[cut + 1] ?? levels.length) - first;
        const numbers = new Map<number, number>([[0, 0]]);
        nodes = nodes.map((node, number) => {
          const category = categoryOf[cut]?.[number] ?? -1;
          const key = node * width + (category >= 0 && tells(first + category) ? category + 1 : 0);
          const next = numbers.get(key) ?? numbers.size;
          numbers.set(key, next);
          return next;
        });
      }
      return nodes;
    };
    const left = nodesOf(cutsOf(true));
    const lefts = 1 + left.reduce((most, node) => Math.max(most, node), 0);
    const right = nodesOf(cutsOf(false));
    // Where the whole tells the points apart, being in no group on the left is another thing than on the right.
    const shifted = right.map((node) => (node === 0 && !tells(0) ? 0 : lefts + node));
    const nodes = 1 + shifted.reduce((most, node) => Math.max(most, node), lefts - 1);
    return { left, right: shifted, nodes };
  });
}

/** Whether a class that answered one point is on no circle with those who answered the other, in any split. */
function notFreed(
  { item, sides }: Merged,
  counted: ClassCounts,
  asked: { readonly point: number; readonly other: number; readonly left: readonly number[] },
): (place: number) => boolean {
  const freed = new Set<number>();
  for (const side of sameBlock(item.blocks, asked.point, asked.other) ? sides.within : sides.across) {
    if (freed.size === asked.left.length) break;
    const component = componentsOf(side, counted, asked);
    for (const place of asked.left) {
      if (component[side.left[place] ?? 0] === component[side.right[place] ?? 0]) freed.add(place);
    }
  }
  return (place) => !freed.has(place);
}

function componentsOf(
  { left, right, nodes }: Sides,
  { counts, points }: ClassCounts,
  { point, other }: { readonly point: number; readonly other: number },
): Int32Array {
  const from: number[] = [];
  const to: number[] = [];
  for (let place = 0; place < left.length; place += 1) {
    const one = left[place] ?? 0;
    const two = right[place] ?? 0;
    if ((counts[place * points + point] ?? 0) > 0) {
      from.push(one);
      to.push(two);
    }
    if ((counts[place * points + other] ?? 0) > 0) {
      from.push(two);
      to.push(one);
    }
  }
  return strongComponents({ nodes, from, to });
}
