/** Reliability from the two halves of a scale, and Guttman's sixth lower bound. */
import { correlations, covariances, type ItemMoments } from "./item-moments.ts";
import { cell, invertSymmetric } from "./matrix.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/**
 * Split-half reliability: items 1, 3, 5, … against items 2, 4, 6, …, stepped up to the full length.
 * @param moments sums and cross products of complete rows
 * @returns the correlation of the halves and 2 r / (1 + r); "too-few-answers" or "no-variance"
 * @see Spearman (1910); Brown (1910)
 * @example splitHalf(itemMoments(columns))
 */
export function splitHalf(
  moments: ItemMoments,
): Outcome<{ readonly correlation: number; readonly reliability: number }> {
  if (moments.n < 2) return notComputed("too-few-answers");
  const covariance = covariances(moments);
  const totals = [0, 0, 0];
  covariance.forEach((row, i) => {
    row.forEach((value, j) => {
      const place = (i % 2) + (j % 2);
      totals[place] = (totals[place] ?? 0) + value;
    });
  });
  const [odd = 0, twiceBetween = 0, even = 0] = totals;
  const nothing = 1e-12 * covariance.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  if (!(odd > nothing) || !(even > nothing)) return notComputed("no-variance");
  const correlation = twiceBetween / 2 / Math.sqrt(odd * even);
  if (correlation < -1 + 1e-12) return notComputed("no-variance");
  return { computed: true, correlation, reliability: (2 * correlation) / (1 + correlation) };
}

/**
 * Guttman's lambda 6: reliability bounded from what each item shares with all others.
 * @param moments sums and cross products of complete rows
 * @returns lambda 6; "too-few-answers" unless there are more than k + 1 persons, "no-variance" when items repeat
 * @see Guttman (1945): 1 − Σ (1 − smc_i) / Σ r_ij
 * @example guttmanLambda6(itemMoments(columns))
 */
export function guttmanLambda6(moments: ItemMoments): Outcome<{ readonly lambda6: number }> {
  if (moments.n <= moments.sums.length + 1) return notComputed("too-few-answers");
  const correlation = correlations(covariances(moments));
  const inverse = correlation === null ? null : invertSymmetric(correlation);
  if (correlation === null || inverse === null) return notComputed("no-variance");
  let unique = 0;
  let all = 0;
  correlation.forEach((row, i) => {
    unique += 1 / cell(inverse, i, i);
    for (const value of row) all += value;
  });
  return { computed: true, lambda6: 1 - unique / all };
}
