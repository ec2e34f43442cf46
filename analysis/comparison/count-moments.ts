/** Sums and cross products of a scale's items, counted straight from the dataset's columns. */
import type { ItemMoments } from "../statistics/item-moments.ts";
import type { ScaleItem } from "./score-column.ts";

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
  const sums = new Float64Array(size);
  const products = new Float64Array(size * size);
  let n = 0;
  for (let row = 0; row < rows; row += 1) {
    if (!readRow({ columns, turns }, row, answers)) continue;
    n += 1;
    for (let i = 0; i < size; i += 1) {
      const one = answers[i] ?? 0;
      sums[i] = (sums[i] ?? 0) + one;
      for (let j = 0; j <= i; j += 1) {
        const place = i * size + j;
        products[place] = (products[place] ?? 0) + one * (answers[j] ?? 0);
      }
    }
  }
  const product = (i: number, j: number): number => products[Math.max(i, j) * size + Math.min(i, j)] ?? 0;
  return {
    n,
    sums: Array.from(sums),
    products: Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => product(i, j))),
  };
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
