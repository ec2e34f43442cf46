/** Student's t distribution: tails, two-sided p, quantile. */
import { findMonotoneRoot } from "./find-root.ts";
import { regularisedBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal.ts";

/** P(|T| ≥ t): the beta tail x = df / (df + t²) of shapes df / 2 and ½. */
function bothTails(t: number, df: number): number {
  const ratio = (t / df) * t;
  const point = { x: 1 / (1 + ratio), complement: ratio === 0 ? 0 : 1 / (1 + 1 / ratio) };
  return regularisedBeta(point, df / 2, 0.5).lower;
}

function requireDf(df: number, who: string): void {
  if (!(df > 0)) throw new RangeError(`${who} requires degrees of freedom above 0`);
}

/**
 * The upper tail of Student's t, P(T > t).
 * @param t the statistic
 * @param df degrees of freedom, above 0, not necessarily whole
 * @returns the probability, with full relative accuracy for t above 0
 * @throws RangeError when df is not above 0
 * @see Abramowitz and Stegun (1964) 26.7.1 by the incomplete beta function
 * @example tUpper(2, 7) // 0.0428096…
 */
export function tUpper(t: number, df: number): number {
  requireDf(df, "tUpper");
  const half = bothTails(t, df) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * The lower tail of Student's t, P(T ≤ t).
 * @param t the statistic
 * @param df degrees of freedom, above 0
 * @returns the probability
 * @throws RangeError when df is not above 0
 * @see Abramowitz and Stegun (1964) 26.7.1
 * @example tCdf(0, 5) // 0.5
 */
export function tCdf(t: number, df: number): number {
  return tUpper(-t, df);
}

/**
 * The two-sided p value of a t statistic, P(|T| ≥ |t|).
 * @param t the statistic
 * @param df degrees of freedom, above 0
 * @returns the p value, 0 to 1
 * @throws RangeError when df is not above 0
 * @see Abramowitz and Stegun (1964) 26.7.1
 * @example tTwoSided(2.262157162740992, 9) // 0.05
 */
export function tTwoSided(t: number, df: number): number {
  requireDf(df, "tTwoSided");
  return bothTails(t, df);
}

/**
 * The quantile for many degrees of freedom, from the normal one.
 * @see Abramowitz and Stegun (1964) 26.7.5: Cornish-Fisher expansion up to df⁻⁴
 */
function expandedQuantile(z: number, df: number): number {
  const y = z * z;
  const g1 = (y + 1) / 4;
  const g2 = ((5 * y + 16) * y + 3) / 96;
  const g3 = (((3 * y + 19) * y + 17) * y - 15) / 384;
  const g4 = ((((79 * y + 776) * y + 1482) * y - 1920) * y - 945) / 92160;
  return z * (1 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df);
}

/**
 * The quantile of Student's t.
 * @param p lower probability, above 0 and below 1
 * @param df degrees of freedom, above 0
 * @returns t with P(T ≤ t) = p
 * @throws RangeError when p is not between 0 and 1 or df is not above 0
 * @see root of the logarithm of the tail in log t
 * @example tQuantile(0.975, 9) // 2.262157162740992
 */
export function tQuantile(p: number, df: number): number {
  requireDf(df, "tQuantile");
  if (!(p > 0 && p < 1)) throw new RangeError("tQuantile requires a probability between 0 and 1");
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const wanted = Math.log(2 * tail);
  const z = -normalQuantile(tail);
  // Beyond these bounds the neglected terms stay below 1e−11 of t.
  if (df >= 1000 && tail >= 1e-4) return (p < 0.5 ? -1 : 1) * expandedQuantile(z, df);
  const start = Math.log(Math.max(z, 1e-12)) + (z * z + 1) / (4 * df);
  const f = (u: number): number => Math.log(bothTails(Math.exp(u), df)) - wanted;
  const size = Math.exp(findMonotoneRoot(f, Math.min(start, 30), 0.05 + 0.5 / df));
  return p < 0.5 ? -size : size;
}
