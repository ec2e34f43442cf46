/** The standard normal distribution: density, both tails, quantile. */
import { findMonotoneRoot } from "./find-root.ts";

const ROOT_32 = 5.656854249492381;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

// Rational Chebyshev approximations of Cody (1969), in the arrangement of Algorithm 715 for the normal integral.
const NEAR_P = [161.02823106855587, 1067.6894854603709, 18154.98125334356, 0.06568233791820745] as const;
const NEAR_Q = [47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673] as const;
const MIDDLE_P = [
  0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002, 2494.5375852903726,
  6848.190450536283, 11602.65143764735, 9842.714838383978, 1.0765576773720192e-8,
] as const;
const MIDDLE_Q = [
  22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
  34900.95272114598, 38912.00328609327, 19685.429676859992,
] as const;
const FAR_P = [
  0.215898534057957, 0.12740116116024736, 0.022235277870649807, 0.0014216191932278934,
  0.000029112874951168793, 0.023073441764940174,
] as const;
const FAR_Q = [
  1.284260096144911, 0.4682382124808651, 0.06598813786892856, 0.0037823963320275824, 0.00007297515550839662,
] as const;

/** exp(−z² / 2) with z² split so that its rounding does not reach the exponent. */
function expHalfSquare(z: number): number {
  const rounded = Math.trunc(z * 16) / 16;
  const rest = (z - rounded) * (z + rounded);
  return Math.exp(-rounded * rounded * 0.5) * Math.exp(-rest * 0.5);
}

function middleTail(z: number): number {
  let numerator = MIDDLE_P[8] * z;
  let denominator = z;
  for (let i = 0; i < 7; i += 1) {
    numerator = (numerator + (MIDDLE_P[i] ?? 0)) * z;
    denominator = (denominator + (MIDDLE_Q[i] ?? 0)) * z;
  }
  return (expHalfSquare(z) * (numerator + MIDDLE_P[7])) / (denominator + MIDDLE_Q[7]);
}

function farTail(z: number): number {
  const inverse = 1 / (z * z);
  let numerator = FAR_P[5] * inverse;
  let denominator = inverse;
  for (let i = 0; i < 4; i += 1) {
    numerator = (numerator + (FAR_P[i] ?? 0)) * inverse;
    denominator = (denominator + (FAR_Q[i] ?? 0)) * inverse;
  }
  const correction = (inverse * (numerator + FAR_P[4])) / (denominator + FAR_Q[4]);
  return (expHalfSquare(z) * (ONE_OVER_ROOT_TWO_PI - correction)) / z;
}

/** Φ(z) − ½ for |z| up to 0.67448975. */
function nearCentre(z: number): number {
  const square = z * z;
  let numerator = NEAR_P[3] * square;
  let denominator = square;
  const lead = [2.2352520354606837, NEAR_P[0], NEAR_P[1]];
  for (let i = 0; i < 3; i += 1) {
    numerator = (numerator + (lead[i] ?? 0)) * square;
    denominator = (denominator + (NEAR_Q[i] ?? 0)) * square;
  }
  return (z * (numerator + NEAR_P[2])) / (denominator + NEAR_Q[3]);
}

/**
 * The upper tail of the standard normal distribution, P(Z > z).
 * @param z a point, any number
 * @returns the probability with full relative accuracy down to the smallest doubles
 * @see Cody (1969), Rational Chebyshev approximations for the error function
 * @example normalUpper(1.96) // 0.0249978951482204
 */
export function normalUpper(z: number): number {
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 - nearCentre(z);
  const tail = size <= ROOT_32 ? middleTail(size) : size < 40 ? farTail(size) : 0;
  return z > 0 ? tail : 1 - tail;
}

/**
 * The lower tail of the standard normal distribution, P(Z ≤ z).
 * @param z a point, any number
 * @returns the probability
 * @see Cody (1969)
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/**
 * The two-sided p value of a standard normal statistic, P(|Z| ≥ |z|).
 * @param z the statistic
 * @returns the p value, 0 to 1
 * @see Cody (1969)
 * @example normalTwoSided(1.959963984540054) // 0.05
 */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpper(Math.abs(z)));
}

/**
 * The quantile of the standard normal distribution.
 * @param p lower probability, above 0 and below 1
 * @returns z with P(Z ≤ z) = p
 * @throws RangeError when p is not between 0 and 1
 * @see root of the logarithm of the tail; start from Abramowitz and Stegun (1964) 26.2.23
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError("normalQuantile requires a probability between 0 and 1");
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const size = tail > 0.4 ? centralQuantile(tail) : tailQuantile(tail);
  return p < 0.5 ? -size : size;
}

function centralQuantile(tail: number): number {
  return findMonotoneRoot((z) => nearCentre(z) - (0.5 - tail), 0.1, 0.1);
}

function tailQuantile(tail: number): number {
  const wanted = Math.log(tail);
  const s = Math.sqrt(-2 * wanted);
  let z =
    s - (2.515517 + s * (0.802853 + s * 0.010328)) / (1 + s * (1.432788 + s * (0.189269 + s * 0.001308)));
  for (let i = 0; i < 4; i += 1) {
    const upper = normalUpper(z);
    const density = ONE_OVER_ROOT_TWO_PI * expHalfSquare(z);
    if (density === 0 || upper === 0) break;
    z += ((Math.log(upper) - wanted) * upper) / density;
  }
  return z;
}
