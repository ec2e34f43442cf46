/** The regularised incomplete gamma function, both tails. */
import { devianceTerm, stirlingError } from "./stirling.ts";

const TINY = 1e-300;
const MAXIMUM_TERMS = 100_000;

/** Both tails of a continuous distribution at one point. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The Poisson probability x^k e^−x / Γ(k + 1), also between whole numbers.
 * @param k a count, 0 or more, not necessarily whole
 * @param mean the mean, 0 or more
 * @returns the probability (density in k between whole numbers)
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities, section 5
 * @example poissonPoint(0, 2) // e^−2
 */
function poissonPoint(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - devianceTerm(k, mean)) / Math.sqrt(2 * Math.PI * k);
}

function lowerSeries(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let n = 1; n < MAXIMUM_TERMS; n += 1) {
    term *= x / (a + n);
    total += term;
    if (term < total * 1e-17) break;
  }
  return total;
}

/** Continued fraction of Γ(a, x) e^x x^−a by the modified Lentz method. */
function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < MAXIMUM_TERMS; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < TINY) d = TINY;
    c = b + an / c;
    if (Math.abs(c) < TINY) c = TINY;
    d = 1 / d;
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}

/**
 * The regularised incomplete gamma function: P(a, x) as `lower`, Q(a, x) as `upper`.
 * Each tail is computed directly where it is the small one.
 * @param a the shape, above 0
 * @param x the point, 0 or more
 * @returns both tails; they add up to 1
 * @throws RangeError when a is not above 0 or x is below 0
 * @see Press et al. (2007), Numerical Recipes, 6.2, with Loader's prefactor
 * @example regularisedGamma(1, 2).upper // e^−2
 */
export function regularisedGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0))
    throw new RangeError("regularisedGamma requires a shape above 0 and a point of 0 or more");
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const point = poissonPoint(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, point * lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, point * a * upperFraction(a, x));
  return { lower: 1 - upper, upper };
}
