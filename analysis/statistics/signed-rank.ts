/** The Wilcoxon signed-rank test of linked persons, with both rules for persons who did not change. */
import { normalTwoSided } from "./distributions/normal.ts";
import { signedRankTails } from "./distributions/rank-distributions.ts";
import { eachValue, type FrequencyTable } from "./frequency-table.ts";
import { midranks, repeatEach } from "./midranks.ts";
import { changes, type PairedTable } from "./paired-table.ts";

/** What becomes of changes of 0: ranked with the others and then dropped (Pratt), or dropped before ranking. */
export type ZeroRule = "pratt" | "drop";

/** The signed-rank test. p values are two-sided; 1 (and z null) when nobody changed. */
export interface SignedRank {
  readonly nonzero: number;
  /** Rank sum of those who went up, and of those who went down. */
  readonly up: number;
  readonly down: number;
  readonly meanOfSum: number;
  readonly varianceOfSum: number;
  readonly z: number | null;
  readonly pNormal: number | null;
  /** With continuity correction ½. */
  readonly zContinuity: number | null;
  readonly pNormalContinuity: number | null;
  /** From all sign patterns, ties included; null above `exactUpTo` changed persons. */
  readonly pExact: number | null;
  /** (up − down) / (up + down), −1 to 1; null when nobody changed. */
  readonly rankBiserial: number | null;
}

interface RankedChange {
  readonly rank: number;
  readonly up: number;
  readonly down: number;
}

/** The non-zero sizes of change with their ranks, and how many went up and down by that much. */
function rankChanges(change: FrequencyTable, rule: ZeroRule): RankedChange[] {
  const bySize = new Map<number, { size: number; up: number; down: number }>();
  let zeros = 0;
  eachValue(change, (value, count) => {
    if (value === 0) {
      zeros = count;
      return;
    }
    const size = Math.abs(value);
    const known = bySize.get(size) ?? { size, up: 0, down: 0 };
    if (value > 0) known.up += count;
    else known.down += count;
    bySize.set(size, known);
  });
  const sizes = [...bySize.values()].sort((one, other) => one.size - other.size);
  const ranks = midranks({
    values: sizes.map(({ size }) => size),
    counts: sizes.map(({ up, down }) => up + down),
    n: change.n - zeros,
    missing: 0,
  });
  const shift = rule === "pratt" ? zeros : 0;
  return sizes.map(({ up, down }, i) => ({ rank: (ranks[i] ?? 0) + shift, up, down }));
}

/**
 * The signed-rank test of the changes (after − before). Changes are rounded to 1e−10 before they are ranked.
 * @param table the pairs; persons with one answer take no part
 * @param rule what becomes of changes of 0
 * @param exactUpTo most changed persons for whom the exact p is worked out
 * @returns the test, two-sided
 * @see Wilcoxon (1945); Pratt (1959); exact p: min(1, 2 min(P(W ≤ w), P(W ≥ w))), Streitberg and Röhmel (1986)
 * @example signedRank(linkWaves([3, 4, 2], [4, 4, 4]).linked, "pratt")
 */
export function signedRank(table: PairedTable, rule: ZeroRule, exactUpTo = 400): SignedRank {
  const ranked = rankChanges(changes(table), rule);
  const sum = (of: (one: RankedChange) => number): number =>
    ranked.reduce((total, one) => total + of(one), 0);
  const nonzero = sum(({ up, down }) => up + down);
  const up = sum((one) => one.rank * one.up);
  const down = sum((one) => one.rank * one.down);
  const meanOfSum = (up + down) / 2;
  const varianceOfSum = sum((one) => one.rank * one.rank * (one.up + one.down)) / 4;
  const sd = Math.sqrt(varianceOfSum);
  const away = up - meanOfSum;
  const z = sd > 0 ? away / sd : null;
  const zContinuity = sd > 0 ? (away - Math.sign(away) / 2) / sd : null;
  const all = (): number[] =>
    repeatEach(
      ranked.map((one) => one.rank),
      ranked.map((one) => one.up + one.down),
    );
  return {
    nonzero,
    up,
    down,
    meanOfSum,
    varianceOfSum,
    z,
    pNormal: z === null ? null : normalTwoSided(z),
    zContinuity,
    pNormalContinuity: zContinuity === null ? null : normalTwoSided(zContinuity),
    pExact: nonzero === 0 ? 1 : nonzero > exactUpTo ? null : exactP(all(), up),
    rankBiserial: nonzero === 0 ? null : (up - down) / (up + down),
  };
}

function exactP(ranks: readonly number[], up: number): number {
  const tails = signedRankTails(ranks, up);
  return Math.min(1, 2 * Math.min(tails.lower, tails.upper));
}
