/** The z test of a proportion in partly linked waves. */
import { normalQuantile, normalTwoSided } from "./distributions/normal.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type PairedCounts, phiCoefficient } from "./phi-coefficient.ts";
import { proportionOf, type Share } from "./proportion.ts";

/** Those linked, and those who answered only one wave. */
export interface PartlyLinkedShares {
  readonly linked: PairedCounts;
  /** n may be 0. */
  readonly beforeOnly: Share;
  readonly afterOnly: Share;
}

/** Direction: second − first. */
export interface PartlyOverlappingZ {
  readonly linked: number;
  readonly p1: number;
  readonly p2: number;
  readonly difference: number;
  /** Correlation of the linked; 0 when a margin is empty. */
  readonly phi: number;
  /** z8 with the pooled share; null when all or none did. */
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
  readonly standardErrorPooled: number;
  readonly intervalPooled: Interval;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * The partially overlapping samples z test (z8).
 * @param shares linked persons by what they did, and the shares of those with one answer
 * @param level confidence level
 * @returns the difference of the shares of all who answered, two-sided test and intervals; "no-answers" when a wave
 * is empty
 * @throws RangeError when a count or the level is not valid
 * @see Derrick, Dobson-Mckittrick, Toher and White (2015), test statistic z8
 * @example partlyOverlappingZ({ linked: { both: 9, beforeOnly: 2, afterOnly: 6, neither: 8 }, beforeOnly, afterOnly })
 */
export function partlyOverlappingZ(
  shares: PartlyLinkedShares,
  level = DEFAULT_LEVEL,
): Outcome<PartlyOverlappingZ> {
  const q = -normalQuantile(tailOf(level));
  const { both, beforeOnly, afterOnly, neither } = shares.linked;
  const linked = both + beforeOnly + afterOnly + neither;
  const n1 = shares.beforeOnly.n + linked;
  const n2 = shares.afterOnly.n + linked;
  if (n1 === 0 || n2 === 0) return notComputed("no-answers");
  const p1 = proportionOf({ count: shares.beforeOnly.count + both + beforeOnly, n: n1 });
  const p2 = proportionOf({ count: shares.afterOnly.count + both + afterOnly, n: n2 });
  const difference = p2 - p1;
  const phi = phiCoefficient(shares.linked, false);
  const overlap = (2 * phi * linked) / (n1 * n2);
  const pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const spread1 = p1 * (1 - p1);
  const spread2 = p2 * (1 - p2);
  const root = (square: number): number => Math.sqrt(Math.max(0, square));
  const standardErrorPooled = root(pooled * (1 - pooled) * (1 / n1 + 1 / n2 - overlap));
  const standardError = root(spread1 / n1 + spread2 / n2 - overlap * Math.sqrt(spread1 * spread2));
  const z = standardErrorPooled > 0 ? difference / standardErrorPooled : null;
  return {
    computed: true,
    linked,
    p1,
    p2,
    difference,
    phi,
    z,
    p: z === null ? null : normalTwoSided(z),
    standardErrorPooled,
    intervalPooled: around(difference, q * standardErrorPooled),
    standardError,
    interval: around(difference, q * standardError),
  };
}
