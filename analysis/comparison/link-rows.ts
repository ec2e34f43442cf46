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

/**
 * Numbers the persons of several waves, so that the same person has the same number in all of them.
 * @param waves row by person, one map a wave
 * @returns for each wave the person's number of each row
 * @example numberPersons([new Map([["a", 0]]), new Map([["b", 0], ["a", 1]])]) // [0], [1, 0]
 */
export function numberPersons(waves: readonly ReadonlyMap<string, number>[]): readonly Uint32Array[] {
  const numbers = new Map<string, number>();
  return waves.map((rows) => {
    const persons = new Uint32Array(rows.size);
    for (const [person, row] of rows) {
      const number = numbers.get(person) ?? numbers.size;
      numbers.set(person, number);
      persons[row] = number;
    }
    return persons;
  });
}
