/** Favourable, neutral and unfavourable shares of an item, and its index from 0 to 100. */
import { countWhere, type FrequencyTable } from "./frequency-table.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { mean } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { exactInterval, wilsonInterval } from "./proportion.ts";

/** Which points of an item count as what. */
export interface Favourability {
  readonly favourable: readonly number[];
  readonly neutral: readonly number[];
  readonly unfavourable: readonly number[];
  /** The lowest and the highest point of the item. */
  readonly lowest: number;
  readonly highest: number;
}

/** The shares (0 to 1) of those who answered. */
export interface FavourableShares {
  readonly n: number;
  /** How often lowest, lowest + 1, …, highest was answered. */
  readonly counts: readonly number[];
  readonly favourableCount: number;
  readonly favourable: number;
  readonly neutral: number;
  readonly unfavourable: number;
  /** Share of the highest point. */
  readonly topBox: number;
  /** Favourable minus unfavourable, −1 to 1. */
  readonly netFavourable: number;
  /** Mean of the answers on 0 (lowest point) to 100 (highest point). */
  readonly index: number;
  readonly wilson: Interval;
  readonly exact: Interval;
}

/**
 * The shares of an item's answers, with Wilson and exact limits of the favourable one.
 * Missing answers take no part.
 * @param table the answers
 * @param points which points count as what
 * @param level confidence level
 * @returns the shares, or "no-answers"
 * @throws RangeError when the highest point is not above the lowest, or the level is not between 0 and 1
 * @see Wilson (1927); Clopper and Pearson (1934); index: Civil Service People Survey technical guide
 * @example favourableShares(table, { favourable: [4, 5], neutral: [3], unfavourable: [1, 2], lowest: 1, highest: 5 })
 */
export function favourableShares(
  table: FrequencyTable,
  points: Favourability,
  level = DEFAULT_LEVEL,
): Outcome<FavourableShares> {
  const { lowest, highest } = points;
  if (!(highest > lowest)) throw new RangeError("favourableShares requires a highest point above the lowest");
  tailOf(level);
  const { n } = table;
  if (n === 0) return notComputed("no-answers");
  const among = (wanted: readonly number[]): number => countWhere(table, (value) => wanted.includes(value));
  const favourableCount = among(points.favourable);
  const unfavourableCount = among(points.unfavourable);
  const share = { count: favourableCount, n };
  return {
    computed: true,
    n,
    counts: Array.from({ length: highest - lowest + 1 }, (_, step) => among([lowest + step])),
    favourableCount,
    favourable: favourableCount / n,
    neutral: among(points.neutral) / n,
    unfavourable: unfavourableCount / n,
    topBox: among([highest]) / n,
    netFavourable: (favourableCount - unfavourableCount) / n,
    index: ((mean(table) - lowest) / (highest - lowest)) * 100,
    wilson: wilsonInterval(share, level),
    exact: exactInterval(share, level),
  };
}
