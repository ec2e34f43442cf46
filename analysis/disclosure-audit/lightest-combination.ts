/** Test D1 for tables of counts: does any combination of the cells rest on fewer persons than the minimum? */
import type { CellsOfClasses } from "./circuits.ts";
import { CircuitSearch, nearestFirst } from "./circuits.ts";

/** More cases than this are not tried: the audit then says that it could not be carried out. */
const MOST_CASES = 20_000;

/** Cells over classes of persons. */
export interface WeighedCells {
  /** By class: how many persons at least. */
  readonly weights: readonly number[];
  /** By cell: its classes. */
  readonly cells: readonly (readonly number[])[];
}

/** Classes that some combination rests on, "none", or "unknown" where there are too many cases to try. */
export type LightestCombination = readonly number[] | "none" | "unknown";

interface Search {
  readonly cellsOf: CellsOfClasses;
  readonly weights: readonly number[];
  readonly most: number;
  cases: number;
}

interface Case {
  readonly first: number;
  /** Classes that the combination rests on, the first among them. */
  readonly inside: ReadonlySet<number>;
  readonly weight: number;
  /** Classes that it cannot rest on. */
  readonly outside: ReadonlySet<number>;
}

/**
 * A combination of cells rests on the classes in which it is not 0. Is there one whose classes have fewer persons
 * than the minimum? Exact but for arithmetic modulo a prime below 2^26, and without trying all sets of persons:
 *
 * Suppose it is not 0 on a class c. Every circuit through c (weights of classes that add up to 0 in each cell) must
 * then meet a second class in which it is not 0. So either some circuit consists of classes that are out of the
 * question, and there is no such combination; or one after the other of its classes is supposed to be inside; or no
 * circuit is left, and the classes supposed so far carry a combination. Circuits without a common class each cost
 * at least their lightest class, which ends most cases at once.
 *
 * @param cells cells over classes
 * @param minimum the smallest number of persons
 * @returns the classes of a combination that rests on too few, "none", or "unknown"
 * @see Oxley (2011), Matroid Theory, proposition 2.1.11: a circuit and a cocircuit never meet in one element alone
 * @example lightestCombination({ weights: [5, 2], cells: [[0, 1], [0]] }, 5); // [1]: the one cell less the other
 */
export function lightestCombination({ weights, cells }: WeighedCells, minimum: number): LightestCombination {
  const merged = mergeClasses(weights, cells);
  const search: Search = { ...merged, most: minimum - 1, cases: 0 };
  const outside = new Set<number>();
  const light = merged.weights
    .map((weight, place) => ({ weight, place }))
    .filter(({ weight }) => weight <= search.most)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { weight, place } of light) {
    const found = tryCase(search, { first: place, inside: new Set([place]), weight, outside });
    if (found === "unknown") return found;
    if (found !== "none") return found.flatMap((own) => merged.members[own] ?? []);
    // No combination rests on it and few others, so none that is still looked for rests on it.
    outside.add(place);
  }
  return "none";
}

/** Classes in the same cells become one; classes without persons, or in no cell, are left out. */
function mergeClasses(weights: readonly number[], cells: readonly (readonly number[])[]) {
  const cellsOf = weights.map((): number[] => []);
  cells.forEach((classes, cell) => {
    for (const place of classes) cellsOf[place]?.push(cell);
  });
  const groups = new Map<string, number[]>();
  weights.forEach((weight, place) => {
    const own = cellsOf[place] ?? [];
    if (weight === 0 || own.length === 0) return;
    const key = own.join();
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  const members = [...groups.values()];
  return {
    members,
    cellsOf: members.map(([first = 0]) => cellsOf[first] ?? []),
    weights: members.map((places) => places.reduce((sum, place) => sum + (weights[place] ?? 0), 0)),
  };
}

function tryCase(search: Search, { first, inside, weight, outside }: Case): LightestCombination {
  search.cases += 1;
  if (search.cases > MOST_CASES) return "unknown";
  const { cellsOf, weights } = search;
  const left = search.most - weight;
  const near = nearestFirst(cellsOf, first).filter((place) => !inside.has(place));
  const canBeInside = (place: number) => !outside.has(place) && (weights[place] ?? 0) <= left;
  const circuits = new CircuitSearch(
    cellsOf,
    first,
    near.filter((place) => !canBeInside(place)),
  );
  if (circuits.ofFree !== undefined) return "none";
  let open = near.filter(canBeInside);
  let cost = 0;
  let fewest: readonly number[] | undefined;
  for (;;) {
    const circuit = circuits.with(open);
    if (circuit === undefined) break;
    const met = open.filter((place) => circuit.has(place));
    cost += Math.min(...met.map((place) => weights[place] ?? 0));
    if (cost > left) return "none";
    if (fewest === undefined || met.length < fewest.length) fewest = met;
    open = open.filter((place) => !circuit.has(place));
  }
  if (fewest === undefined) return [...inside];
  const excluded = new Set(outside);
  for (const place of fewest) {
    const found = tryCase(search, {
      first,
      inside: new Set([...inside, place]),
      weight: weight + (weights[place] ?? 0),
      outside: excluded,
    });
    if (found !== "none") return found;
    excluded.add(place);
  }
  return "none";
}
