/** Sums and cross products of a scale's items, counted straight from the dataset's columns. */
import type { ItemMoments } from "../statistics/item-moments.ts";
import type { PatternForm } from "./pattern-keys.ts";
import type { ScaleItem } from "./scale-item.ts";

/**
 * The moments of the persons who answered every item, turned. Exact up to 2⁵³.
 * @param items the items, two or more
 * @param rows how many rows the dataset has
 * @returns what alpha needs, as itemMoments makes from columns with nulls
 * @throws RangeError when there are fewer than two items
 * @example cronbachAlpha(countMoments(items, dataset.rows))
 */
export function countMoments(items: readonly ScaleItem[], rows: number): ItemMoments {
  const size = items.length;
  if (size < 2) throw new RangeError("item moments require at least two items");
  const columns = items.map(({ column }) => column.values);
  const turns = items.map(({ column, reverseKeyed }) => (reverseKeyed ? column.points + 1 : 0));
  const answers = new Float64Array(size);
  const sums = new MomentSums(size);
  for (let row = 0; row < rows; row += 1) {
    if (readRow({ columns, turns }, row, answers)) sums.add(answers, 1);
  }
  return sums.moments();
}

/**
 * The moments from counted patterns of answers: their cost does not depend on the number of persons.
 * @param counts how often each pattern occurs, as patternKeys makes them
 * @param form what the patterns are made of
 * @returns the moments of the persons who answered every item, turned
 * @example momentsOfPatterns(counts, { base: 6, turned: [false, true] })
 */
export function momentsOfPatterns(counts: Uint32Array, { base, turned }: PatternForm): ItemMoments {
  const size = turned.length;
  const sums = new MomentSums(size);
  const answers = new Float64Array(size).fill(1);
  const own = Float64Array.from(turned, (isTurned) => (isTurned ? base - 1 : 1));
  // From one complete pattern to the next, like the digits of a counter without 0.
  let pattern = answers.reduce((sum, answer, item) => sum + answer * base ** item, 0);
  while (pattern < counts.length) {
    const count = counts[pattern] ?? 0;
    if (count > 0) sums.add(own, count);
    pattern += 1;
    for (let item = 0, worth = 1; item < size; item += 1, worth *= base) {
      const answer = (answers[item] ?? 0) + 1;
      const next = answer < base ? answer : 1;
      answers[item] = next;
      own[item] = turned[item] === true ? base - next : next;
      if (answer < base) break;
      if (item === size - 1) return sums.moments();
      pattern += worth;
    }
  }
  return sums.moments();
}

/** Adds up sums and cross products. */
class MomentSums {
  private n = 0;
  private readonly size: number;
  private readonly sums: Float64Array;
  private readonly products: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.sums = new Float64Array(size);
    this.products = new Float64Array(size * size);
  }

  /** Persons with these answers. */
  add(answers: Float64Array, count: number): void {
    const { size, sums, products } = this;
    this.n += count;
    for (let i = 0; i < size; i += 1) {
      const one = (answers[i] ?? 0) * count;
      sums[i] = (sums[i] ?? 0) + one;
      for (let j = 0; j <= i; j += 1) {
        const place = i * size + j;
        products[place] = (products[place] ?? 0) + one * (answers[j] ?? 0);
      }
    }
  }

  moments(): ItemMoments {
    const { n, size, sums, products } = this;
    const product = (i: number, j: number): number => products[Math.max(i, j) * size + Math.min(i, j)] ?? 0;
    return {
      n,
      sums: Array.from(sums),
      products: Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (__, j) => product(i, j)),
      ),
    };
  }
}

/** Reads one person's turned answers; false when one is missing. */
function readRow(
  { columns, turns }: { readonly columns: readonly Int8Array[]; readonly turns: readonly number[] },
  row: number,
  answers: Float64Array,
): boolean {
  for (let i = 0; i < columns.length; i += 1) {
    const answer = columns[i]?.[row] ?? 0;
    if (answer <= 0) return false;
    const turn = turns[i] ?? 0;
    answers[i] = turn === 0 ? answer : turn - answer;
  }
  return true;
}
