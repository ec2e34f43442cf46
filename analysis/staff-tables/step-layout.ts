/** The network of one item's sums, and the one order in which they are said. Made from numbers of persons alone. */
import { personsOf } from "./class-counts.ts";
import type { CutTrees } from "./cut-trees.ts";
import type { Aggregate } from "./release-plan.ts";
import type { NetworkArc } from "./sum-network.ts";

/** Persons whose sum is said: an aggregate, or the rest, who are in no shown group of the first cut. */
export interface SaidSum {
  /** Place of the aggregate; -1 for the rest. */
  readonly place: number;
  readonly classes: readonly number[];
  readonly persons: number;
  readonly arc: number;
}

export interface StepLayout {
  readonly nodes: number;
  readonly arcs: readonly NetworkArc[];
  /** Everybody once: the groups of the first cut and the rest; or everybody as one, which then is not said again. */
  readonly first: readonly SaidSum[];
  readonly everybody: SaidSum | undefined;
  readonly second: readonly SaidSum[];
}

/** The place of the rest among aggregates. */
export const REST = -1;

const SOURCE = 0;
const SINK = 1;

export interface LaidOut {
  /** Everybody first. */
  readonly aggregates: readonly Aggregate[];
  readonly trees: CutTrees;
  /** By class. */
  readonly persons: Uint32Array;
  /** Places of aggregates that are shown, everybody among them. */
  readonly shown: ReadonlySet<number>;
}

/**
 * Lays out what is said: the groups of the first cut, the larger first, then the rest; everybody; the second tree's
 * groups, cut by cut, the larger first. Where everybody is not shown, nothing is. Groups as large as each other stand in the policy's order.
 *
 * @param laid aggregates, which cuts stand where, persons by class, and what is shown
 * @returns the sums in their order, and the network they are arcs of
 * @example stepLayout({ aggregates, trees, persons, shown }).second.length;
 */
export function stepLayout(laid: LaidOut): StepLayout {
  const { aggregates, trees, persons, shown } = laid;
  const arcs: NetworkArc[] = [];
  const add = (arc: NetworkArc) => arcs.push(arc) - 1;
  if (!shown.has(0)) return { nodes: 2, arcs, first: [], everybody: undefined, second: [] };
  const everybody = sumOf(laid, 0, add({ from: SINK, to: SOURCE, persons: total(persons) }));
  const groups = shownOf(laid, trees.first === undefined ? [] : [trees.first]);
  const cells: SaidSum[] = [];
  const cellOf = new Int32Array(persons.length).fill(-1);
  let nodes = 2;
  const open = (place: number, classes: readonly number[]): void => {
    const node = nodes++;
    for (const number of classes) cellOf[number] = node;
    const own = personsOf({ classes }, persons);
    const arc = add({ from: SOURCE, to: node, persons: own });
    cells.push({ place, classes, persons: own, arc });
  };
  for (const place of groups) open(place, aggregates[place]?.classes ?? []);
  const rest = numbersOf(persons).filter((number) => cellOf[number] === -1 && (persons[number] ?? 0) > 0);
  if (rest.length > 0) open(REST, rest);
  const tree = plantTree(laid, { nodes, add });
  const between = new Map<string, { from: number; to: number; persons: number }>();
  for (const number of numbersOf(persons)) {
    const [from, to, own] = [cellOf[number] ?? -1, tree.leafOf[number] ?? SINK, persons[number] ?? 0];
    if (own === 0) continue;
    const key = `${from} ${to}`;
    const found = between.get(key) ?? { from, to, persons: 0 };
    between.set(key, { ...found, persons: found.persons + own });
  }
  for (const arc of between.values()) add(arc);
  const whole = groups.length === 0;
  return {
    nodes: tree.nodes,
    arcs,
    first: whole ? [everybody] : cells,
    everybody: whole ? undefined : everybody,
    second: tree.sums,
  };
}

/** Nodes of the second tree: one a way through its cuts. Who is in no shown group of a cut goes past it. */
function plantTree(
  laid: LaidOut,
  grown: { readonly nodes: number; readonly add: (arc: NetworkArc) => number },
): { readonly nodes: number; readonly leafOf: Int32Array; readonly sums: readonly SaidSum[] } {
  const { aggregates, trees, persons } = laid;
  let { nodes } = grown;
  const leafOf = new Int32Array(persons.length).fill(SINK);
  const sums = new Map<number, SaidSum>();
  for (const cut of trees.second) {
    const places = shownOf(laid, [cut]);
    for (const place of places) {
      const classes = (aggregates[place]?.classes ?? []).filter((number) => (persons[number] ?? 0) > 0);
      const node = nodes++;
      // All of a group's persons hang from one node, as the cuts are nested, unless a coarser group of them is hidden.
      const parent = leafOf[classes[0] ?? -1] ?? SINK;
      const arc = grown.add({ from: node, to: parent, persons: personsOf({ classes }, persons) });
      sums.set(place, sumOf(laid, place, arc));
      for (const number of classes) leafOf[number] = node;
    }
  }
  const inOrder = trees.second.toSorted((one, other) => one - other).flatMap((cut) => shownOf(laid, [cut]));
  return { nodes, leafOf, sums: inOrder.flatMap((place) => sums.get(place) ?? []) };
}

/** Shown groups of some cuts that have persons, the larger first, then in the policy's order. */
function shownOf({ aggregates, persons, shown }: LaidOut, cuts: readonly number[]): readonly number[] {
  return aggregates
    .flatMap((aggregate, place) => {
      const size = personsOf(aggregate, persons);
      return cuts.includes(aggregate.cut) && shown.has(place) && size > 0 ? [{ place, size }] : [];
    })
    .sort((one, other) => other.size - one.size || one.place - other.place)
    .map(({ place }) => place);
}

function sumOf({ aggregates, persons }: LaidOut, place: number, arc: number): SaidSum {
  const classes = aggregates[place]?.classes ?? [];
  return { place, classes, persons: personsOf({ classes }, persons), arc };
}

function numbersOf(persons: Uint32Array): readonly number[] {
  return [...persons.keys()];
}

function total(persons: Uint32Array): number {
  return persons.reduce((sum, one) => sum + one, 0);
}
