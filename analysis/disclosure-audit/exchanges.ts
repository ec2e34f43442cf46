/** Exchanges of answers between classes that no cell notices: from one possible world to the next. */
import { CircuitSearch, nearestFirst } from "./circuits.ts";
import type { World } from "./count-programme.ts";
import type { PossibleAnswers } from "./possible-answers.ts";
import type { PublishedCounts } from "./published-counts.ts";

/** Of each class, how many persons more (or fewer) give the one answer, and fewer (or more) the other. */
type Exchange = readonly (readonly [place: number, more: number])[];

/** Exchanges tried for each class. */
const STEPS_A_CLASS = 60;
const MOST_STEPS = 6_000;
/** After so many steps without anything new, the neighbourhood is known. */
const QUIET_STEPS = 1_000;
/** Rarely possible, so not tried. */
const LARGEST_WEIGHT = 3;

/** By two answers, the lower first: exchanges that no cell notices which tells the two apart. */
export type Exchanges = (low: number, high: number) => readonly Exchange[];

/**
 * Walks from one possible world to others and notes the answers seen on the way. It only ever finds answers to be
 * possible; what it does not meet is asked of the solver afterwards.
 *
 * @param exchanges what may be exchanged
 * @param start a possible world
 * @param possible takes the worlds in
 * @example walk(exchangesOf(published), world, possible);
 */
export function walk(exchanges: Exchanges, start: World, possible: PossibleAnswers): void {
  possible.take(start);
  const world = Int32Array.from(start);
  const { points } = possible;
  const below = dice();
  const steps = Math.min(MOST_STEPS, STEPS_A_CLASS * (world.length / points));
  let lastNews = 0;
  for (let step = 0; step < steps && step - lastNews < QUIET_STEPS; step += 1) {
    const one = 1 + below(points);
    const other = 1 + below(points);
    if (one === other) continue;
    const between = exchanges(Math.min(one, other), Math.max(one, other));
    const exchange = between[below(between.length)];
    if (exchange === undefined || !isPossible(world, exchange, { one, other, points })) continue;
    for (const [place, more] of exchange) {
      const at = place * points - 1;
      world[at + one] = (world[at + one] ?? 0) + more;
      world[at + other] = (world[at + other] ?? 0) - more;
    }
    const changed = exchange.map(([place]) => place);
    if (possible.take(world, changed)) lastNews = step;
  }
}

function isPossible(
  world: World,
  exchange: Exchange,
  { one, other, points }: { readonly one: number; readonly other: number; readonly points: number },
): boolean {
  return exchange.every(([place, more]) => {
    const giving = more < 0 ? one : other;
    return (world[place * points + giving - 1] ?? 0) >= Math.abs(more);
  });
}

/** Numbers below a bound, the same ones each time: Numerical Recipes' linear congruential generator. */
function dice(): (below: number) => number {
  let state = 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Exchanges between classes, worked out when they are first asked for, once for the same cells.
 *
 * @param published what is shown of one item; the numbers do not matter
 * @returns the exchanges by two answers
 * @example exchangesOf(published)(4, 5).length;
 */
export function exchangesOf({ persons, cells }: PublishedCounts): Exchanges {
  const known = new Map<string, readonly Exchange[]>();
  const byAnswers = new Map<string, readonly Exchange[]>();
  const between = (low: number, high: number) => {
    const telling = cells.flatMap(({ parts }, cell) =>
      parts.some(({ to }) => low <= to && to < high) ? [cell] : [],
    );
    const key = telling.join();
    const found =
      known.get(key) ??
      exchangesOver(
        persons,
        telling.map((cell) => cells[cell]?.classes ?? []),
      );
    known.set(key, found);
    return found;
  };
  return (low, high) => {
    const key = `${low},${high}`;
    const found = byAnswers.get(key) ?? between(low, high);
    byAnswers.set(key, found);
    return found;
  };
}

/** Two a class: of near classes, and of large ones, in which there is more often somebody to change. */
function exchangesOver(
  persons: readonly number[],
  cells: readonly (readonly number[])[],
): readonly Exchange[] {
  const cellsOf = persons.map((): number[] => []);
  cells.forEach((classes, cell) => {
    for (const place of classes) cellsOf[place]?.push(cell);
  });
  return cellsOf.flatMap((_, place) => {
    const near = nearestFirst(cellsOf, place, persons);
    const large = near.toSorted((a, b) => (persons[b] ?? 0) - (persons[a] ?? 0));
    return [near, large].flatMap((order): Exchange[] => {
      const circuit = new CircuitSearch(cellsOf, place, order).ofFree;
      if (circuit === undefined) return [];
      const exchange = [...circuit];
      return exchange.every(([, more]) => Math.abs(more) <= LARGEST_WEIGHT) ? [exchange] : [];
    });
  });
}
