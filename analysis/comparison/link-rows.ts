/** Which rows of two waves are the same persons. */
import { ByteKeys } from "./byte-keys.ts";

/** Rows of the same persons: before[i] and after[i] are one person. Kept outside datasets, which know no persons. */
export interface RowPairs {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/**
 * Links two waves by what identifies a person in each.
 * @param before the persons of the first wave, in the order of its rows
 * @param after the persons of the second wave
 * @returns the rows of those who are in both, in the order of the first wave
 * @example linkRows(first.persons, second.persons).before.length
 */
export function linkRows(before: ByteKeys, after: ByteKeys): RowPairs {
  const first = new Uint32Array(Math.min(before.size, after.size));
  const second = new Uint32Array(first.length);
  let found = 0;
  for (let row = 0; row < before.size; row += 1) {
    const same = after.findFrom(before, row);
    if (same < 0) continue;
    first[found] = row;
    second[found] = same;
    found += 1;
  }
  return { before: first.subarray(0, found), after: second.subarray(0, found) };
}

/**
 * Numbers the persons of several waves, so that the same person has the same number in all of them.
 * @param waves the persons of each wave, in the order of its rows
 * @returns for each wave the person's number of each row
 * @example numberPersons(waves.map(({ persons }) => persons))
 */
export function numberPersons(waves: readonly ByteKeys[]): readonly Uint32Array[] {
  const numbers = new ByteKeys();
  return waves.map((persons) =>
    Uint32Array.from({ length: persons.size }, (_, row) => numbers.addFrom(persons, row)),
  );
}
