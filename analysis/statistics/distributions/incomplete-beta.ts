/** The regularised incomplete beta function, both tails. */
import type { Tails } from "./incomplete-gamma.ts";
import { devianceTerm, stirlingError } from "./stirling.ts";

const TINY = 1e-300;
const MAXIMUM_TERMS = 100_000;

/** Where a beta probability is wanted: x and its complement, both given so that neither is rounded away. */
export interface BetaPoint {
  readonly x: number;
  /** 1 − x */
  readonly complement: number;
}

/**
 * The binomial probability C(n, k) p^k q^(n − k), also between whole numbers.
 * @param k successes, 0 to n, not necessarily whole
 * @param n trials, above 0, not necessarily whole
 * @param p probability of a success
 * @param q 1 − p, given apart so that a tiny q keeps its digits
 * @returns the probability
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities, section 3
 * @example binomialPoint(1, 2, 0.5, 0.5) // 0.5
 */
export function binomialPoint(k: number, n: number, p: number, q: number): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (q === 0) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * (p < 0.5 ? Math.log1p(-p) : Math.log(q)));
  if (k === n) return Math.exp(n * (q < 0.5 ? Math.log1p(-q) : Math.log(p)));
  const rest = n - k;
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(rest) -
    devianceTerm(k, n * p) -
    devianceTerm(rest, n * q);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * rest));
}

/** Continued fraction of the incomplete beta function by the modified Lentz method. */
function betaFraction(a: number, b: number, x: number): number {
  const sum = a + b;
  let c = 1;
  let d = 1 - (sum * x) / (a + 1);
  if (Math.abs(d) < TINY) d = TINY;
  d = 1 / d;
  let h = d;
  for (let m = 1; m < MAXIMUM_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + even / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    h *= d * c;
    const odd = (-(a + m) * (sum + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    if (Math.abs(d) < TINY) d = TINY;
    c = 1 + odd / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/**
 * The regularised incomplete beta function: I_x(a, b) as `lower`, its complement as `upper`.
 * @param point x and 1 − x, each between 0 and 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns both tails; the one on the far side of the mean keeps full relative accuracy
 * @throws RangeError when a shape is not above 0 or x is outside 0 to 1
 * @see Press et al. (2007), Numerical Recipes, 6.4, with Loader's prefactor
 * @example regularisedBeta({ x: 0.5, complement: 0.5 }, 2, 2).lower // 0.5
 */
export function regularisedBeta(point: BetaPoint, a: number, b: number): Tails {
  const { x, complement } = point;
  if (!(a > 0) || !(b > 0)) throw new RangeError("regularisedBeta requires shapes above 0");
  if (!(x >= 0) || !(complement >= 0)) throw new RangeError("regularisedBeta requires x between 0 and 1");
  if (x === 0) return { lower: 0, upper: 1 };
  if (complement === 0) return { lower: 1, upper: 0 };
  const prefactor = (binomialPoint(a, a + b, x, complement) * a * b) / (a + b);
  if (x * (a + b + 2) <= a + 1) {
    const lower = Math.min(1, (prefactor / a) * betaFraction(a, b, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, (prefactor / b) * betaFraction(b, a, complement));
  return { lower: 1 - upper, upper };
}
