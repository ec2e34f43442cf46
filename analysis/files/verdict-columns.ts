/** A test and its verdict as columns of a file: significant, not significant, or not tested and why. */
import type { Verdict } from "../comparison/comparison-model.ts";
import type { FileColumn, FileRow } from "./file-book.ts";

/** The columns that verdictOf fills. */
export const VERDICT_COLUMNS: readonly FileColumn[] = [
  { name: "verdict", label: "Significant, not significant, or not tested", kind: "text" },
  { name: "not_tested", label: "Why it was not tested", kind: "text" },
  { name: "test", label: "Test", kind: "text" },
  { name: "statistic", label: "Test statistic", kind: "number", decimals: 2, figure: true },
  { name: "df", label: "Degrees of freedom", kind: "number", decimals: 1, figure: true },
  { name: "p", label: "p, two-sided, of this test alone", kind: "number", decimals: 4, figure: true },
  {
    name: "p_adjusted",
    label: "p, adjusted for the family of tests",
    kind: "number",
    decimals: 4,
    figure: true,
  },
  { name: "family", label: "Tests that p is adjusted for", kind: "text" },
];

/**
 * A verdict as columns.
 * @param verdict the verdict
 * @returns values of VERDICT_COLUMNS
 * @example verdictOf({ state: "not-tested", reason: "below-minimum" }).not_tested // "below-minimum"
 */
export function verdictOf(verdict: Verdict): FileRow {
  if (verdict.state === "not-tested") return { verdict: "not tested", not_tested: verdict.reason };
  const { state, test, statistic, df, p, pAdjusted, family } = verdict;
  return {
    verdict: state === "significant" ? "significant" : "not significant",
    test,
    statistic,
    df,
    p,
    p_adjusted: pAdjusted,
    family,
  };
}
