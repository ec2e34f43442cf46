/** McNemar's test: did more people start than stop? */
import { binomialCdf, binomialProbability } from "./distributions/binomial.ts";
import { chiSquareUpper } from "./distributions/chi-square.ts";
import type { PairedCounts } from "./phi-coefficient.ts";

/** All p values are two-sided, and 1 when nobody changed sides (chi-square then null). */
export interface McNemar {
  readonly chiSquare: number | null;
  readonly p: number;
  readonly chiSquareContinuity: number | null;
  readonly pContinuity: number;
  readonly pExact: number;
  /** The default: exact p without the needless half of the observed outcome. */
  readonly pMid: number;
  /** Started / stopped: Infinity when nobody stopped, null when nobody changed. */
  readonly oddsRatio: number | null;
}

/**
 * McNemar's test of linked persons.
 * @param counts linked persons by what they did; only those who changed sides matter
 * @returns the asymptotic, exact and mid-p versions
 * @throws RangeError when a count of changes is not a whole number of 0 or more
 * @see McNemar (1947); mid-p: Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13, 91
 * @example mcnemar({ both: 59, beforeOnly: 6, afterOnly: 16, neither: 80 }).pMid // 0.0347
 */
export function mcnemar({ beforeOnly, afterOnly }: PairedCounts): McNemar {
  const changed = beforeOnly + afterOnly;
  if (![beforeOnly, afterOnly].every((count) => Number.isInteger(count) && count >= 0)) {
    throw new RangeError("mcnemar requires whole counts of 0 or more");
  }
  if (changed === 0) {
    const nothing = { chiSquare: null, chiSquareContinuity: null, oddsRatio: null };
    return { ...nothing, p: 1, pContinuity: 1, pExact: 1, pMid: 1 };
  }
  const away = Math.abs(beforeOnly - afterOnly);
  const chiSquare = away ** 2 / changed;
  const chiSquareContinuity = Math.max(0, away - 1) ** 2 / changed;
  const fewer = Math.min(beforeOnly, afterOnly);
  const point = binomialProbability(fewer, changed, 0.5);
  const tail = 2 * binomialCdf(fewer, changed, 0.5);
  return {
    chiSquare,
    p: chiSquareUpper(chiSquare, 1),
    chiSquareContinuity,
    pContinuity: chiSquareUpper(chiSquareContinuity, 1),
    pExact: Math.min(1, tail),
    pMid: away === 0 ? 1 - point / 2 : tail - point,
    oddsRatio: beforeOnly > 0 ? afterOnly / beforeOnly : Number.POSITIVE_INFINITY,
  };
}
