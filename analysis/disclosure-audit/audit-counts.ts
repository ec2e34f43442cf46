/** The auditor of tables of counts: D1, D2 and D4 for what is said of one item in all releases together. */
import type { Finding } from "./finding.ts";
import { finding } from "./finding.ts";
import { lightestCombination } from "./lightest-combination.ts";
import { narrowCounts } from "./narrow-counts.ts";
import type { CountedCell, PublishedCounts } from "./published-counts.ts";
import { rank } from "./rank.ts";

/** Results for the same cells and persons; items that the same persons answered share them. */
type CombinationCache = Map<string, FewPersonsInCells>;

/** What the audit of several items has in common. */
export interface CountsAudit {
  readonly minimum: number;
  readonly cache: CombinationCache;
  /** False where any of it was released before counts were coded. */
  readonly coded: boolean;
}

/** Names of the cells that tell of too few; none; or "unknown" if there are too many cases to try. */
type FewPersonsInCells = readonly string[] | "unknown";

/**
 * Audits what is said of one item. Statements of different borders, or of different choices, have no unknown in common
 * as far as D1 goes; so it is tested for each by itself, over the cells that have it.
 *
 * @param published what is shown of the item, in all releases
 * @param audit the minimum, and a cache that all items of an audit share
 * @returns the findings; any means: do not publish
 * @throws RangeError if the counts are not well formed
 * @see README.md in this folder
 * @example auditCounts(published, { minimum: 10, cache: new Map(), coded: true });
 */
export function auditCounts(published: PublishedCounts, audit: CountsAudit): readonly Finding[] {
  requireWellFormed(published);
  const few = fewPersons(published, audit);
  if (few === "unknown") return [finding("not-checked", [published.name])];
  if (few.length > 0) return [finding("few-persons", few)];
  const narrow = narrowCounts(published, audit.coded);
  if (narrow === undefined) return [];
  const concerned = published.cells.filter(({ classes }) =>
    narrow.classes.some((place) => classes.includes(place)),
  );
  return [finding(narrow.kind, concerned.length === 0 ? [published.name] : namesOf(published, concerned))];
}

/**
 * Which cells together tell of fewer persons than the minimum: D1, whatever they say.
 *
 * @param published cells over classes
 * @param audit the minimum, and a cache
 * @returns names of cells; none; "unknown" if there are too many cases
 * @example fewPersons(published, { minimum: 10, cache: new Map() }).length;
 */
export function fewPersons(
  { name, persons, halves, cells }: PublishedCounts,
  audit: Pick<CountsAudit, "minimum" | "cache">,
): FewPersonsInCells {
  const weights = halves ?? persons;
  const minimum = halves === undefined ? audit.minimum : 2 * audit.minimum;
  for (const spoken of new Set(cells.flatMap(({ statements }) => statements.map(({ of }) => of)))) {
    const telling = cells.filter(({ statements }) => statements.some(({ of }) => of === spoken));
    const key = JSON.stringify([weights, minimum, telling.map((cell) => [cell.name, cell.classes])]);
    const found = audit.cache.get(key) ?? fewPersonsIn(telling, weights, minimum);
    audit.cache.set(key, found);
    if (found === "unknown") return found;
    if (found.length > 0) return found.map((cell) => `${cell}, ${name}`);
  }
  return [];
}

function fewPersonsIn(
  cells: readonly CountedCell[],
  weights: readonly number[],
  minimum: number,
): FewPersonsInCells {
  const found = lightestCombination({ weights, cells: cells.map(({ classes }) => classes) }, minimum);
  if (found === "none") return [];
  if (found === "unknown") return found;
  const inside = new Set(found);
  const row = ({ classes }: CountedCell, left: (place: number) => boolean) =>
    weights.map((weight, place) => (weight > 0 && left(place) && classes.includes(place) ? 1 : 0));
  const tells = (some: readonly CountedCell[]) =>
    rank(some.map((cell) => row(cell, (place) => !inside.has(place)))) <
    rank(some.map((cell) => row(cell, () => true)));
  // As few as still tell, so that only those at fault are named.
  return cells
    .reduce((kept, cell) => {
      const rest = kept.filter((other) => other !== cell);
      return tells(rest) ? rest : kept;
    }, cells)
    .map(({ name }) => name);
}

function requireWellFormed({ persons, cells }: PublishedCounts): void {
  const whole = (value: number) => Number.isInteger(value) && value >= 0;
  const fine =
    persons.every(whole) &&
    cells.every(
      ({ classes, statements }) =>
        classes.every((place) => persons[place] !== undefined) &&
        statements.every(({ of, low, high }) => [of, low, high].every(whole) && low <= high),
    );
  if (!fine) throw new RangeError("an audit of counts requires whole counts of known classes");
}

function namesOf({ name }: PublishedCounts, cells: readonly CountedCell[]): readonly string[] {
  return cells.map((cell) => `${cell.name}, ${name}`);
}
