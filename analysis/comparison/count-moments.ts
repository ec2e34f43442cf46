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
    if (!readRow({ columns, turns }, row, answers)) continue;
    const [sum = 0] = answers;
    sums.add(answers, 1, { sum, squares: sum * sum });
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
  const digits = new Uint8Array(size).fill(1);
  const answers = Float64Array.from(turned, (isTurned) => (isTurned ? base - 1 : 1));
  let pattern = digits.reduce((sum, digit, item) => sum + digit * base ** item, 0);
  for (;;) {
    addRun(sums, answers, { counts, base, isTurned: turned[0] === true }, pattern);
    // From one complete pattern of the further items to the next, like the digits of a counter without 0.
    pattern += base;
    let item = 1;
    for (let worth = base; item < size; item += 1, worth *= base) {
      const digit = (digits[item] ?? 0) + 1;
      const next = digit < base ? digit : 1;
      digits[item] = next;
      answers[item] = turned[item] === true ? base - next : next;
      if (digit < base) break;
      pattern += worth;
    }
    if (item === size) return sums.moments();
  }
}

/** The patterns that differ in the first item only: they are neighbours, and add up before the others are read. */
function addRun(
  sums: MomentSums,
  answers: Float64Array,
  {
    counts,
    base,
    isTurned,
  }: { readonly counts: Uint32Array; readonly base: number; readonly isTurned: boolean },
  pattern: number,
): void {
  let [n, sum, squares] = [0, 0, 0];
  for (let digit = 1; digit < base; digit += 1) {
    const count = counts[pattern + digit - 1] ?? 0;
    const answer = isTurned ? base - digit : digit;
    n += count;
    sum += answer * count;
    squares += answer * answer * count;
  }
  if (n > 0) sums.add(answers, n, { sum, squares });
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

  /** Persons with these answers to all items but the first, of whose answers the sum and the sum of squares is given. */
  add(
    answers: Float64Array,
    count: number,
    { sum, squares }: { readonly sum: number; readonly squares: number },
  ): void {
    const { size, sums, products } = this;
    this.n += count;
    sums[0] = (sums[0] ?? 0) + sum;
    products[0] = (products[0] ?? 0) + squares;
    for (let i = 1; i < size; i += 1) {
      const answer = answers[i] ?? 0;
      const row = i * size;
      sums[i] = (sums[i] ?? 0) + answer * count;
      products[row] = (products[row] ?? 0) + answer * sum;
      for (let j = 1; j <= i; j += 1) {
        products[row + j] = (products[row + j] ?? 0) + answer * count * (answers[j] ?? 0);
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
