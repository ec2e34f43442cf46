/** The plain rule, where the time is over: everybody, and one-way cuts of large groups only. */
import { personsOf } from "./class-counts.ts";
import type { Aggregate } from "./release-plan.ts";

/**
 * The aggregates that the plain rule would show: everybody, and the categories of those one-way cuts in which each
 * category has nobody or at least 2k persons, and in no category stand nobody or at least k.
 *
 * @param aggregates everybody first, then the categories cut by cut
 * @param weights persons by class
 * @param minimum smallest number of persons behind a figure, k
 * @returns places of aggregates, cut by cut; everybody alone first
 * @example plainRule(plan.aggregates, sizes, 10).length; // 1 + how many cuts it allows
 */
export function plainRule(
  aggregates: readonly Aggregate[],
  weights: Uint32Array,
  minimum: number,
): readonly (readonly number[])[] {
  const persons = aggregates.map((aggregate) => personsOf(aggregate, weights));
  const everybody = persons[0] ?? 0;
  if (everybody < minimum) return [];
  const cuts = new Map<number, number[]>();
  aggregates.forEach(({ cut, dimensions }, place) => {
    if (dimensions !== 1 || (persons[place] ?? 0) === 0) return;
    cuts.set(cut, [...(cuts.get(cut) ?? []), place]);
  });
  const large = [...cuts.values()].filter((places) => {
    const rest = everybody - places.reduce((sum, place) => sum + (persons[place] ?? 0), 0);
    const allLarge = places.every((place) => (persons[place] ?? 0) >= 2 * minimum);
    return allLarge && (rest === 0 || rest >= minimum);
  });
  return [[0], ...large];
}
