/** The noncentral t distribution by Gauss-Legendre quadrature, and the limits of its noncentrality. */
import { findRoot } from "./find-root.ts";
import type { Tails } from "./incomplete-gamma.ts";
import { normalQuantile, normalUpper } from "./normal.ts";
import { stirlingError } from "./stirling.ts";

const NODE_COUNT = 16;

interface Rule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** Gauss-Legendre nodes and weights on −1 to 1 by Newton's method on the Legendre polynomial. */
function legendreRule(count: number): Rule {
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < count; i += 1) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round += 1) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= count; k += 1) {
        [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      }
      slope = (count * (x * value - previous)) / (x * x - 1);
      const step = value / slope;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return { nodes, weights };
}

const RULE = legendreRule(NODE_COUNT);

/** Places between which the integrand is smooth: around 1, where s lies, and around ncp / t, where the normal turns. */
function knots(t: number, df: number, ncp: number): number[] {
  const spread = 1 / Math.sqrt(2 * df);
  const begin = Math.max(0, 1 - 8.6 * spread);
  const end = 1 + 8.6 * spread + (df < 30 ? 12 / df : 0);
  const places = [-5.5, -3, -1, 1, 3, 5.5].map((k) => 1 + k * spread);
  if (df < 4) places.push(1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 0.01, 0.05, 0.15, 0.3, 0.5, 0.75);
  if (t !== 0) {
    for (const k of [-8.5, -5, -2, 0, 2, 5, 8.5]) places.push(ncp / t + k / Math.abs(t));
  }
  const inside = places.filter((place) => place > begin && place < end).sort((one, two) => one - two);
  return [begin, ...inside, end];
}

/**
 * Both tails of the noncentral t distribution.
 * @param t the statistic
 * @param df degrees of freedom, 1 or more
 * @param ncp the noncentrality
 * @returns P(T ≤ t) as `lower` and P(T > t) as `upper`, good to about 1e-13
 * @throws RangeError when df is below 1
 * @see P(T ≤ t) = ∫ Φ(t s − ncp) f(s) ds over s = √(χ² / df)
 * @example noncentralT(2, 7, 1).lower // 0.7945050116610167
 */
export function noncentralT(t: number, df: number, ncp: number): Tails {
  if (!(df >= 1)) throw new RangeError("noncentralT requires at least one degree of freedom");
  const half = df / 2;
  const scale = 2 * Math.sqrt(half / (2 * Math.PI)) * Math.exp(-stirlingError(half));
  const places = knots(t, df, ncp);
  let lower = 0;
  let upper = 0;
  let total = 0;
  for (let i = 0; i + 1 < places.length; i += 1) {
    const from = places[i] ?? 0;
    const width = ((places[i + 1] ?? 0) - from) / 2;
    if (width <= 0) continue;
    for (let j = 0; j < NODE_COUNT; j += 1) {
      const s = from + width * (1 + (RULE.nodes[j] ?? 0));
      const log = (df - 1) * Math.log(s) - (df * (s - 1) * (s + 1)) / 2;
      const density = scale * Math.exp(log) * width * (RULE.weights[j] ?? 0);
      const z = t * s - ncp;
      const above = Math.abs(z) > 9 ? 0 : normalUpper(Math.abs(z));
      lower += density * (z > 0 ? 1 - above : above);
      upper += density * (z > 0 ? above : 1 - above);
      total += density;
    }
  }
  return { lower: lower / total, upper: upper / total };
}

/** The noncentrality at which the lower tail at t equals p: a root on the probit scale, where it is nearly a line. */
function noncentralityAt(t: number, df: number, p: number): number {
  const wanted = normalQuantile(p);
  const f = (ncp: number): number => {
    const tails = noncentralT(t, df, ncp);
    if (tails.lower <= 0) return -40 - wanted;
    if (tails.upper <= 0) return 40 - wanted;
    return (tails.lower < 0.5 ? normalQuantile(tails.lower) : -normalQuantile(tails.upper)) - wanted;
  };
  const spread = Math.sqrt(1 + (t * t) / (2 * df));
  const guess = t - wanted * spread;
  const near = secantRoot(f, guess, -1 / spread);
  if (near !== null) return near;
  let step = 0.05 * spread;
  while (f(guess - step) < 0 || f(guess + step) > 0) step *= 2;
  return findRoot(f, guess - step, guess + step, 1e-13);
}

/** A few secant steps on a function that is nearly a line of this slope; null when they do not settle. */
function secantRoot(f: (x: number) => number, first: number, slope: number): number | null {
  let before = first;
  let fBefore = f(before);
  if (Math.abs(fBefore) < 1e-12) return first;
  let at = first - fBefore / slope;
  for (let round = 0; round < 8; round += 1) {
    const fAt = f(at);
    if (Math.abs(fAt) < 1e-12) return at;
    const next = at - (fAt * (at - before)) / (fAt - fBefore);
    if (!Number.isFinite(next)) return null;
    const step = Math.abs(next - at);
    [before, fBefore, at] = [at, fAt, next];
    if (step < 1e-7) return at;
  }
  return null;
}

/**
 * The limits of the noncentrality of an observed t, the base of exact limits for standardised mean differences.
 * @param t the observed statistic
 * @param df degrees of freedom, 1 or more
 * @param level confidence level, above 0 and below 1
 * @returns the limits: `lower` leaves (1 − level) / 2 above t, `upper` leaves as much below
 * @throws RangeError when df is below 1 or the level is not between 0 and 1
 * @see Steiger and Fouladi (1997), Noncentrality interval estimation
 * @example noncentralityLimits(0, 7, 0.95) // −1.96 to 1.96
 */
export function noncentralityLimits(
  t: number,
  df: number,
  level: number,
): { readonly lower: number; readonly upper: number } {
  if (!(level > 0 && level < 1)) throw new RangeError("noncentralityLimits requires a level between 0 and 1");
  const tail = (1 - level) / 2;
  return { lower: noncentralityAt(t, df, 1 - tail), upper: noncentralityAt(t, df, tail) };
}
