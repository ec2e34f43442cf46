/** Verdicts on bounds: one stands only if it holds for everything within them, whatever the others of its family are. */
import type { Bounds } from "../bounds.ts";
import type { Family } from "../comparison/comparison-model.ts";
import { ADJUSTMENTS, ALPHA } from "../comparison/families.ts";
import { adjustPValues } from "../statistics/multiplicity.ts";
import type { StaffVerdict } from "./staff-comparison-model.ts";

/**
 * What a test with this range of p says.
 * @param p adjusted, two-sided
 * @returns significant if the largest p is, not significant if the smallest is not, else neither
 * @example stateOf({ low: 0.01, high: 0.3 }) // "only-bounds"
 */
export function stateOf({ low, high }: Bounds): "significant" | "not-significant" | "only-bounds" {
  if (high < ALPHA) return "significant";
  return low < ALPHA ? "only-bounds" : "not-significant";
}

/**
 * Adjusts ranges of p as one family. An adjusted p grows with every p of its family, so the largest ones together give
 * the largest, and the smallest ones the smallest.
 * @param ps one a test; null where nothing was tested
 * @param family whose adjustment to use
 * @returns adjusted ranges in the same order
 * @see Holm (1979); Benjamini and Hochberg (1995)
 * @example adjustRanges([{ low: 0.01, high: 0.02 }, null], "items")
 */
export function adjustRanges(ps: readonly (Bounds | null)[], family: Family): readonly (Bounds | null)[] {
  const ends = (end: keyof Bounds) =>
    adjustPValues(
      ps.map((p) => p?.[end] ?? null),
      ADJUSTMENTS[family],
    );
  const [lows, highs] = [ends("low"), ends("high")];
  return ps.map((_, place) => {
    const [low, high] = [lows[place] ?? null, highs[place] ?? null];
    return low === null || high === null ? null : { low, high };
  });
}

/**
 * The verdicts of one family, with adjusted p.
 * @param verdicts one a test; those not tested are not counted
 * @param family whose adjustment to use
 * @returns the verdicts in the same order
 * @example adjustBounded(verdicts, "scales")
 */
export function adjustBounded(verdicts: readonly StaffVerdict[], family: Family): readonly StaffVerdict[] {
  const adjusted = adjustRanges(
    verdicts.map((verdict) => (verdict.state === "not-tested" ? null : verdict.p)),
    family,
  );
  return verdicts.map((verdict, place): StaffVerdict => {
    const pAdjusted = adjusted[place] ?? null;
    if (verdict.state === "not-tested" || pAdjusted === null) return verdict;
    return { ...verdict, state: stateOf(pAdjusted), pAdjusted, family };
  });
}
