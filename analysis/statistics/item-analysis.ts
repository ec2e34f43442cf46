/** How each item fits its scale: item-total and item-rest correlation, alpha without it. */
import { alphaOf } from "./alpha.ts";
import { covariances, type ItemMoments } from "./item-moments.ts";
import { cell, type Matrix } from "./matrix.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** One item within its scale. */
export interface ItemFit {
  readonly mean: number;
  readonly sd: number;
  /** Null when the item or the total does not vary. */
  readonly itemTotalCorrelation: number | null;
  /** Correlation with the sum of the other items: negative when an item was not turned. */
  readonly itemRestCorrelation: number | null;
  /** Null with two items. */
  readonly alphaIfDropped: number | null;
}

function itemFit(moments: ItemMoments, covariance: Matrix, item: number): ItemFit {
  const size = covariance.length;
  const own = cell(covariance, item, item);
  let withTotal = 0;
  let all = 0;
  let separate = 0;
  for (let i = 0; i < size; i += 1) {
    withTotal += cell(covariance, item, i);
    separate += cell(covariance, i, i);
    for (let j = 0; j < size; j += 1) all += cell(covariance, i, j);
  }
  const restVariance = all - 2 * withTotal + own;
  // A sum's variance below this is rounding: the sum is the same for everybody.
  const nothing = 1e-12 * separate;
  const keep = (row: readonly number[]): number[] => row.filter((_, j) => j !== item);
  return {
    mean: (moments.sums[item] ?? 0) / moments.n,
    sd: Math.sqrt(own),
    itemTotalCorrelation: own > 0 && all > nothing ? withTotal / Math.sqrt(own * all) : null,
    itemRestCorrelation:
      own > 0 && restVariance > nothing ? (withTotal - own) / Math.sqrt(own * restVariance) : null,
    alphaIfDropped: size > 2 ? alphaOf(keepRows(covariance, item).map(keep)) : null,
  };
}

function keepRows(matrix: Matrix, item: number): readonly (readonly number[])[] {
  return matrix.filter((_, i) => i !== item);
}

/**
 * How each item fits the scale, on the persons who answered every item.
 * @param moments sums and cross products of complete rows
 * @returns one an item in the order of the columns, or "too-few-answers" below two persons
 * @see Nunnally and Bernstein (1994), Psychometric Theory, chapter 8; corrected item-total correlation
 * @example itemAnalysis(itemMoments(columns))
 */
export function itemAnalysis(moments: ItemMoments): Outcome<{ readonly items: readonly ItemFit[] }> {
  if (moments.n < 2) return notComputed("too-few-answers");
  const covariance = covariances(moments);
  return { computed: true, items: moments.sums.map((_, item) => itemFit(moments, covariance, item)) };
}
