/** The difference of two independent proportions: intervals, pooled test and ratios. */
import { normalQuantile, normalTwoSided } from "./distributions/normal.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { proportionOf, type Share, wilsonInterval } from "./proportion.ts";

/** Direction: second − first, second / first. */
export interface DifferenceOfProportions {
  readonly p1: number;
  readonly p2: number;
  readonly difference: number;
  /** The default: never outside −1 to 1, good for small n. */
  readonly newcombe: Interval;
  readonly wald: Interval;
  readonly agrestiCaffo: Interval;
  /** Pooled; null when all or none in both samples did. */
  readonly z: number | null;
  readonly chiSquare: number | null;
  /** Two-sided p of z. */
  readonly p: number | null;
  /** p2 / p1: null when both are 0, Infinity when only p1 is. */
  readonly riskRatio: number | null;
  /** Odds of the second / odds of the first: null when 0 / 0. */
  readonly oddsRatio: number | null;
  /** Cohen's h. */
  readonly h: number;
}

/** a / b with 0 / 0 as null; Infinity stays. */
function ratio(a: number, b: number): number | null {
  return a === 0 && b === 0 ? null : a / b;
}

function oddsRatio(first: Share, second: Share): number | null {
  const odds1 = ratio(first.count, first.n - first.count);
  const odds2 = ratio(second.count, second.n - second.count);
  if (odds1 === null || odds2 === null || (odds1 === odds2 && !Number.isFinite(odds1))) return null;
  return ratio(odds2, odds1);
}

/**
 * Compares two independent proportions. Missing answers are not part of n.
 * @param first the first share
 * @param second the second share
 * @param level confidence level
 * @returns the difference (second − first) with Newcombe, Wald and Agresti-Caffo limits, pooled z test and ratios
 * @throws RangeError when a share or the level is not valid
 * @see Newcombe (1998), Statistics in Medicine 17, 873, method 10; Agresti and Caffo (2000); Cohen (1988) for h
 * @example differenceOfProportions({ count: 48, n: 80 }, { count: 56, n: 70 }) // 0.2, 0.0524 to 0.3339
 */
export function differenceOfProportions(
  first: Share,
  second: Share,
  level = DEFAULT_LEVEL,
): DifferenceOfProportions {
  const p1 = proportionOf(first);
  const p2 = proportionOf(second);
  const q = -normalQuantile(tailOf(level));
  const n1 = first.n;
  const n2 = second.n;
  const difference = p2 - p1;
  const wilson1 = wilsonInterval(first, level);
  const wilson2 = wilsonInterval(second, level);
  const pooled = (first.count + second.count) / (n1 + n2);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const z = pooled > 0 && pooled < 1 ? difference / error : null;
  const more1 = (first.count + 1) / (n1 + 2);
  const more2 = (second.count + 1) / (n2 + 2);
  const unpooled = (a: number, m: number, b: number, k: number): number =>
    Math.sqrt((a * (1 - a)) / m + (b * (1 - b)) / k);
  return {
    p1,
    p2,
    difference,
    newcombe: {
      lower: difference - Math.hypot(p2 - wilson2.lower, wilson1.upper - p1),
      upper: difference + Math.hypot(wilson2.upper - p2, p1 - wilson1.lower),
    },
    wald: around(difference, q * unpooled(p1, n1, p2, n2)),
    agrestiCaffo: around(more2 - more1, q * unpooled(more1, n1 + 2, more2, n2 + 2)),
    z,
    chiSquare: z === null ? null : z * z,
    p: z === null ? null : normalTwoSided(z),
    riskRatio: ratio(p2, p1),
    oddsRatio: oddsRatio(first, second),
    h: 2 * Math.asin(Math.sqrt(p2)) - 2 * Math.asin(Math.sqrt(p1)),
  };
}
