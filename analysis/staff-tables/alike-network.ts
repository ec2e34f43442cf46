/** Two waves as one network: groups of the one and of the other, if whoever answered both answered alike. */
import { type BesideCell, type BesideItem, borderOf } from "./beside-waves.ts";
import type { CountBounds } from "./count-bounds.ts";
import { type NetworkArc, sumNetwork } from "./sum-network.ts";

/** What later sums could be. Once what was said cannot be if all answered alike, nothing more is known. */
export interface AlikeNetwork {
  /** Of a sum by its place among those said; undefined where nothing is known. */
  readonly range: (at: number | "everybody") => CountBounds | undefined;
  readonly narrow: (at: number | "everybody", bounds: CountBounds) => void;
}

/** A group of the later wave, and what the other said of its persons, those who stay for certain first. */
export interface AlikeGroup {
  readonly cells: readonly BesideCell[];
  readonly later: number;
}

const [SOURCE, SINK, ALL, POOL, NEW, BEFORE] = [0, 1, 2, 3, 4, 5];
const NODES = 6;

/**
 * Nobody moved whose move the numbers do not tell: who stayed in a group are as many as can be, and whoever a group lost
 * went to another that grew, or left. Made twice, for as many as can have gone to another group, and for as few.
 *
 * @param wave the item in another wave
 * @param groups everybody once, as said in the later wave
 * @param point the border
 * @returns the networks
 * @example alikeNetworks(wave, groups, 3)[0]?.range(0);
 */
export function alikeNetworks(
  wave: Pick<BesideItem, "cells" | "left" | "joined">,
  groups: readonly AlikeGroup[],
  point: number,
): readonly AlikeNetwork[] {
  const lost = sum(groups.map((group) => Math.max(0, earlierOf(group) - group.later)));
  const won = sum(groups.map((group) => Math.max(0, group.later - earlierOf(group))));
  const all = wave.cells.get(0);
  const isAll = all?.n === sum(groups.map(earlierOf));
  const before = all !== undefined && isAll ? borderOf(all.value, point) : undefined;
  const most = Math.min(lost, won);
  const fewest = Math.min(most, Math.max(0, lost - wave.left, won - wave.joined));
  return [...new Set([most, fewest])].map((moved) =>
    alikeNetwork(groups, { point, before, left: lost - moved, joined: won - moved }),
  );
}

interface Moves {
  readonly point: number;
  /** Of everybody in the other wave. */
  readonly before: CountBounds | undefined;
  readonly left: number;
  readonly joined: number;
}

function alikeNetwork(groups: readonly AlikeGroup[], { point, before, left, joined }: Moves): AlikeNetwork {
  const arcs: NetworkArc[] = [];
  const add = (from: number, to: number, persons: number) => arcs.push({ from, to, persons }) - 1;
  const befores: { readonly arc: number; readonly bounds: CountBounds }[] = [];
  let nodes = NODES;
  const sums = groups.map(({ cells, later }) => {
    const [column, grown] = [nodes, nodes + 1];
    nodes += 2;
    let open = later;
    for (const { n, value } of cells) {
      const row = nodes++;
      const arc = add(BEFORE, row, n);
      const own = borderOf(value, point);
      if (own !== undefined) befores.push({ arc, bounds: own });
      const stayed = Math.min(n, open);
      open -= stayed;
      add(row, column, stayed);
      add(row, POOL, n - stayed);
    }
    add(POOL, grown, open);
    add(NEW, grown, open);
    add(grown, column, open);
    return add(column, ALL, later);
  });
  const all = add(SOURCE, BEFORE, sum(groups.map(earlierOf)));
  if (before !== undefined) befores.push({ arc: all, bounds: before });
  add(SOURCE, NEW, joined);
  add(POOL, SINK, left);
  const everybody = add(ALL, SINK, sum(groups.map(({ later }) => later)));
  add(SINK, SOURCE, sum(groups.map((group) => earlierOf(group) + group.later)));
  const network = sumNetwork(nodes, arcs);
  let isPossible = true;
  const narrow = (arc: number, bounds: CountBounds): void => {
    if (!isPossible) return;
    const { low, high } = network.range(arc);
    isPossible = bounds.low <= high && low <= bounds.high;
    if (isPossible) network.narrow(arc, bounds);
  };
  for (const { arc, bounds } of befores) narrow(arc, bounds);
  const arcOf = (at: number | "everybody") => (at === "everybody" ? everybody : (sums[at] ?? everybody));
  return {
    range: (at) => (isPossible ? network.range(arcOf(at)) : undefined),
    narrow: (at, bounds) => narrow(arcOf(at), bounds),
  };
}

function earlierOf({ cells }: AlikeGroup): number {
  return sum(cells.map(({ n }) => n));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
