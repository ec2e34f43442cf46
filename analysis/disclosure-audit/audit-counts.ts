/** The auditor of tables of counts: D1, D2 and D4 for what is shown of one item in all releases together. */
import type { ProgrammeSolver } from "./count-programme.ts";
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
  readonly solver: ProgrammeSolver | undefined;
  readonly cache: CombinationCache;
}

/** Names of the cells that tell of too few; none; or "unknown" if there are too many cases to try. */
type FewPersonsInCells = readonly string[] | "unknown";

/**
 * Audits what is shown of one item.
 *
 * A cell that counts answers in parts is, for each place between two parts, a count of those who answered up to
 * there; these counts say all that the cell says, and those of different places have no unknown in common. So D1 is
 * tested for each place by itself, over the cells that have a border there.
 *
 * @param published what is shown of the item, in all releases
 * @param audit the minimum, the solver, and a cache that all items of an audit share
 * @returns the findings; any means: do not publish
 * @throws RangeError if the counts are not well formed
 * @see README.md in this folder
 * @example auditCounts(published, { minimum: 10, solver, cache: new Map() });
 */
export function auditCounts(published: PublishedCounts, audit: CountsAudit): readonly Finding[] {
  requireWellFormed(published);
  const wrong = published.cells.filter((cell) => !countsEverybody(cell, published));
  if (wrong.length > 0) return [finding("contradiction", namesOf(published, wrong))];
  const few = fewPersons(published, audit);
  if (few === "unknown") return [finding("not-checked", [published.name])];
  if (few.length > 0) return [finding("few-persons", few)];
  const narrow = narrowOrNotChecked(published, audit.solver);
  if (narrow === undefined) return [];
  const concerned = published.cells.filter(({ classes }) =>
    narrow.classes.some((place) => classes.includes(place)),
  );
  return [finding(narrow.kind, concerned.length === 0 ? [published.name] : namesOf(published, concerned))];
}

function narrowOrNotChecked(published: PublishedCounts, solver: ProgrammeSolver | undefined) {
  try {
    return narrowCounts(published, solver);
  } catch {
    return { kind: "not-checked", classes: [] } as const;
  }
}

/**
 * Which cells together tell of fewer persons than the minimum: D1 for counts without their answers.
 *
 * @param published cells over classes; parts and counts do not matter but for their borders
 * @param audit the minimum, and a cache
 * @returns names of cells; none; "unknown" if there are too many cases
 * @example fewPersons(published, { minimum: 10, solver: undefined, cache: new Map() }).length;
 */
export function fewPersons(published: PublishedCounts, audit: CountsAudit): FewPersonsInCells {
  const { persons, halves, cells, points } = published;
  const weights = halves ?? persons;
  const minimum = halves === undefined ? audit.minimum : 2 * audit.minimum;
  for (let border = 1; border < points; border += 1) {
    const telling = cells.filter(({ parts }) => parts.some(({ to }) => to === border));
    const key = JSON.stringify([weights, minimum, telling.map(({ name, classes }) => [name, classes])]);
    const found = audit.cache.get(key) ?? fewPersonsIn(telling, weights, minimum);
    audit.cache.set(key, found);
    if (found === "unknown") return found;
    if (found.length > 0) return found.map((name) => nameIn(published, name));
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

function requireWellFormed({ points, persons, cells }: PublishedCounts): void {
  const whole = (value: number) => Number.isInteger(value) && value >= 0;
  const fine =
    Number.isInteger(points) &&
    points >= 2 &&
    persons.every(whole) &&
    cells.every(
      ({ classes, parts }) =>
        classes.every((place) => persons[place] !== undefined) && parts.every(({ count }) => whole(count)),
    );
  if (!fine) throw new RangeError("an audit of counts requires whole counts of known classes");
}

/** The parts cover all points, and count exactly the persons of the cell's classes. */
function countsEverybody({ classes, parts }: CountedCell, { points, persons }: PublishedCounts): boolean {
  const gapless = parts.every(
    ({ from, to }, place) => from === (parts[place - 1]?.to ?? 0) + 1 && from <= to,
  );
  const counted = parts.reduce((sum, { count }) => sum + count, 0);
  const expected = classes.reduce((sum, place) => sum + (persons[place] ?? 0), 0);
  return gapless && parts.at(-1)?.to === points && counted === expected;
}

function namesOf(published: PublishedCounts, cells: readonly CountedCell[]): readonly string[] {
  return cells.map(({ name }) => nameIn(published, name));
}

function nameIn({ name: item }: PublishedCounts, cell: string): string {
  return `${cell}, ${item}`;
}
