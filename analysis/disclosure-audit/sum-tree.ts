/** Exact ranges of single answers where the known sums are nested or disjoint, without a solver. */

/** Whole numbers from low to high, both included; empty if low > high. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A sum over some parts is known to lie in an interval. */
export interface PartSum extends Interval {
  readonly parts: readonly number[];
}

interface Node extends Interval {
  /** Places of the nodes right below. */
  readonly children: number[];
  /** Parts in this node and in none below. */
  readonly own: number[];
  parent: number | undefined;
}

export interface SumTree {
  /** Each after those below it. */
  readonly nodes: readonly Node[];
  /** The innermost node of each part; undefined if no sum contains it. */
  readonly nodeOfPart: readonly (number | undefined)[];
}

/**
 * Arranges sums as a tree.
 *
 * @param parts how many parts there are
 * @param sums the known sums
 * @returns the tree, or undefined if two sums overlap without one containing the other
 * @example sumTree(3, [{ parts: [0, 1], low: 4, high: 6 }, { parts: [0, 1, 2], low: 8, high: 8 }]);
 */
export function sumTree(parts: number, sums: readonly PartSum[]): SumTree | undefined {
  const nodes: Node[] = [];
  const nodeOfPart = new Array<number | undefined>(parts).fill(undefined);
  for (const { parts: inside, low, high } of sums.toSorted((a, b) => a.parts.length - b.parts.length)) {
    const node: Node = { low, high, children: [], own: [], parent: undefined };
    const place = nodes.length;
    const covered = new Map<number, number>();
    for (const part of inside) {
      const inner = nodeOfPart[part];
      if (inner === undefined) {
        node.own.push(part);
        nodeOfPart[part] = place;
        continue;
      }
      const top = topOf(nodes, inner);
      covered.set(top, (covered.get(top) ?? 0) + 1);
    }
    for (const [child, count] of covered) {
      if (count !== partsBelow(nodes, child)) return undefined;
      node.children.push(child);
      const below = nodes[child];
      if (below !== undefined) below.parent = place;
    }
    nodes.push(node);
  }
  return { nodes, nodeOfPart };
}

function topOf(nodes: readonly Node[], place: number): number {
  let top = place;
  for (let up = nodes[top]?.parent; up !== undefined; up = nodes[top]?.parent) top = up;
  return top;
}

function partsBelow(nodes: readonly Node[], place: number): number {
  const node = nodes[place];
  if (node === undefined) return 0;
  return node.children.reduce((sum, child) => sum + partsBelow(nodes, child), node.own.length);
}

/**
 * The possible values of one part. Sums of whole numbers from intervals fill an interval, so intervals going up
 * the tree and down again are exact.
 *
 * @param tree the known sums
 * @param ranges the possible values of each part by itself
 * @param target a part
 * @returns its least and greatest possible value; undefined if nothing satisfies the sums
 * @example rangeInTree(tree, [{ low: 1, high: 5 }, { low: 1, high: 5 }, { low: 1, high: 5 }], 0);
 */
export function rangeInTree(
  tree: SumTree,
  ranges: readonly Interval[],
  target: number,
): Interval | undefined {
  const up: Interval[] = [];
  for (const node of tree.nodes) {
    const sum = add([...node.children.map((child) => up[child]), ...node.own.map((part) => ranges[part])]);
    const inside = meet(sum, node);
    if (inside.low > inside.high) return undefined;
    up.push(inside);
  }
  const own = ranges[target] ?? EMPTY;
  const innermost = tree.nodeOfPart[target];
  if (innermost === undefined) return own;
  const path: number[] = [];
  for (let at: number | undefined = innermost; at !== undefined; at = tree.nodes[at]?.parent)
    path.unshift(at);
  let allowed: Interval = up[path[0] ?? 0] ?? EMPTY;
  for (const [depth, place] of path.entries()) {
    const node = tree.nodes[place];
    if (node === undefined) return undefined;
    const next = path[depth + 1];
    const others = add([
      ...node.children.filter((child) => child !== next).map((child) => up[child]),
      ...node.own.filter((part) => part !== target).map((part) => ranges[part]),
    ]);
    const rest = { low: allowed.low - others.high, high: allowed.high - others.low };
    allowed = meet(rest, next === undefined ? own : (up[next] ?? EMPTY));
  }
  return allowed.low > allowed.high ? undefined : allowed;
}

const EMPTY: Interval = { low: 1, high: 0 };

function add(intervals: readonly (Interval | undefined)[]): Interval {
  let low = 0;
  let high = 0;
  for (const interval of intervals) {
    low += interval?.low ?? 0;
    high += interval?.high ?? 0;
  }
  return { low, high };
}

function meet(one: Interval, other: Interval): Interval {
  return { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
}
