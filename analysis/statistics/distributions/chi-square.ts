/** The chi-square distribution and the gamma quantile below it. */
import { findMonotoneRoot } from "./find-root.ts";
import { regularisedGamma } from "./incomplete-gamma.ts";
import { normalQuantile } from "./normal.ts";

/**
 * The upper tail of chi-square, P(X > x).
 * @param x the statistic, 0 or more
 * @param df degrees of freedom, above 0
 * @returns the probability
 * @throws RangeError when df is not above 0 or x is below 0
 * @see Abramowitz and Stegun (1964) 26.4.19
 * @example chiSquareUpper(3.841458820694124, 1) // 0.05
 */
export function chiSquareUpper(x: number, df: number): number {
  return regularisedGamma(df / 2, x / 2).upper;
}

/**
 * The quantile of chi-square.
 * @param p lower probability, above 0 and below 1
 * @param df degrees of freedom, above 0
 * @returns x with P(X ≤ x) = p
 * @throws RangeError when p is not between 0 and 1 or df is not above 0
 * @see root of the logarithm of the smaller tail
 * @example chiSquareQuantile(0.95, 1) // 3.841458820694124
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/**
 * The quantile of the gamma distribution with rate 1.
 * @param p lower probability, above 0 and below 1
 * @param shape the shape, above 0
 * @returns x with P(X ≤ x) = p
 * @throws RangeError when p is not between 0 and 1 or the shape is not above 0
 * @see root of the logarithm of the smaller tail
 * @example gammaQuantile(0.5, 1) // log 2
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("gammaQuantile requires a probability between 0 and 1");
  if (!(shape > 0)) throw new RangeError("gammaQuantile requires a shape above 0");
  const f = (u: number): number => {
    const tails = regularisedGamma(shape, Math.exp(u));
    return p < 0.5 ? Math.log(tails.lower) - Math.log(p) : Math.log1p(-p) - Math.log(tails.upper);
  };
  const spread = 1 / Math.sqrt(shape);
  const start = p < 0.01 && shape < 1 ? Math.log(p) / shape : Math.log(shape) + normalQuantile(p) * spread;
  return Math.exp(findMonotoneRoot(f, start, 0.05 * spread * (1 + spread)));
}
