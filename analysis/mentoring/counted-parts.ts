/** Counts of few people by value: parts large enough to be shown, that add up and from which no small one follows. */

/** Values of one part of the whole, sorted; counted together. */
export type PartValues = readonly string[];

/**
 * Divides values into parts of at least a minimum each. A value with enough people stands alone; all others are one
 * part, with those that occur nowhere, so that the list does not tell which of them occur. If these others are too
 * few, the smallest part joins them.
 *
 * @param counts people by value, 0 and more
 * @param minimum fewest people of a part, from 1
 * @returns the parts, the largest first and the others last; a single part when the whole cannot be divided; none
 *   when there are fewer people than the minimum in all
 * @throws RangeError if the minimum is below 1
 * @example partsOf(new Map([["a", 9], ["b", 6], ["c", 2]]), 5); // [["a"], ["b", "c"]]
 */
export function partsOf(counts: ReadonlyMap<string, number>, minimum: number): readonly PartValues[] {
  if (!(minimum >= 1)) throw new RangeError("parts require a minimum of at least one");
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (total < minimum) return [];
  const alone = [...counts]
    .filter(([, count]) => count >= minimum)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const others = [...counts].filter(([, count]) => count < minimum).map(([value]) => value);
  let rest = total - alone.reduce((sum, [, count]) => sum + count, 0);
  while (rest > 0 && rest < minimum) {
    const [value, count] = alone.pop() ?? ["", 0];
    others.push(value);
    rest += count;
  }
  const parts = alone.map(([value]) => [value]);
  // All alike would tell everybody's value.
  if (parts.length === 1 && rest === 0) return [[...counts.keys()].sort()];
  return others.length === 0 || rest === 0 ? parts : [...parts, others.sort()];
}

/**
 * Parts that were shown before stay as they are; values that came up since join the last of them.
 *
 * @param before parts shown before
 * @param values every value there is now
 * @returns the parts
 * @example keptParts([["a"], ["b"]], ["a", "b", "c"]); // [["a"], ["b", "c"]]
 */
export function keptParts(before: readonly PartValues[], values: Iterable<string>): readonly PartValues[] {
  const known = new Set(before.flat());
  const added = [...values].filter((value) => !known.has(value));
  return before.map((part, place) =>
    place === before.length - 1 && added.length > 0 ? [...part, ...added].sort() : part,
  );
}
