/** The AD index: how many scale points raters are apart from their centre, on average. */
import type { FrequencyTable } from "./frequency-table.ts";
import { mean, meanAbsoluteDeviation } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { median } from "./quantile.ts";

/** Mean distances in scale points; 0 is perfect agreement. */
export interface AverageDeviation {
  readonly raters: number;
  /** From the mean: AD_M. */
  readonly fromMean: number;
  /** From the median: AD_Md. */
  readonly fromMedian: number;
}

/**
 * The average deviation of one item. Missing answers take no part.
 * @param table the raters' answers about one target
 * @returns AD about mean and median in scale points, or "no-answers"
 * @see Burke, Finkelstein and Dusig (1999): Σ |x − centre| / n; limit A / 6 of Burke and Dunlap (2002)
 * @example averageDeviation(countAnswers([4, 4, 5]))
 */
export function averageDeviation(table: FrequencyTable): Outcome<AverageDeviation> {
  if (table.n === 0) return notComputed("no-answers");
  return {
    computed: true,
    raters: table.n,
    fromMean: meanAbsoluteDeviation(table, mean(table)),
    fromMedian: meanAbsoluteDeviation(table, median(table)),
  };
}

/**
 * The average deviation of a scale: the mean of its items' indices.
 * @param tables one an item, at least one
 * @returns AD about mean and median in scale points, or "no-answers" when an item has none
 * @throws RangeError when there is no item
 * @see Burke, Finkelstein and Dusig (1999), AD_M(J)
 * @example averageDeviationOfScale([countAnswers([4, 5]), countAnswers([3, 4])])
 */
export function averageDeviationOfScale(tables: readonly FrequencyTable[]): Outcome<AverageDeviation> {
  const first = tables[0];
  if (first === undefined) throw new RangeError("averageDeviationOfScale requires at least one item");
  let fromMean = 0;
  let fromMedian = 0;
  for (const table of tables) {
    const one = averageDeviation(table);
    if (!one.computed) return one;
    fromMean += one.fromMean / tables.length;
    fromMedian += one.fromMedian / tables.length;
  }
  return { computed: true, raters: first.n, fromMean, fromMedian };
}
