/** Searches the combinations of some sums for one that rests on fewer than k persons. */
import { inverse, PRIME, placesNotZero, type Reduced, reduce } from "./elimination.ts";

/** Sums over classes of persons. */
export interface Sums {
  /** One a sum: 1 where a class is in it, else 0. The sums are independent of each other. */
  readonly rows: readonly Int32Array[];
  /** Persons by class, each at least 1. */
  readonly weights: readonly number[];
}

/** A combination of the sums that rests, or may rest, on too few persons. */
export interface Combination {
  /** Places of the sums that take part. */
  readonly sums: readonly number[];
}

/**
 * Combinations that rest on fewer than k persons, all of them or some: none exactly if there is none. Where the
 * search cannot tell (it is exact while k is below three times the number of disjoint bases), it names one that it
 * could not clear.
 *
 * @param sums the sums
 * @param minimum smallest number of persons a figure may rest on, k
 * @returns suspicious combinations, the surest first; none if it is proven that there is none
 * @see README.md in this folder, "Few persons"
 * @example fewPersonsSearch({ rows: [Int32Array.of(1, 1), Int32Array.of(1, 0)], weights: [9, 1] }, 3).length; // 1
 */
export function fewPersonsSearch(sums: Sums, minimum: number): readonly Combination[] {
  const space = withoutLargeClasses(traced(sums), minimum);
  if (space.rows.length === 0) return [];
  const bases: Reduced[] = [];
  const free = [...space.weights];
  while (bases.length < minimum) {
    const base = nextBase(space, free);
    if (base === undefined) break;
    const light = lightRows(base, space, minimum);
    if (light.length > 0) return light;
    bases.push(base);
  }
  const most = bases.length === 0 ? Number.POSITIVE_INFINITY : Math.floor((minimum - 1) / bases.length);
  if (most <= 1) return [];
  if (most > 2) return [lightest(bases[0] ?? reduce(space.rows, columnsOf(space)), space)];
  for (const base of bases) {
    const found = lightPair(base, space, minimum);
    if (found !== undefined) return [found];
  }
  return [];
}

/** Rows over classes of persons, and behind these columns one more a sum: how much of it is in the row. */
interface Space {
  readonly rows: readonly Int32Array[];
  readonly weights: readonly number[];
}

function traced({ rows, weights }: Sums): Space {
  const width = weights.length;
  return {
    weights,
    rows: rows.map((row, place) => {
      const wide = new Int32Array(width + rows.length);
      wide.set(row);
      wide[width + place] = 1;
      return wide;
    }),
  };
}

function columnsOf({ weights }: Space): readonly number[] {
  return weights.map((_, column) => column);
}

/**
 * What remains of the combinations once all that touch a class of k persons are gone; classes whose answers enter the
 * rest in a fixed proportion then count as one, which may make a new large one.
 */
function withoutLargeClasses(space: Space, minimum: number): Space {
  const large = columnsOf(space).filter((column) => (space.weights[column] ?? 0) >= minimum);
  const { rows, pivots } = reduce(space.rows, large);
  const rest = rows.filter((_, place) => pivots[place] === -1);
  const merged = mergeProportional({ rows: rest, weights: space.weights });
  const again = rest.length > 0 && merged.weights.some((weight) => weight >= minimum);
  return again ? withoutLargeClasses(merged, minimum) : merged;
}

function mergeProportional({ rows, weights }: Space): Space {
  const kept = new Map<string, number>();
  const columns: number[] = [];
  const sums: number[] = [];
  for (const [column, weight] of weights.entries()) {
    const key = direction(rows, column);
    if (key === undefined) continue;
    const place = kept.get(key) ?? columns.length;
    if (place === columns.length) {
      kept.set(key, place);
      columns.push(column);
    }
    sums[place] = (sums[place] ?? 0) + weight;
  }
  return {
    weights: sums,
    rows: rows.map((row) => {
      const trace = row.subarray(weights.length);
      const narrow = new Int32Array(columns.length + trace.length);
      for (const [place, column] of columns.entries()) narrow[place] = row[column] ?? 0;
      narrow.set(trace, columns.length);
      return narrow;
    }),
  };
}

/** A column up to a factor, as text; nothing if it is 0. */
function direction(rows: readonly Int32Array[], column: number): string | undefined {
  const first = rows.find((row) => row[column] !== 0)?.[column];
  if (first === undefined) return undefined;
  const factor = inverse(first);
  return rows.map((row) => ((row[column] ?? 0) * factor) % PRIME).join();
}

/** A base whose pivots are persons that no base before has used; takes them. */
function nextBase(space: Space, free: number[]): Reduced | undefined {
  const columns = columnsOf(space)
    .filter((column) => (free[column] ?? 0) > 0)
    .sort((one, other) => (free[other] ?? 0) - (free[one] ?? 0));
  const base = reduce(space.rows, columns);
  if (base.pivots.includes(-1)) return undefined;
  for (const pivot of base.pivots) free[pivot] = (free[pivot] ?? 0) - 1;
  return base;
}

function lightRows({ rows }: Reduced, space: Space, minimum: number): readonly Combination[] {
  return rows
    .map((row) => ({ row, weight: weightOf(row, space) }))
    .filter(({ weight }) => weight < minimum)
    .sort((one, other) => one.weight - other.weight)
    .map(({ row }) => combination(row, space));
}

function lightest({ rows }: Reduced, space: Space): Combination {
  const weighed = rows.map((row) => ({ row, weight: weightOf(row, space) }));
  const least = weighed.reduce((one, other) => (other.weight < one.weight ? other : one));
  return combination(least.row, space);
}

function weightOf(row: Int32Array, { weights }: Space): number {
  let sum = 0;
  for (let column = 0; column < weights.length; column += 1) {
    if (row[column] !== 0) sum += weights[column] ?? 0;
  }
  return sum;
}

function combination(row: Int32Array, { weights }: Space): Combination {
  return { sums: placesNotZero(row.subarray(weights.length)) };
}

/** Two rows of a base, one of them times a factor, whose sum rests on fewer than k persons. */
function lightPair({ rows }: Reduced, space: Space, minimum: number): Combination | undefined {
  for (const [place, one] of rows.entries()) {
    for (const other of rows.slice(place + 1)) {
      const factor = factorOfLightSum(one, other, { space, minimum });
      if (factor === undefined) continue;
      const sum = one.map((entry, column) => (entry + ((factor * (other[column] ?? 0)) % PRIME)) % PRIME);
      return combination(sum, space);
    }
  }
  return undefined;
}

function factorOfLightSum(
  one: Int32Array,
  other: Int32Array,
  { space, minimum }: { readonly space: Space; readonly minimum: number },
): number | undefined {
  const both: number[] = [];
  let alone = 0;
  for (let column = 0; column < space.weights.length; column += 1) {
    const first = one[column] !== 0;
    const second = other[column] !== 0;
    if (first && second) both.push(column);
    else if (first || second) alone += space.weights[column] ?? 0;
    if (alone >= minimum) return undefined;
  }
  const cancelled = new Map<number, number>();
  let shared = 0;
  for (const column of both) {
    const weight = space.weights[column] ?? 0;
    shared += weight;
    const factor = ((PRIME - (one[column] ?? 0)) * inverse(other[column] ?? 1)) % PRIME;
    cancelled.set(factor, (cancelled.get(factor) ?? 0) + weight);
  }
  for (const [factor, weight] of cancelled) if (alone + shared - weight < minimum) return factor;
  return undefined;
}
