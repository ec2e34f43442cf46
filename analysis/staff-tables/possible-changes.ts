/** Whose answers could have been others without any shown count being another: nobody else may be shown. */
import type { ClassCounts } from "./class-counts.ts";
import type { Blocks } from "./item-cells.ts";
import type { Merged, Sides } from "./merged-classes.ts";
import { strongComponents } from "./strong-components.ts";

/**
 * Classes all of whose members gave one and the same answer, and for none of whom another was found to be possible.
 * For two points v and u, take the persons who answered one of them as arrows between what they are in on the left
 * and on the right side of a split, one way for v, the other way for u. Turning round all arrows of a directed circle
 * changes no count of any group; so everybody on such a circle could have given the other answer.
 *
 * @param merged what is shown, over merged classes
 * @param only the answers, by default those shown, and the merged classes to look at, by default all
 * @returns the merged classes whose answers are told, or may be
 * @see README.md in this folder, "Forced answers"
 * @example forcedClasses(mergeAlike(item)).length; // 0: nobody's answer is told
 */
export function forcedClasses(
  merged: Merged,
  only: { readonly counted?: ClassCounts; readonly among?: readonly number[] } = {},
): readonly number[] {
  const { counted = merged.item.counted, among = everyPlace(merged) } = only;
  return byPoint(alikeClasses(counted, among)).flatMap(([point, places]) => {
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

/** Whether a class that answered one point is on no circle with those who answered the other, in any split. */
function notFreed(
  { item, sides }: Merged,
  counted: ClassCounts,
  asked: { readonly point: number; readonly other: number; readonly left: readonly number[] },
): (place: number) => boolean {
  const freed = new Set<number>();
  const within = sameBlock(item.blocks, asked.point, asked.other);
  for (const split of item.memberships.splits.keys()) {
    if (freed.size === asked.left.length) break;
    const side = sides(within, split);
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
  const from = new Int32Array(2 * left.length);
  const to = new Int32Array(2 * left.length);
  let edges = 0;
  for (let place = 0; place < left.length; place += 1) {
    const one = left[place] ?? 0;
    const two = right[place] ?? 0;
    if ((counts[place * points + point] ?? 0) > 0) {
      from[edges] = one;
      to[edges] = two;
      edges += 1;
    }
    if ((counts[place * points + other] ?? 0) > 0) {
      from[edges] = two;
      to[edges] = one;
      edges += 1;
    }
  }
  return strongComponents({ nodes, from: from.subarray(0, edges), to: to.subarray(0, edges) });
}
