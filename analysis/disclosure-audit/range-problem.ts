/** A component as a problem of ranges: parts of classes, what is known of their sums, and who may answer what. */
import type { Component } from "./component.ts";
import type { PublishedSum } from "./published.ts";
import type { Interval, PartSum } from "./sum-tree.ts";

/** Some persons of one class and their answers to one item. */
interface Part {
  readonly column: number;
  readonly size: number;
}

/** Whole weights, one a part, and between what bounds their sum over all answers lies. */
interface WeightedRow extends Interval {
  readonly weights: readonly number[];
}

export interface RangeProblem {
  /**
   * Of each column one person, if there are more a second one, and the rest: enough to ask what an insider
   * knows of somebody in the same class.
   */
  readonly parts: readonly Part[];
  /** The possible values of each single answer in a part, before anything is known. */
  readonly boxes: readonly Interval[];
  readonly rows: readonly WeightedRow[];
  /** The same as sets, if every row gives all its parts one weight. */
  readonly sets: readonly PartSum[] | undefined;
  readonly shown: readonly { readonly parts: readonly number[]; readonly counts: readonly number[] }[];
  readonly hidden: readonly { readonly parts: readonly number[]; readonly window: number }[];
}

/** Guards whole bounds against the last digit of a fraction. */
const TOLERANCE = 1e-9;

/**
 * Prepares a component.
 *
 * @param component connected figures
 * @returns the problem; sums without any finite bound are left out, as they limit nothing
 * @example rangeProblem(component).parts.length;
 */
export function rangeProblem(component: Component): RangeProblem {
  const { columns, classes } = component;
  const parts = columns.flatMap(({ persons }, column): Part[] => {
    const size = classes[persons]?.length ?? 0;
    if (size < 2) return [{ column, size }];
    const singles = [0, 1].map(() => ({ column, size: 1 }));
    return size === 2 ? singles : [...singles, { column, size: size - 2 }];
  });
  const rows = component.sums
    .filter(({ low, high }) => Number.isFinite(low) || Number.isFinite(high))
    .map(({ low, high, weights }) => ({
      low: Math.ceil(low - TOLERANCE),
      high: Math.floor(high + TOLERANCE),
      weights: parts.map(({ column }) => weights[column] ?? 0),
    }));
  const partsOf = (of: readonly number[]) =>
    parts.flatMap(({ column }, place) => (of.includes(column) ? [place] : []));
  const sets = rows.map(asSet);
  const whole = sets.filter((set) => set !== undefined);
  return {
    parts,
    boxes: parts.map(({ column }) => ({ low: 1, high: columns[column]?.item.points ?? 1 })),
    rows,
    sets: whole.length === sets.length ? whole : undefined,
    shown: component.shown.map(({ figure, columns: of }) => ({ parts: partsOf(of), counts: figure.counts })),
    hidden: component.hidden.map(({ figure, columns: of }) => ({
      parts: partsOf(of),
      window: figure.window,
    })),
  };
}

/** A row whose parts all weigh the same is a plain sum between whole bounds. */
function asSet({ weights, low, high }: WeightedRow): PartSum | undefined {
  const parts = weights.flatMap((weight, place) => (weight === 0 ? [] : [place]));
  const weight = weights[parts[0] ?? 0] ?? 0;
  if (weight === 0 || parts.some((place) => weights[place] !== weight)) return undefined;
  const [from, to] = weight > 0 ? [low, high] : [high, low];
  return { parts, low: Math.ceil(from / weight - TOLERANCE), high: Math.floor(to / weight + TOLERANCE) };
}

/**
 * Checks the shape of a sum before it is used.
 *
 * @param sum a published sum
 * @returns false if a weight is not a whole number other than 0, a term has no persons, or a bound is no number
 * @example isWellFormed(sum);
 */
export function isWellFormed({ terms, low, high }: PublishedSum): boolean {
  const whole = terms.every(
    ({ weight, persons }) => Number.isSafeInteger(weight) && weight !== 0 && persons.length > 0,
  );
  return whole && terms.length > 0 && !Number.isNaN(low) && !Number.isNaN(high);
}
