/** Sums of unknown counts in a network of flows: how little and how much each can be, given what is known of others. */
import type { CountBounds } from "./count-bounds.ts";

/** An arc carries a sum: of a class, a group of the first cut, a node of the second tree, or everybody. */
export interface NetworkArc {
  readonly from: number;
  readonly to: number;
  /** Persons: it carries no more. */
  readonly persons: number;
}

export interface SumNetwork {
  /** The least and the most that an arc can carry in any whole flow within all bounds. */
  readonly range: (arc: number) => CountBounds;
  /** From now on the arc carries no less and no more. @throws RangeError if no flow is left */
  readonly narrow: (arc: number, bounds: CountBounds) => void;
}

/**
 * A network in which flow goes round: what enters a node leaves it. It holds numbers of persons and bounds, and never
 * an answer. Some flow within the bounds is kept; a range is found by turning it round through the arc as often as can
 * be, so that it does not depend on which flow that was.
 *
 * @param nodes how many there are
 * @param arcs by their place; nothing flows at first, and bounds are from 0 to all persons
 * @returns ranges, and a way to narrow them
 * @throws RangeError for an arc between unknown nodes
 * @see Ford and Fulkerson (1962), circulations with lower bounds
 * @example sumNetwork(2, [{ from: 0, to: 1, persons: 9 }, { from: 1, to: 0, persons: 9 }]).range(0); // { low: 0, high: 9 }
 */
export function sumNetwork(nodes: number, arcs: readonly NetworkArc[]): SumNetwork {
  const flow = new Int32Array(arcs.length);
  const low = new Int32Array(arcs.length);
  const high = Int32Array.from(arcs, ({ persons }) => persons);
  const leaving = Array.from({ length: nodes }, (): number[] => []);
  const entering = Array.from({ length: nodes }, (): number[] => []);
  arcs.forEach(({ from, to }, arc) => {
    const [out, into] = [leaving[from], entering[to]];
    if (out === undefined || into === undefined)
      throw new RangeError("a network requires arcs between its nodes");
    out.push(arc);
    into.push(arc);
  });
  const graph = { arcs, flow, low, high, leaving, entering };
  const turn = (arc: number, most: number): void => {
    const up = most > 0;
    const { from, to } = arcs[arc] ?? { from: 0, to: 0 };
    let left = Math.abs(most);
    while (left > 0) {
      const moved = pushOnce(graph, { start: up ? to : from, end: up ? from : to, without: arc, most: left });
      if (moved === 0) return;
      flow[arc] = (flow[arc] ?? 0) + (up ? moved : -moved);
      left -= moved;
    }
  };
  return {
    range: (arc) => {
      turn(arc, (high[arc] ?? 0) - (flow[arc] ?? 0));
      const most = flow[arc] ?? 0;
      turn(arc, (low[arc] ?? 0) - most);
      return { low: flow[arc] ?? 0, high: most };
    },
    narrow: (arc, bounds) => {
      const now = flow[arc] ?? 0;
      turn(arc, Math.min(Math.max(now, bounds.low), bounds.high) - now);
      const reached = flow[arc] ?? 0;
      if (reached < bounds.low || reached > bounds.high)
        throw new RangeError("bounds contradict those before them");
      low[arc] = Math.max(low[arc] ?? 0, bounds.low);
      high[arc] = Math.min(high[arc] ?? 0, bounds.high);
    },
  };
}

interface Graph {
  readonly arcs: readonly NetworkArc[];
  readonly flow: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly leaving: readonly (readonly number[])[];
  readonly entering: readonly (readonly number[])[];
}

/** A step to a node: along an arc, or back along one that carries more than it must. */
interface Step {
  readonly arc: number;
  readonly forward: boolean;
}

/** Moves flow along one shortest way; returns how much. */
function pushOnce(
  graph: Graph,
  { start, end, without, most }: { start: number; end: number; without: number; most: number },
): number {
  const came = new Map<number, Step | undefined>([[start, undefined]]);
  const queue = [start];
  for (const node of queue) {
    if (came.has(end)) break;
    const meet = (arc: number, forward: boolean, next: number): void => {
      if (arc === without || came.has(next) || room(graph, { arc, forward }) === 0) return;
      came.set(next, { arc, forward });
      queue.push(next);
    };
    for (const arc of graph.leaving[node] ?? []) meet(arc, true, graph.arcs[arc]?.to ?? node);
    for (const arc of graph.entering[node] ?? []) meet(arc, false, graph.arcs[arc]?.from ?? node);
  }
  if (!came.has(end)) return 0;
  const way: Step[] = [];
  for (let step = came.get(end); step !== undefined; ) {
    way.push(step);
    const arc = graph.arcs[step.arc];
    step = came.get((step.forward ? arc?.from : arc?.to) ?? start);
  }
  const moved = Math.min(most, ...way.map((step) => room(graph, step)));
  for (const { arc, forward } of way) graph.flow[arc] = (graph.flow[arc] ?? 0) + (forward ? moved : -moved);
  return moved;
}

function room({ flow, low, high }: Graph, { arc, forward }: Step): number {
  const now = flow[arc] ?? 0;
  return forward ? (high[arc] ?? 0) - now : now - (low[arc] ?? 0);
}
