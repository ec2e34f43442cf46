/** The rule that chooses groups for the answerers of each item: by passes while there is time, else the plain one. */
import { personsOf } from "./class-counts.ts";
import { keptAggregates } from "./kept-aggregates.ts";
import { plainRule } from "./plain-rule.ts";
import type { Aggregate } from "./release-plan.ts";

/** Chooses among candidates (places of aggregates) for these persons by class: which may be shown together. */
export type DisclosureRule = (persons: Uint32Array, candidates: readonly number[]) => ReadonlySet<number>;

/**
 * Passes 0 to 2, once for each set of answerers: items that the same numbers of each class answered share a result.
 *
 * @param aggregates everybody first
 * @param minimum smallest number of persons behind a figure, k
 * @param isOver true once the time is over
 * @returns the rule, and whether it ran out of time; from then on it shows nothing
 * @example const { rule, ranOut } = byPasses(plan.aggregates, 10, () => false);
 */
export function byPasses(
  aggregates: readonly Aggregate[],
  minimum: number,
  isOver: () => boolean,
): { readonly rule: DisclosureRule; readonly ranOut: () => boolean } {
  const known = new Map<string, ReadonlySet<number>>();
  let over = false;
  const rule: DisclosureRule = (persons, candidates) => {
    over ||= isOver();
    if (over) return new Set();
    const key = `${candidates.join()}/${persons.join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const kept = keptAggregates({ aggregates, weights: persons, minimum, isOver }, candidates);
    over = kept === undefined;
    const result = new Set(kept);
    known.set(key, result);
    return result;
  };
  return { rule, ranOut: () => over || isOver() };
}

/**
 * The plain rule; and as two harmless cuts can tell of few persons together, each cut only if it passes beside those
 * before it.
 *
 * @param aggregates everybody first
 * @param minimum smallest number of persons behind a figure, k
 * @returns the rule
 * @example byPlainRule(plan.aggregates, 10)(sizes, [0, 1, 2]);
 */
export function byPlainRule(aggregates: readonly Aggregate[], minimum: number): DisclosureRule {
  return (persons, candidates) => {
    const allowed = new Set(candidates);
    const whole = plainRule(aggregates, persons, minimum).filter((places) =>
      places.every((place) => allowed.has(place)),
    );
    let kept: readonly number[] = [];
    for (const places of whole) {
      const more = [...kept, ...places];
      const weighing = { aggregates, weights: persons, minimum, isOver: () => false };
      if (keptAggregates(weighing, more)?.length === more.length) kept = more;
    }
    return new Set(kept);
  };
}

/**
 * All places of aggregates with at least k persons: what a rule may choose from.
 *
 * @param aggregates everybody first
 * @param persons by class
 * @param minimum smallest number of persons behind a figure, k
 * @returns their places
 * @example largeEnough(plan.aggregates, sizes, 10)[0]; // 0: everybody
 */
export function largeEnough(
  aggregates: readonly Aggregate[],
  persons: Uint32Array,
  minimum: number,
): readonly number[] {
  return aggregates.flatMap((aggregate, place) => (personsOf(aggregate, persons) < minimum ? [] : [place]));
}
