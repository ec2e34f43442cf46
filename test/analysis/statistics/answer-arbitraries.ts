/** Random answers for properties: samples and linked waves of a five-point item. */
import fc from "fast-check";

const point = fc.integer({ min: 1, max: 5 });

/** Answers of one sample. */
export function answers(minLength: number, maxLength = 40): fc.Arbitrary<number[]> {
  return fc.array(point, { minLength, maxLength });
}

/** Pairs (before, after) of linked persons. */
export function pairs(minLength: number, maxLength = 40): fc.Arbitrary<[number, number][]> {
  return fc.array(fc.tuple(point, point), { minLength, maxLength });
}

/** Rows of a scale with so many items. */
export function rows(items: number, minLength: number, maxLength = 30): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(point, { minLength: items, maxLength: items }), { minLength, maxLength });
}

/** Columns of rows. */
export function columnsOf(table: readonly (readonly number[])[]): number[][] {
  return (table[0] ?? []).map((_, item) => table.map((row) => row[item] ?? 0));
}

/** The two waves of pairs. */
export function split(linked: readonly (readonly [number, number])[]): [number[], number[]] {
  return [linked.map(([before]) => before), linked.map(([, after]) => after)];
}
