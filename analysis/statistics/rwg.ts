/** r_wg and r_wg(j): agreement of the raters of one target, compared with answers at random. */
import type { FrequencyTable } from "./frequency-table.ts";
import { variance } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Agreement on one item. */
export interface Rwg {
  readonly raters: number;
  readonly variance: number;
  /** 1 − s² / σ², 0 where s² is above σ². */
  readonly rwg: number;
  /** The same without the floor: negative when raters disagree more than at random. */
  readonly untruncated: number;
}

/** Agreement on a scale of several items. */
export interface RwgJ {
  readonly items: number;
  readonly meanVariance: number;
  /** r_wg(j), 0 where the mean variance is above the null variance. */
  readonly rwgJ: number;
  /** r*_wg(j) of Lindell, without Spearman-Brown: does not grow with the number of items. */
  readonly rwgJLindell: number;
}

function requireNull(nullVariance: number): void {
  if (!(nullVariance > 0)) throw new RangeError("rwg requires a null variance above 0");
}

/**
 * r_wg of one item. Sample variance (n − 1); missing answers take no part.
 * @param table the raters' answers about one target
 * @param nullVariance variance of answers at random, above 0
 * @returns the agreement, or "too-few-answers" below two raters
 * @throws RangeError when the null variance is not above 0
 * @see James, Demaree and Wolf (1984), equation 1
 * @example rwg(countAnswers([4, 4, 5]), uniformNullVariance(5))
 */
export function rwg(table: FrequencyTable, nullVariance: number): Outcome<Rwg> {
  requireNull(nullVariance);
  if (table.n < 2) return notComputed("too-few-answers");
  const spread = variance(table);
  const untruncated = 1 - spread / nullVariance;
  return { computed: true, raters: table.n, variance: spread, rwg: Math.max(0, untruncated), untruncated };
}

/**
 * r_wg(j) of a scale from the variances of its items.
 * @param tables one an item: the raters' answers about one target, at least one item
 * @param nullVariance variance of answers at random, above 0
 * @returns the agreement, or "too-few-answers" when an item has fewer than two raters
 * @throws RangeError when there is no item or the null variance is not above 0
 * @see James, Demaree and Wolf (1984), equation 2; Lindell, Brandt and Whitney (1999)
 * @example rwgJ([countAnswers([4, 4, 5]), countAnswers([3, 4, 4])], 2)
 */
export function rwgJ(tables: readonly FrequencyTable[], nullVariance: number): Outcome<RwgJ> {
  requireNull(nullVariance);
  const items = tables.length;
  if (items === 0) throw new RangeError("rwgJ requires at least one item");
  if (tables.some((table) => table.n < 2)) return notComputed("too-few-answers");
  const meanVariance = tables.reduce((sum, table) => sum + variance(table), 0) / items;
  const ratio = Math.min(meanVariance, nullVariance) / nullVariance;
  const agreed = items * (1 - ratio);
  return {
    computed: true,
    items,
    meanVariance,
    rwgJ: agreed / (agreed + ratio),
    rwgJLindell: 1 - meanVariance / nullVariance,
  };
}

/**
 * The variance of a uniform null distribution: every point equally likely.
 * @param points number of points of the item, 2 or more
 * @returns (A² − 1) / 12
 * @throws RangeError when there are fewer than two points
 * @see James, Demaree and Wolf (1984), equation 4
 * @example uniformNullVariance(5) // 2
 */
export function uniformNullVariance(points: number): number {
  if (!Number.isInteger(points) || points < 2)
    throw new RangeError("a null variance requires at least two points");
  return (points * points - 1) / 12;
}

/**
 * The variance of any null distribution over the points 1, 2, 3, …
 * @param chances the probability of each point, adding up to 1
 * @returns its variance
 * @throws RangeError when the probabilities do not add up to 1
 * @see James, Demaree and Wolf (1984)
 * @example nullVariance([0.5, 0.5]) // 0.25
 */
export function nullVariance(chances: readonly number[]): number {
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  if (!(Math.abs(all - 1) < 1e-9))
    throw new RangeError("a null distribution requires probabilities that add up to 1");
  const centre = chances.reduce((sum, chance, i) => sum + chance * (i + 1), 0);
  return chances.reduce((sum, chance, i) => sum + chance * (i + 1 - centre) ** 2, 0);
}

/** Slightly skewed null distribution of a five-point item: people tend to answer kindly. Variance 1.34. */
export const SLIGHTLY_SKEWED_FIVE_POINTS = [0.05, 0.15, 0.2, 0.35, 0.25] as const;
