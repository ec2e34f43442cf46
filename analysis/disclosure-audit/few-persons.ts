/** Test D1: does any combination of the figures rest on fewer persons than the minimum? */
import type { Component } from "./component.ts";
import { rank } from "./rank.ts";

/** More sets of persons than this are not tried: the audit then says that it could not be carried out. */
const MOST_UNIONS = 20_000;

/** Names of the figures at fault; none; or "unknown" where there are too many sets of persons to try. */
export type FewPersons = readonly string[] | "unknown";

/**
 * Is there a linear combination of the figures that only the answers of fewer than `minimum` persons enter?
 * Persons of one class enter together. A combination rests on the persons U exactly if the matrix of the
 * figures loses rank when the columns of U are left out; larger sets only make that more likely, so the
 * largest unions of classes below the minimum suffice. Exact: nothing is sampled.
 *
 * Whoever knows the answers of one person learns no more by it: a combination that rests on k - 2 others and
 * that person rests on k - 1 persons, and is found here. So the insider's test D4 on ranks is included.
 *
 * @param component connected figures
 * @param minimum the smallest number of persons k
 * @returns the names of figures that tell of too few; empty if there are none
 * @see Langsrud (2024), "Secondary cell suppression by Gaussian elimination"
 * @example fewPersons(component, 4); // ["peer, item c1", "all others, item c1"]
 */
export function fewPersons(component: Component, minimum: number): FewPersons {
  const { classes, columns, sums, shown } = component;
  const rows = [
    ...sums.map(({ name, weights }) => ({ name, weights: [...weights, ...columns.map(() => 0)] })),
    ...shown.map(({ figure, columns: of }) => ({
      name: figure.name,
      weights: [...columns.map(() => 0), ...columns.map((_, column) => (of.includes(column) ? 1 : 0))],
    })),
  ];
  const owners = [...columns, ...columns].map(({ persons }) => persons);
  const [only] = rows;
  if (only === undefined) return [];
  if (rows.length === 1) {
    const inside = new Set(owners.filter((_, place) => only.weights[place] !== 0));
    const persons = [...inside].reduce((sum, place) => sum + (classes[place]?.length ?? 0), 0);
    return persons < minimum ? [only.name] : [];
  }
  const unions = largestUnions(
    classes.map(({ length }) => length),
    minimum,
  );
  if (unions === "unknown") return "unknown";
  const full = rank(rows.map(({ weights }) => weights));
  for (const union of unions) {
    const outside = (row: Row) => row.weights.filter((_, place) => !union.has(owners[place] ?? -1));
    if (rank(rows.map(outside)) < full) return fewestThatTell(rows, outside).map(({ name }) => name);
  }
  return [];
}

interface Row {
  readonly name: string;
  readonly weights: readonly number[];
}

/** Leaves out one row after the other as long as the rest still loses rank, so that only those at fault are named. */
function fewestThatTell(rows: readonly Row[], outside: (row: Row) => readonly number[]): readonly Row[] {
  const tell = (some: readonly Row[]) => rank(some.map(outside)) < rank(some.map(({ weights }) => weights));
  return rows.reduce((kept, row) => {
    const rest = kept.filter((other) => other !== row);
    return tell(rest) ? rest : kept;
  }, rows);
}

/** The unions of classes with fewer than `minimum` persons to which no further class can be added. */
function largestUnions(
  sizes: readonly number[],
  minimum: number,
): readonly ReadonlySet<number>[] | "unknown" {
  const small = sizes.flatMap((size, place) => (size < minimum ? [{ size, place }] : []));
  const found: ReadonlySet<number>[] = [];
  let tooMany = false;
  const extend = (from: number, chosen: readonly number[], persons: number): void => {
    if (tooMany) return;
    const fits = small.filter(({ size, place }) => persons + size < minimum && !chosen.includes(place));
    if (fits.length === 0) {
      if (chosen.length > 0) found.push(new Set(chosen));
      tooMany = found.length > MOST_UNIONS;
      return;
    }
    for (let next = from; next < small.length; next++) {
      const candidate = small[next];
      if (candidate !== undefined && persons + candidate.size < minimum) {
        extend(next + 1, [...chosen, candidate.place], persons + candidate.size);
      }
    }
  };
  extend(0, [], 0);
  return tooMany ? "unknown" : found;
}
