/** The beta and F distributions: upper tail of F and the quantiles of both. */
import { findMonotoneRoot } from "./find-root.ts";
import { regularisedBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal.ts";

/**
 * The upper tail of F, P(F > x).
 * @param x the statistic, 0 or more
 * @param df1 numerator degrees of freedom, above 0
 * @param df2 denominator degrees of freedom, above 0
 * @returns the probability
 * @throws RangeError when x is below 0 or a degree of freedom is not above 0
 * @see Abramowitz and Stegun (1964) 26.6.2
 * @example fUpper(4.9646, 1, 10) // about 0.05
 */
export function fUpper(x: number, df1: number, df2: number): number {
  if (!(x >= 0)) throw new RangeError("fUpper requires a statistic of 0 or more");
  const ratio = (x * df1) / df2;
  const point = { x: ratio === 0 ? 0 : 1 / (1 + 1 / ratio), complement: 1 / (1 + ratio) };
  return regularisedBeta(point, df1 / 2, df2 / 2).upper;
}

/** log(x / (1 − x)) of the beta quantile: loses no digits at either end. */
function betaLogit(p: number, a: number, b: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("a quantile requires a probability between 0 and 1");
  if (!(a > 0) || !(b > 0)) throw new RangeError("a beta quantile requires shapes above 0");
  const f = (u: number): number => {
    const odds = Math.exp(u);
    const point = { x: odds === 0 ? 0 : 1 / (1 + 1 / odds), complement: 1 / (1 + odds) };
    const tails = regularisedBeta(point, a, b);
    return p < 0.5 ? Math.log(tails.lower) - Math.log(p) : Math.log1p(-p) - Math.log(tails.upper);
  };
  const spread = Math.sqrt(1 / a + 1 / b);
  return findMonotoneRoot(f, Math.log(a / b) + normalQuantile(p) * spread, 0.05 * spread * (1 + spread));
}

/**
 * The quantile of the beta distribution.
 * @param p lower probability, above 0 and below 1
 * @param a first shape, above 0
 * @param b second shape, above 0
 * @returns x with P(X ≤ x) = p
 * @throws RangeError when p is not between 0 and 1 or a shape is not above 0
 * @see root of the logarithm of the smaller tail in the logit of x
 * @example betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaLogit(p, a, b)));
}

/**
 * The quantile of F.
 * @param p lower probability, above 0 and below 1
 * @param df1 numerator degrees of freedom, above 0
 * @param df2 denominator degrees of freedom, above 0
 * @returns x with P(F ≤ x) = p
 * @throws RangeError when p is not between 0 and 1 or a degree of freedom is not above 0
 * @see Abramowitz and Stegun (1964) 26.6.2 by the beta quantile
 * @example fQuantile(0.95, 1, 10) // 4.9646027437307128
 */
export function fQuantile(p: number, df1: number, df2: number): number {
  return (Math.exp(betaLogit(p, df1 / 2, df2 / 2)) * df2) / df1;
}
