/** Strongly connected components of a directed graph: nodes that can be reached from each other. */

/** Edges by place: from[i] to to[i]. */
export interface DirectedGraph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Numbers the components.
 *
 * @param graph nodes and edges
 * @returns one number a node, equal exactly if each of the two can be reached from the other
 * @see Tarjan (1972), "Depth-first search and linear graph algorithms"; without recursion
 * @example strongComponents({ nodes: 2, from: Int32Array.of(0, 1), to: Int32Array.of(1, 0) }); // two equal numbers
 */
export function strongComponents(graph: DirectedGraph): Int32Array {
  const { starts, targets } = adjacency(graph);
  const { nodes } = graph;
  const component = new Int32Array(nodes).fill(-1);
  const order = new Int32Array(nodes).fill(-1);
  const low = new Int32Array(nodes);
  const next = Int32Array.from(starts.subarray(0, nodes));
  const open: number[] = [];
  let visited = 0;
  let components = 0;
  const enter = (node: number) => {
    order[node] = visited;
    low[node] = visited;
    visited += 1;
    open.push(node);
    return node;
  };
  for (let root = 0; root < nodes; root += 1) {
    if (order[root] !== -1) continue;
    const path = [enter(root)];
    for (let node: number | undefined = root; node !== undefined; node = path[path.length - 1]) {
      const edge: number = next[node] ?? 0;
      if (edge < (starts[node + 1] ?? 0)) {
        next[node] = edge + 1;
        const target: number = targets[edge] ?? 0;
        if (order[target] === -1) path.push(enter(target));
        else if (component[target] === -1) low[node] = Math.min(low[node] ?? 0, order[target] ?? 0);
        continue;
      }
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] !== order[node]) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = components;
        if (member === node) break;
      }
      components += 1;
    }
  }
  return component;
}

function adjacency({ nodes, from, to }: DirectedGraph): {
  readonly starts: Int32Array;
  readonly targets: Int32Array;
} {
  const starts = new Int32Array(nodes + 1);
  for (let edge = 0; edge < from.length; edge += 1) {
    const node = from[edge] ?? 0;
    starts[node + 1] = (starts[node + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1)
    starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0);
  const next = starts.slice();
  const targets = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge += 1) {
    const node = from[edge] ?? 0;
    const place = next[node] ?? 0;
    targets[place] = to[edge] ?? 0;
    next[node] = place + 1;
  }
  return { starts, targets };
}
