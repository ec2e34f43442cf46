/** The binomial distribution: point probability and both tails. */
import { binomialPoint, regularisedBeta } from "./incomplete-beta.ts";

function requireTrials(n: number, p: number, who: string): void {
  if (!Number.isInteger(n) || n < 0)
    throw new RangeError(`${who} requires a whole number of trials, 0 or more`);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`${who} requires a probability between 0 and 1`);
}

/**
 * The binomial point probability, P(X = k).
 * @param k successes; 0 outside 0 to n
 * @param n trials, a whole number
 * @param p probability of a success
 * @returns the probability
 * @throws RangeError when n is not a whole number of 0 or more, or p is outside 0 to 1
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities
 * @example binomialProbability(5, 10, 0.5) // 0.24609375
 */
export function binomialProbability(k: number, n: number, p: number): number {
  requireTrials(n, p, "binomialProbability");
  if (k < 0 || k > n) return 0;
  return n === 0 ? 1 : binomialPoint(k, n, p, 1 - p);
}

/**
 * The lower tail of the binomial distribution, P(X ≤ k).
 * @param k successes
 * @param n trials, a whole number
 * @param p probability of a success
 * @returns the probability
 * @throws RangeError when n is not a whole number of 0 or more, or p is outside 0 to 1
 * @see Abramowitz and Stegun (1964) 26.5.24
 * @example binomialCdf(5, 10, 0.5) // 0.623046875
 */
export function binomialCdf(k: number, n: number, p: number): number {
  requireTrials(n, p, "binomialCdf");
  if (k < 0) return 0;
  if (k >= n) return 1;
  return regularisedBeta({ x: p, complement: 1 - p }, k + 1, n - k).upper;
}

/**
 * The upper tail of the binomial distribution with the point itself, P(X ≥ k).
 * @param k successes
 * @param n trials, a whole number
 * @param p probability of a success
 * @returns the probability
 * @throws RangeError when n is not a whole number of 0 or more, or p is outside 0 to 1
 * @see Abramowitz and Stegun (1964) 26.5.24
 * @example binomialAtLeast(6, 10, 0.5) // 0.376953125
 */
export function binomialAtLeast(k: number, n: number, p: number): number {
  requireTrials(n, p, "binomialAtLeast");
  if (k <= 0) return 1;
  if (k > n) return 0;
  return regularisedBeta({ x: p, complement: 1 - p }, k, n - k + 1).lower;
}
