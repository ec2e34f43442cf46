/** An attacker who knows all displayed figures, the rules, and who answered what item - but no answer. */

/** What one displayed figure says about the answers: low <= sum of weight × answer <= high. */
export interface SeenFigure {
  readonly name: string;
  /** Weight by variable, a fraction of whole numbers; see variableOf. */
  readonly terms: ReadonlyMap<string, { readonly numerator: number; readonly denominator: number }>;
  readonly low: number;
  readonly high: number;
}

/** All that is displayed, and the points that a person's answer can only have where a distribution is shown. */
export interface Seen {
  readonly figures: readonly SeenFigure[];
  readonly possible: ReadonlyMap<string, readonly number[]>;
}

export interface Attack {
  readonly seen: Seen;
  /** Points of the scale. */
  readonly points: number;
  /** No figure may rest on fewer persons. */
  readonly minimum: number;
  /** The possible values of each answer must lie at least this far apart. */
  readonly width: number;
}

export type Finding =
  | { readonly kind: "few-persons"; readonly persons: readonly string[] }
  | { readonly kind: "narrow"; readonly variable: string; readonly low: number; readonly high: number };

const SEPARATOR = "/";

/** The unknown: one person's answer to one item. */
export function variableOf(person: string, item: string): string {
  return `${person}${SEPARATOR}${item}`;
}

/** What follows from the figures: groups of too few persons whose answers they tell, and answers pinned down. */
export function attack(attacked: Attack): readonly Finding[] {
  return [...fewPersons(attacked), ...narrowAnswers(attacked)];
}

/** The largest prime below 2^26: products of two residues are exact in a double. */
const PRIME = 67_108_859;

/**
 * Is there a linear combination of the figures that rests on fewer than `minimum` persons? Variables with the
 * same weights in every figure (a column type) can only enter together. A combination rests on the persons U
 * if the figures restricted to all other persons have a smaller rank than the figures.
 */
function* fewPersons({ seen, minimum }: Attack): Generator<Finding> {
  const types = columnTypes(seen.figures);
  const small = types.filter(({ persons }) => persons.size < minimum);
  const unions = unionsBelow(
    small.map(({ persons }) => persons),
    minimum,
  );
  const full = rank(types.map(({ column }) => column));
  for (const union of unions) {
    const outside = types.filter(({ persons }) => ![...persons].every((person) => union.has(person)));
    if (rank(outside.map(({ column }) => column)) < full) yield { kind: "few-persons", persons: [...union] };
  }
}

interface ColumnType {
  readonly column: readonly number[];
  readonly persons: Set<string>;
}

function columnTypes(figures: readonly SeenFigure[]): readonly ColumnType[] {
  const types = new Map<string, ColumnType>();
  const variables = new Set(figures.flatMap(({ terms }) => [...terms.keys()]));
  for (const variable of variables) {
    const column = figures.map(({ terms }) => {
      const weight = terms.get(variable);
      return weight === undefined ? 0 : residue(weight.numerator, weight.denominator);
    });
    // Two items are never one type, even where nothing tells their columns apart.
    const [person = "", item = ""] = variable.split(SEPARATOR);
    const key = `${item}:${column.join()}`;
    const type = types.get(key) ?? { column, persons: new Set<string>() };
    type.persons.add(person);
    types.set(key, type);
  }
  return [...types.values()];
}

function unionsBelow(sets: readonly ReadonlySet<string>[], minimum: number): readonly ReadonlySet<string>[] {
  const found = new Map<string, ReadonlySet<string>>();
  let latest: ReadonlySet<string>[] = [new Set()];
  while (latest.length > 0) {
    const next: ReadonlySet<string>[] = [];
    for (const union of latest) {
      for (const set of sets) {
        const wider = new Set([...union, ...set]);
        const key = [...wider].toSorted().join();
        if (wider.size >= minimum || found.has(key)) continue;
        found.set(key, wider);
        next.push(wider);
      }
    }
    latest = next;
  }
  return [...found.values()];
}

function residue(numerator: number, denominator: number): number {
  return multiply(((numerator % PRIME) + PRIME) % PRIME, power(denominator % PRIME, PRIME - 2));
}

function multiply(a: number, b: number): number {
  return (a * b) % PRIME;
}

function power(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

/** Rank over the residues of PRIME, by Gaussian elimination. */
function rank(vectors: readonly (readonly number[])[]): number {
  const rows = vectors.map((vector) => [...vector]);
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let place = 0; place < width; place++) {
    const pivotAt = rows.findIndex((row, index) => index >= found && row[place] !== 0);
    const pivot = rows[pivotAt];
    if (pivot === undefined) continue;
    rows[pivotAt] = rows[found] ?? pivot;
    rows[found] = pivot;
    const inverse = power(pivot[place] ?? 1, PRIME - 2);
    for (const row of rows.slice(found + 1)) {
      const factor = multiply(row[place] ?? 0, inverse);
      if (factor === 0) continue;
      for (let column = place; column < width; column++) {
        row[column] = ((row[column] ?? 0) + PRIME - multiply(factor, pivot[column] ?? 0)) % PRIME;
      }
    }
    found += 1;
  }
  return found;
}

/**
 * Narrows the possible values of each answer by each figure in turn until nothing moves. What remains is never
 * less than the truth, so an answer found narrow is narrow.
 */
function* narrowAnswers({ seen, points, width }: Attack): Generator<Finding> {
  const ranges = new Map<string, { low: number; high: number }>();
  for (const variable of seen.figures.flatMap(({ terms }) => [...terms.keys()])) {
    const possible = seen.possible.get(variable) ?? [1, points];
    ranges.set(variable, { low: Math.min(...possible), high: Math.max(...possible) });
  }
  for (let round = 0, moved = true; moved && round < 50; round++) {
    moved = false;
    for (const figure of seen.figures) moved = narrowBy(figure, ranges) || moved;
  }
  for (const [variable, { low, high }] of ranges) {
    if (high - low < width) yield { kind: "narrow", variable, low, high };
  }
}

function narrowBy(figure: SeenFigure, ranges: ReadonlyMap<string, { low: number; high: number }>): boolean {
  const terms = [...figure.terms].flatMap(([variable, { numerator, denominator }]) => {
    const range = ranges.get(variable);
    return range === undefined ? [] : [{ range, weight: numerator / denominator }];
  });
  const least = terms.reduce((sum, { range, weight }) => sum + weight * range.low, 0);
  const most = terms.reduce((sum, { range, weight }) => sum + weight * range.high, 0);
  let moved = false;
  for (const { range, weight } of terms) {
    const low = Math.ceil((figure.low - (most - weight * range.high)) / weight - 1e-9);
    const high = Math.floor((figure.high - (least - weight * range.low)) / weight + 1e-9);
    if (low > range.low || high < range.high) moved = true;
    // From the sums before this figure: still true, and the next round takes the narrower ones.
    range.low = Math.max(range.low, low);
    range.high = Math.min(range.high, high);
  }
  return moved;
}
