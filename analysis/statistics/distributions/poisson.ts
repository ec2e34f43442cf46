/** The Poisson distribution: its lower tail. */
import { regularisedGamma } from "./incomplete-gamma.ts";

/**
 * The lower tail of the Poisson distribution, P(X ≤ k).
 * @param k a count
 * @param mean the mean, above 0
 * @returns the probability
 * @throws RangeError when the mean is not above 0
 * @see Abramowitz and Stegun (1964) 26.4.21
 * @example poissonCdf(0, 2) // e^−2
 */
export function poissonCdf(k: number, mean: number): number {
  if (!(mean > 0)) throw new RangeError("poissonCdf requires a mean above 0");
  return k < 0 ? 0 : regularisedGamma(Math.floor(k) + 1, mean).upper;
}
