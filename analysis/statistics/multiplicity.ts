/** p values of a family of tests, adjusted for their number. */

/** Which correction. Holm for named scales, Benjamini-Hochberg for many items. */
export type Adjustment = "holm" | "hochberg" | "benjamini-hochberg" | "benjamini-yekutieli" | "bonferroni";

/** By what an ordered p value is multiplied: rank from 1 (smallest) to m. */
function factor(method: Adjustment, rank: number, m: number): number {
  if (method === "holm" || method === "hochberg") return m - rank + 1;
  if (method === "bonferroni") return m;
  if (method === "benjamini-hochberg") return m / rank;
  let harmonic = 0;
  for (let i = 1; i <= m; i += 1) harmonic += 1 / i;
  return (m / rank) * harmonic;
}

/**
 * Adjusts the p values of one family.
 * @param pValues one a test, 0 to 1; null (not tested) stays null and is not counted
 * @param method the correction
 * @returns the adjusted p values in the same order, at most 1
 * @throws RangeError when a p value is outside 0 to 1
 * @see Holm (1979); Hochberg (1988); Benjamini and Hochberg (1995); Benjamini and Yekutieli (2001)
 * @example adjustPValues([0.01, 0.04, null], "holm") // 0.02, 0.04, null
 */
export function adjustPValues(pValues: readonly (number | null)[], method: Adjustment): (number | null)[] {
  const tested: { readonly place: number; readonly p: number }[] = [];
  pValues.forEach((p, place) => {
    if (p === null) return;
    if (!(p >= 0 && p <= 1)) throw new RangeError("adjustPValues requires p values from 0 to 1");
    tested.push({ place, p });
  });
  tested.sort((one, two) => one.p - two.p);
  const m = tested.length;
  const raised = tested.map(({ p }, i) => Math.min(1, p * factor(method, i + 1, m)));
  if (method === "holm") {
    for (let i = 1; i < m; i += 1) raised[i] = Math.max(raised[i] ?? 0, raised[i - 1] ?? 0);
  } else if (method !== "bonferroni") {
    for (let i = m - 2; i >= 0; i -= 1) raised[i] = Math.min(raised[i] ?? 1, raised[i + 1] ?? 1);
  }
  const adjusted: (number | null)[] = pValues.map(() => null);
  tested.forEach(({ place }, i) => {
    adjusted[place] = raised[i] ?? null;
  });
  return adjusted;
}
