/** The correlation of a yes-or-no answer with the same person's answer in another wave. */

/** Linked persons by what they did before and after. */
export interface PairedCounts {
  readonly both: number;
  readonly beforeOnly: number;
  readonly afterOnly: number;
  readonly neither: number;
}

/**
 * The phi coefficient.
 * @param counts linked persons by what they did
 * @param corrected whether to take the continuity correction n / 2 off a positive numerator
 * @returns phi, −1 to 1; 0 when a margin is empty
 * @see (ad − bc) / √((a + b)(c + d)(a + c)(b + d)); correction: Newcombe (1998), method 10
 * @example phiCoefficient({ both: 1, beforeOnly: 0, afterOnly: 0, neither: 1 }, false) // 1
 */
export function phiCoefficient(counts: PairedCounts, corrected: boolean): number {
  const { both: a, beforeOnly: b, afterOnly: c, neither: d } = counts;
  const margins = Math.sqrt((a + b) * (c + d)) * Math.sqrt((a + c) * (b + d));
  if (margins === 0) return 0;
  const excess = a * d - b * c;
  const kept = corrected && excess > 0 ? Math.max(0, excess - (a + b + c + d) / 2) : excess;
  return kept / margins;
}
