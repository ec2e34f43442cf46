/** Two one-sided tests: is a difference small enough to count as none? */
import { tCdf, tQuantile, tUpper } from "./distributions/student-t.ts";
import { around, type Interval } from "./interval.ts";

/** An estimate as the t tests return it. */
export interface EstimateWithError {
  readonly estimate: number;
  readonly standardError: number;
  readonly df: number;
}

/** The verdict on equivalence. */
export interface EquivalenceTest {
  readonly tLower: number;
  readonly tUpper: number;
  /** One-sided p that the difference is above the lower bound, and below the upper one. */
  readonly pLower: number;
  readonly pUpper: number;
  /** The larger of the two. */
  readonly p: number;
  readonly equivalent: boolean;
  /** Interval with level 1 − 2 alpha: inside the bounds exactly when equivalent. */
  readonly interval: Interval;
}

/**
 * Two one-sided tests on the raw scale.
 * @param estimate a difference with its standard error and degrees of freedom
 * @param bounds the smallest differences that would matter, in the estimate's units
 * @param alpha error probability, above 0 and below ½
 * @returns both tests and the verdict
 * @throws RangeError when the bounds are not in order, alpha not between 0 and ½, or the standard error not above 0
 * @see Schuirmann (1987); Lakens (2017)
 * @example equivalenceTest({ estimate: 0.02, standardError: 0.05, df: 99 }, { lower: -0.2, upper: 0.2 })
 */
export function equivalenceTest(
  { estimate, standardError, df }: EstimateWithError,
  bounds: Interval,
  alpha = 0.05,
): EquivalenceTest {
  if (!(bounds.lower < bounds.upper))
    throw new RangeError("equivalenceTest requires a lower bound below the upper");
  if (!(alpha > 0 && alpha < 0.5))
    throw new RangeError("equivalenceTest requires an alpha between 0 and one half");
  if (!(standardError > 0)) throw new RangeError("equivalenceTest requires a standard error above 0");
  const fromLower = (estimate - bounds.lower) / standardError;
  const fromUpper = (estimate - bounds.upper) / standardError;
  const pLower = tUpper(fromLower, df);
  const pUpper = tCdf(fromUpper, df);
  const p = Math.max(pLower, pUpper);
  return {
    tLower: fromLower,
    tUpper: fromUpper,
    pLower,
    pUpper,
    p,
    equivalent: p < alpha,
    interval: around(estimate, -tQuantile(alpha, df) * standardError),
  };
}
