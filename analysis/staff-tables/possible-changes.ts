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

/**
 * Classes all of whose members gave one and the same answer, and for none of whom another was found to be possible.
 * For two points v and u, take the persons who answered one of them as arrows between what they are in on the left
 * and on the right side of a split, one way for v, the other way for u. Turning round all arrows of a directed circle
 * changes no count of any group; so everybody on such a circle could have given the other answer.
 *
 * @param item what is shown
 * @param among classes to look at; all by default
 * @returns the classes whose answers are told, or may be
 * @see README.md in this folder, "Forced answers"
 * @example forcedClasses(item).length; // 0: nobody's answer is told
 */
export function forcedClasses(item: ShownItem, among?: readonly number[]): readonly number[] {
  const alike = (among ?? Array.from({ length: item.memberships.classes }, (_, number) => number)).flatMap(
    (number) => {
      const point = onlyPoint(item.counted, number);
      return point === undefined ? [] : [{ number, point }];
    },
  );
  const open = new Map<number, number[]>();
  for (const { number, point } of alike) open.set(point, [...(open.get(point) ?? []), number]);
  const sides = new Map<boolean, readonly Sides[]>();
  for (const [point, numbers] of open) {
    let left = numbers;
    for (let other = 0; other < item.counted.points && left.length > 0; other += 1) {
      if (other === point) continue;
      const within = sameBlock(item.blocks, point, other);
      const both = sides.get(within) ?? sidesOf(item, within);
      sides.set(within, both);
      left = both.reduce((still, side) => stillForced(item, side, { point, other, still }), left);
    }
    open.set(point, left);
  }
  return [...open.values()].flat().sort((one, other) => one - other);
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
        const numbers = new Map<string, number>([["0/-1", 0]]);
        const previous = nodes;
        nodes = previous.map((node, number) => {
          const category = categoryOf[cut]?.[number] ?? -1;
          const seen = category >= 0 && tells((firstOf[cut] ?? 0) + category) ? category : -1;
          const key = `${node}/${seen}`;
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

function stillForced(
  { counted, memberships }: ShownItem,
  { left, right, nodes }: Sides,
  asked: { readonly point: number; readonly other: number; readonly still: number[] },
): number[] {
  if (asked.still.length === 0) return asked.still;
  const from: number[] = [];
  const to: number[] = [];
  for (let number = 0; number < memberships.classes; number += 1) {
    const one = left[number] ?? 0;
    const two = right[number] ?? 0;
    if ((counted.counts[number * counted.points + asked.point] ?? 0) > 0) {
      from.push(one);
      to.push(two);
    }
    if ((counted.counts[number * counted.points + asked.other] ?? 0) > 0) {
      from.push(two);
      to.push(one);
    }
  }
  const component = strongComponents({ nodes, from, to });
  return asked.still.filter((number) => component[left[number] ?? 0] !== component[right[number] ?? 0]);
}
