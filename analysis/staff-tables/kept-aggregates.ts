/** Which groups may be shown together, so that no combination of their figures rests on fewer than k persons. */
import { personsOf } from "./class-counts.ts";
import { follows, reduce } from "./elimination.ts";
import { fewPersonsSearch, type Sums } from "./few-persons-search.ts";
import type { Aggregate } from "./release-plan.ts";

export interface Weighing {
  /** Everybody first. */
  readonly aggregates: readonly Aggregate[];
  /** Persons by class. */
  readonly weights: Uint32Array;
  /** Smallest number of persons behind a figure, k. */
  readonly minimum: number;
  /** True once the time is over. */
  readonly isOver: () => boolean;
}

/**
 * Passes 0 to 2. Groups below k are out. The rest is ordered: everybody, one-way groups, two-way groups, the larger
 * first. While some combination of the kept ones rests on fewer than k persons, the last that takes part in it goes, never everybody.
 * At last each group that
 * does not follow from the kept ones is tried once more, and what follows from them is shown with them.
 *
 * @param weighing groups, persons by class and k
 * @param candidates places of the aggregates to choose from
 * @returns places of those that may be shown, ascending; undefined if the time was over
 * @see README.md in this folder, passes 0 to 2
 * @example keptAggregates({ aggregates, weights, minimum: 10, isOver: () => false }, [0, 1, 2]);
 */
export function keptAggregates(
  weighing: Weighing,
  candidates: readonly number[],
): readonly number[] | undefined {
  const { minimum, isOver } = weighing;
  const ordered = orderOf(weighing, candidates);
  const matrix = matrixOf(weighing, ordered);
  let kept = independent(matrix.rows);
  for (;;) {
    if (isOver()) return undefined;
    const found = fewPersonsSearch(some(matrix, kept), minimum);
    if (found.length === 0) break;
    const leaving = new Set<number>();
    for (const { sums } of found) {
      if (!sums.some((place) => leaving.has(place))) leaving.add(Math.max(...sums) || kept.length - 1);
    }
    kept = kept.filter((_, place) => !leaving.has(place));
  }
  for (let open = missing(matrix.rows, kept); open.length > 0; ) {
    if (isOver()) return undefined;
    const [place = 0, ...rest] = open;
    const more = [...kept, place].sort((one, other) => one - other);
    const harmless = fewPersonsSearch(some(matrix, more), minimum).length === 0;
    kept = harmless ? more : kept;
    const still = harmless ? new Set(missing(matrix.rows, kept)) : undefined;
    open = still === undefined ? rest : rest.filter((one) => still.has(one));
  }
  const left = new Set(missing(matrix.rows, kept));
  return ordered.filter((_, place) => !left.has(place)).sort((one, other) => one - other);
}

/** Those of at least k persons: everybody, then the fewest items first, then the largest. */
function orderOf(
  { aggregates, weights, minimum }: Weighing,
  candidates: readonly number[],
): readonly number[] {
  return candidates
    .flatMap((place) => {
      const aggregate = aggregates[place];
      if (aggregate === undefined) return [];
      const persons = personsOf(aggregate, weights);
      return persons < minimum ? [] : [{ place, persons, dimensions: aggregate.dimensions }];
    })
    .sort(
      (one, other) =>
        one.dimensions - other.dimensions || other.persons - one.persons || one.place - other.place,
    )
    .map(({ place }) => place);
}

/** Classes that are in the same groups count as one: no figure tells them apart. */
function matrixOf({ aggregates, weights }: Weighing, ordered: readonly number[]): Sums {
  const signature = new Uint32Array(weights.length);
  for (const place of ordered) {
    const numbers = new Map<number, number>();
    const inside = new Uint8Array(weights.length);
    for (const number of aggregates[place]?.classes ?? []) inside[number] = 1;
    for (let number = 0; number < weights.length; number += 1) {
      const key = 2 * (signature[number] ?? 0) + (inside[number] ?? 0);
      const next = numbers.get(key) ?? numbers.size;
      numbers.set(key, next);
      signature[number] = next;
    }
  }
  const columns = new Map<number, number>();
  const persons: number[] = [];
  for (let number = 0; number < weights.length; number += 1) {
    const weight = weights[number] ?? 0;
    if (weight === 0) continue;
    const column = columns.get(signature[number] ?? 0) ?? columns.size;
    columns.set(signature[number] ?? 0, column);
    persons[column] = (persons[column] ?? 0) + weight;
  }
  const rows = ordered.map((place) => {
    const row = new Int32Array(persons.length);
    for (const number of aggregates[place]?.classes ?? []) {
      if ((weights[number] ?? 0) > 0) row[columns.get(signature[number] ?? 0) ?? 0] = 1;
    }
    return row;
  });
  return { rows, weights: persons };
}

function some({ rows, weights }: Sums, places: readonly number[]): Sums {
  return { rows: places.flatMap((place) => rows[place] ?? []), weights };
}

/** Places of the rows that do not follow from rows before them: the pivots of the columns' relations. */
function independent(rows: readonly Int32Array[]): number[] {
  const { pivots } = reduce(
    transposed(rows),
    rows.map((_, place) => place),
  );
  return pivots.filter((pivot) => pivot !== -1).sort((one, other) => one - other);
}

function transposed(rows: readonly Int32Array[]): readonly Int32Array[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => Int32Array.from(rows, (row) => row[column] ?? 0));
}

/** Places of all rows that do not follow from the kept ones. */
function missing(rows: readonly Int32Array[], kept: readonly number[]): readonly number[] {
  const basis = kept.flatMap((place) => rows[place] ?? []);
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => column);
  const reduced = reduce(basis, columns);
  return rows.flatMap((row, place) => (follows(row, reduced) ? [] : [place]));
}
