/** Power of t tests, the smallest effect they are likely to find, and how many answers an effect needs. */
import { findMonotoneRoot } from "./distributions/find-root.ts";
import { noncentralT } from "./distributions/noncentral-t.ts";
import { normalQuantile } from "./distributions/normal.ts";
import { tQuantile } from "./distributions/student-t.ts";

/** Power with both tails counted; rejecting in the wrong direction counts too, as in R's strict = TRUE. */
function powerOf(df: number, noncentrality: number, alpha: number): number {
  const critical = -tQuantile(alpha / 2, df);
  return noncentralT(critical, df, noncentrality).upper + noncentralT(-critical, df, noncentrality).lower;
}

function requireRates(alpha: number, power: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError("power requires an alpha between 0 and 1");
  if (!(power > alpha && power < 1))
    throw new RangeError("power requires a wanted power between alpha and 1");
}

/**
 * The power of the two-sided paired t test.
 * @param pairs number of linked persons, 2 or more
 * @param dZ the effect, mean change / sd of the changes
 * @param alpha error probability
 * @returns the probability of a significant result
 * @throws RangeError when there are fewer than two pairs or alpha is not between 0 and 1
 * @see Cohen (1988), chapter 2, by the noncentral t with ncp = √n d_z
 * @example powerOfPairedT(30, 0.5) // 0.754
 */
export function powerOfPairedT(pairs: number, dZ: number, alpha = 0.05): number {
  if (!(pairs >= 2)) throw new RangeError("powerOfPairedT requires at least two pairs");
  if (!(alpha > 0 && alpha < 1)) throw new RangeError("power requires an alpha between 0 and 1");
  return powerOf(pairs - 1, Math.sqrt(pairs) * dZ, alpha);
}

/**
 * The power of the two-sided two-sample t test.
 * @param sizes number of answers in each sample, 2 or more
 * @param dS the effect, difference / pooled sd
 * @param alpha error probability
 * @returns the probability of a significant result
 * @throws RangeError when a sample has fewer than two answers or alpha is not between 0 and 1
 * @see Cohen (1988), chapter 2, by the noncentral t with ncp = d √(n1 n2 / (n1 + n2))
 * @example powerOfTwoSampleT([64, 64], 0.5) // 0.801
 */
export function powerOfTwoSampleT(sizes: readonly [number, number], dS: number, alpha = 0.05): number {
  const [n1, n2] = sizes;
  if (!(n1 >= 2) || !(n2 >= 2))
    throw new RangeError("powerOfTwoSampleT requires at least two answers a sample");
  if (!(alpha > 0 && alpha < 1)) throw new RangeError("power requires an alpha between 0 and 1");
  return powerOf(n1 + n2 - 2, dS * Math.sqrt((n1 * n2) / (n1 + n2)), alpha);
}

/** The effect at which a power function of log(effect) reaches what is wanted. */
function effectWith(powerAt: (effect: number) => number, power: number, guess: number): number {
  const probit = (p: number): number => normalQuantile(Math.min(1 - 1e-15, Math.max(1e-300, p)));
  const wanted = probit(power);
  return Math.exp(findMonotoneRoot((log) => probit(powerAt(Math.exp(log))) - wanted, Math.log(guess), 0.05));
}

/**
 * The smallest d_z that the two-sided paired t test is likely to find.
 * @param pairs number of linked persons, 2 or more
 * @param power wanted power
 * @param alpha error probability
 * @returns the smallest detectable d_z, in standard deviations of the changes
 * @throws RangeError when there are fewer than two pairs, or power and alpha do not fit
 * @see Cohen (1988), chapter 2
 * @example smallestDetectableDz(8) // 1.16
 */
export function smallestDetectableDz(pairs: number, power = 0.8, alpha = 0.05): number {
  requireRates(alpha, power);
  const guess = (normalQuantile(power) - normalQuantile(alpha / 2)) / Math.sqrt(pairs);
  return effectWith((dZ) => powerOfPairedT(pairs, dZ, alpha), power, guess);
}

/**
 * The smallest d_s that the two-sided two-sample t test is likely to find.
 * @param sizes number of answers in each sample, 2 or more
 * @param power wanted power
 * @param alpha error probability
 * @returns the smallest detectable d_s, in pooled standard deviations
 * @throws RangeError when a sample has fewer than two answers, or power and alpha do not fit
 * @see Cohen (1988), chapter 2
 * @example smallestDetectableDs([64, 64]) // 0.5
 */
export function smallestDetectableDs(sizes: readonly [number, number], power = 0.8, alpha = 0.05): number {
  requireRates(alpha, power);
  const [n1, n2] = sizes;
  const guess = (normalQuantile(power) - normalQuantile(alpha / 2)) * Math.sqrt(1 / n1 + 1 / n2);
  return effectWith((dS) => powerOfTwoSampleT(sizes, dS, alpha), power, guess);
}

/**
 * How many linked persons an effect needs.
 * @param dZ the effect, mean change / sd of the changes; not 0
 * @param power wanted power
 * @param alpha error probability
 * @returns the number as the power function gives it, and rounded up to whole persons
 * @throws RangeError when the effect is 0, or power and alpha do not fit
 * @see Cohen (1988), chapter 2
 * @example pairsNeeded(0.5).pairs // 34
 */
export function pairsNeeded(
  dZ: number,
  power = 0.8,
  alpha = 0.05,
): { readonly exact: number; readonly pairs: number } {
  requireRates(alpha, power);
  const size = Math.abs(dZ);
  if (!(size > 0) || !Number.isFinite(size))
    throw new RangeError("pairsNeeded requires an effect other than 0");
  if (powerOfPairedT(2.0001, size, alpha) >= power) return { exact: 2, pairs: 2 };
  const guess = ((normalQuantile(power) - normalQuantile(alpha / 2)) / size) ** 2 + 1;
  const exact =
    2 + effectWith((above) => powerOfPairedT(2 + above, size, alpha), power, Math.max(guess - 1, 0.5));
  return { exact, pairs: Math.ceil(exact - 1e-9) };
}
