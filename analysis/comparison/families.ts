/** Families of tests: p values adjusted for their number, and the verdict that follows. */
import { type Adjustment, adjustPValues } from "../statistics/multiplicity.ts";
import type { ComparedMeasure, Family, Verdict } from "./comparison-model.ts";

/** Error probability of every test. */
export const ALPHA = 0.05;

/** Holm over the few named scales, Benjamini-Hochberg over the many items; a single test stays as it is. */
export const ADJUSTMENTS: Readonly<Record<Family, Adjustment>> = {
  items: "benjamini-hochberg",
  "item-shares": "benjamini-hochberg",
  scales: "holm",
  index: "holm",
  groups: "benjamini-hochberg",
  treatment: "holm",
  rates: "holm",
  contrasts: "holm",
};

/**
 * The verdicts of one family, with adjusted p values.
 * @param verdicts one a test; those not tested are not counted
 * @param family whose adjustment to use
 * @returns the verdicts in the same order
 * @example adjustVerdicts(verdicts, "scales")
 */
export function adjustVerdicts(verdicts: readonly Verdict[], family: Family): readonly Verdict[] {
  const raw = verdicts.map((verdict) => (verdict.state === "not-tested" ? null : verdict.p));
  const adjusted = adjustPValues(raw, ADJUSTMENTS[family]);
  return verdicts.map((verdict, place): Verdict => {
    const pAdjusted = adjusted[place] ?? null;
    if (verdict.state === "not-tested" || pAdjusted === null) return verdict;
    const state = pAdjusted < ALPHA ? "significant" : "not-significant";
    return { ...verdict, state, pAdjusted, family };
  });
}

/**
 * Adjusts the tests of one family of measures, and those of their favourable shares.
 * @param measures the measures of the family
 * @param family whose adjustment to use
 * @returns the same measures with adjusted p values and verdicts
 * @see Holm (1979); Benjamini and Hochberg (1995)
 * @example adjustFamily(scales, "scales")
 */
export function adjustFamily(
  measures: readonly ComparedMeasure[],
  family: Family,
): readonly ComparedMeasure[] {
  const verdicts = adjustVerdicts(
    measures.map(({ verdict }) => verdict),
    family,
  );
  const shares = adjustPValues(
    measures.map(({ shareChange }) => shareChange?.p ?? null),
    ADJUSTMENTS["item-shares"],
  );
  return measures.map((measure, place): ComparedMeasure => {
    const verdict = verdicts[place] ?? measure.verdict;
    const { shareChange } = measure;
    if (shareChange === null) return { ...measure, verdict };
    return { ...measure, verdict, shareChange: { ...shareChange, pAdjusted: shares[place] ?? null } };
  });
}
