/** Worlds that fit what is said of one statement: whole numbers of persons by class, as a flow that goes round. */
import type { NestedCells } from "./nested-cells.ts";

/** Least and most of a count. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A place in the network: a cell of a tree, a merged class, or everybody. */
export type Sum =
  | { readonly tree: "first" | "second"; readonly cell: number }
  | { readonly class: number }
  | "everybody";

export interface Worlds {
  /** Least and most that a sum can be. */
  readonly range: (sum: Sum) => Range;
  /** Narrows a sum. @returns false if no world is left, and then nothing has changed */
  readonly restrict: (sum: Sum, range: Range) => boolean;
  /** Takes the last narrowing back. */
  readonly release: () => void;
  /** Merged classes of which all persons count in every world, or none does. */
  readonly settled: () => { readonly all: ReadonlySet<number>; readonly none: ReadonlySet<number> };
}

const IN = 0;
const OUT = 1;

/**
 * The worlds of one statement ("answered above this border", "took this choice") over nested cells.
 *
 * @param nested the two trees and the classes; the statement's bounds are given by restricting sums
 * @returns the worlds, one of which is kept and changed along circles
 * @example const worlds = worldsOf(nested); worlds.restrict("everybody", { low: 10, high: 12 });
 */
export function worldsOf({ first, second, classes }: NestedCells): Worlds {
  const tails: number[] = [];
  const heads: number[] = [];
  const least: number[] = [];
  const most: number[] = [];
  const add = (tail: number, head: number, persons: number): number => {
    tails.push(tail);
    heads.push(head);
    least.push(0);
    return most.push(persons) - 1;
  };
  const firstNode = (cell: number) => (cell < 0 ? IN : 2 + cell);
  const secondNode = (cell: number) => (cell < 0 ? OUT : 2 + first.length + cell);
  const all = classes.reduce((sum, { persons }) => sum + persons, 0);
  const everybody = add(OUT, IN, all);
  const firstArcs = first.map(({ parent }, cell) => add(firstNode(parent), firstNode(cell), all));
  const secondArcs = second.map(({ parent }, cell) => add(secondNode(cell), secondNode(parent), all));
  const classArcs = classes.map(({ inFirst, inSecond, persons }) =>
    add(firstNode(inFirst), secondNode(inSecond), persons),
  );
  const net: Net = {
    tails,
    heads,
    least,
    most,
    now: tails.map(() => 0),
    nodes: 2 + first.length + second.length,
  };
  const arcOf = (sum: Sum): number => {
    if (sum === "everybody") return everybody;
    if ("class" in sum) return classArcs[sum.class] ?? -1;
    return (sum.tree === "first" ? firstArcs : secondArcs)[sum.cell] ?? -1;
  };
  const undo: { readonly arc: number; readonly low: number; readonly high: number }[] = [];
  return {
    range: (sum) => {
      const arc = arcOf(sum);
      move(net, arc, net.most[arc] ?? 0);
      const high = net.now[arc] ?? 0;
      move(net, arc, net.least[arc] ?? 0);
      return { low: net.now[arc] ?? 0, high };
    },
    restrict: (sum, { low, high }) => {
      const arc = arcOf(sum);
      const now = net.now[arc] ?? 0;
      move(net, arc, Math.max(low, Math.min(high, now)));
      const reached = net.now[arc] ?? 0;
      if (reached < low || reached > high) return false;
      undo.push({ arc, low: net.least[arc] ?? 0, high: net.most[arc] ?? 0 });
      net.least[arc] = Math.max(low, net.least[arc] ?? 0);
      net.most[arc] = Math.min(high, net.most[arc] ?? 0);
      return true;
    },
    release: () => {
      const last = undo.pop();
      if (last === undefined) return;
      net.least[last.arc] = last.low;
      net.most[last.arc] = last.high;
    },
    settled: () => settledIn(net, classArcs),
  };
}

interface Net {
  readonly tails: readonly number[];
  readonly heads: readonly number[];
  readonly least: number[];
  readonly most: number[];
  /** What each arc carries in the world that is kept. */
  readonly now: number[];
  readonly nodes: number;
}

/** Ways out of each node: arcs with room, and arcs that carry more than they must, backwards (as -1 - arc). */
function waysOut(net: Net): readonly (readonly number[])[] {
  const ways = Array.from({ length: net.nodes }, (): number[] => []);
  for (const [arc, carried] of net.now.entries()) {
    if (carried < (net.most[arc] ?? 0)) ways[net.tails[arc] ?? 0]?.push(arc);
    if (carried > (net.least[arc] ?? 0)) ways[net.heads[arc] ?? 0]?.push(-1 - arc);
  }
  return ways;
}

function leadsTo(net: Net, way: number): number {
  return (way < 0 ? net.tails[-1 - way] : net.heads[way]) ?? 0;
}

/** Brings one arc as near to a value as any world allows, circle by circle. */
function move(net: Net, arc: number, wanted: number): void {
  for (let gap = wanted - (net.now[arc] ?? 0); gap !== 0; gap = wanted - (net.now[arc] ?? 0)) {
    const up = gap > 0;
    const circle = pathBetween(net, (up ? net.heads[arc] : net.tails[arc]) ?? 0, {
      goal: (up ? net.tails[arc] : net.heads[arc]) ?? 0,
      avoided: arc,
    });
    if (circle === undefined) return;
    const step = Math.min(Math.abs(gap), ...circle.map((way) => slack(net, way)));
    net.now[arc] = (net.now[arc] ?? 0) + (up ? step : -step);
    for (const way of circle) {
      const on = way < 0 ? -1 - way : way;
      net.now[on] = (net.now[on] ?? 0) + (way < 0 ? -step : step);
    }
  }
}

function slack(net: Net, way: number): number {
  const arc = way < 0 ? -1 - way : way;
  const carried = net.now[arc] ?? 0;
  return way < 0 ? carried - (net.least[arc] ?? 0) : (net.most[arc] ?? 0) - carried;
}

/** A way through the network without one arc, depth first. */
function pathBetween(
  net: Net,
  start: number,
  { goal, avoided }: { readonly goal: number; readonly avoided: number },
): readonly number[] | undefined {
  const ways = waysOut(net);
  const came = new Map<number, number>([[start, Number.NaN]]);
  const open = [start];
  for (let node = open.pop(); node !== undefined && !came.has(goal); node = open.pop()) {
    for (const way of ways[node] ?? []) {
      const next = leadsTo(net, way);
      if (way === avoided || way === -1 - avoided || came.has(next)) continue;
      came.set(next, way);
      open.push(next);
    }
  }
  if (!came.has(goal)) return undefined;
  const path: number[] = [];
  for (let node = goal; node !== start; ) {
    const way = came.get(node) ?? 0;
    path.push(way);
    node = (way < 0 ? net.heads[-1 - way] : net.tails[way]) ?? start;
  }
  return path;
}

/** A class at its end that is on no circle has the same count in every world. */
function settledIn(net: Net, classArcs: readonly number[]): ReturnType<Worlds["settled"]> {
  const knot = knots(net);
  const all = new Set<number>();
  const none = new Set<number>();
  for (const [place, arc] of classArcs.entries()) {
    if (knot[net.tails[arc] ?? 0] === knot[net.heads[arc] ?? 0]) continue;
    const carried = net.now[arc] ?? 0;
    if (carried === net.most[arc]) all.add(place);
    if (carried === net.least[arc]) none.add(place);
  }
  return { all, none };
}

/** Nodes that reach each other have the same number. Two sweeps (Kosaraju). */
function knots(net: Net): Int32Array {
  const ways = waysOut(net).map((own) => own.map((way) => leadsTo(net, way)));
  const back = ways.map((): number[] => []);
  for (const [node, own] of ways.entries()) for (const next of own) back[next]?.push(node);
  const order: number[] = [];
  const seen = new Uint8Array(net.nodes);
  for (let root = 0; root < net.nodes; root += 1) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const child = ways[top.node]?.[top.next];
      top.next += 1;
      if (child === undefined) {
        order.push(top.node);
        stack.pop();
      } else if (seen[child] !== 1) {
        seen[child] = 1;
        stack.push({ node: child, next: 0 });
      }
    }
  }
  const knot = new Int32Array(net.nodes).fill(-1);
  for (const root of order.toReversed()) {
    const stack = knot[root] === -1 ? [root] : [];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (knot[node] !== -1) continue;
      knot[node] = root;
      stack.push(...(back[node] ?? []));
    }
  }
  return knot;
}
