/** Which rows of two waves are the same persons. */
import type { RowPairs } from "./count-waves.ts";

/**
 * Links two waves by what identifies a person in each.
 * @param before row by person, first wave
 * @param after row by person, second wave
 * @returns the rows of those who are in both
 * @example linkRows(new Map([["a", 0]]), new Map([["b", 0], ["a", 1]])) // before [0], after [1]
 */
export function linkRows(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): RowPairs {
  const first = new Uint32Array(Math.min(before.size, after.size));
  const second = new Uint32Array(first.length);
  let found = 0;
  for (const [person, row] of before) {
    const same = after.get(person);
    if (same === undefined) continue;
    first[found] = row;
    second[found] = same;
    found += 1;
  }
  return { before: first.subarray(0, found), after: second.subarray(0, found) };
}
