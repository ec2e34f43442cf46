/** A test and its verdict as columns of a file: significant, not significant, or not tested and why. */
import { ONLY_BOUNDS } from "../bound-text.ts";
import type { Verdict } from "../comparison/comparison-model.ts";
import type { StaffVerdict } from "../staff-comparison/staff-comparison-model.ts";
import { boundedColumns, boundedValues } from "./bound-columns.ts";
import type { FileColumn, FileRow } from "./file-book.ts";
import { figureColumn, textColumn } from "./file-columns.ts";

/** The columns that verdictOf fills. */
export const VERDICT_COLUMNS: readonly FileColumn[] = [
  textColumn("verdict", "Significant, not significant, or not tested"),
  textColumn("not_tested", "Why it was not tested"),
  textColumn("test", "Test"),
  figureColumn("statistic", "Test statistic", 2),
  figureColumn("df", "Degrees of freedom", 1),
  figureColumn("p", "p, two-sided, of this test alone", 4),
  figureColumn("p_adjusted", "p, adjusted for the family of tests", 4),
  textColumn("family", "Tests that p is adjusted for"),
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

/** The columns that boundedVerdictOf fills. */
export const BOUNDED_VERDICT_COLUMNS: readonly FileColumn[] = [
  textColumn("verdict", "Significant, not significant, cannot be told, or not tested"),
  textColumn("not_tested", "Why it was not tested"),
  textColumn("test", "Test"),
  ...boundedColumns("statistic", "Test statistic", 2),
  ...boundedColumns("df", "Degrees of freedom", 1),
  ...boundedColumns("p", "p, two-sided, of this test alone", 4),
  ...boundedColumns("p_adjusted", "p, adjusted for the family of tests", 4),
  textColumn("family", "Tests that p is adjusted for"),
];

const STATES = {
  significant: "significant",
  "not-significant": "not significant",
  "only-bounds": ONLY_BOUNDS,
} as const;

/**
 * A verdict on bounds as columns.
 * @param verdict the verdict
 * @returns values of BOUNDED_VERDICT_COLUMNS
 * @example boundedVerdictOf({ state: "not-tested", reason: "suppressed" }).not_tested // "suppressed"
 */
export function boundedVerdictOf(verdict: StaffVerdict): FileRow {
  if (verdict.state === "not-tested") return { verdict: "not tested", not_tested: verdict.reason };
  const { state, test, statistic, df, p, pAdjusted, family } = verdict;
  return {
    verdict: STATES[state],
    test,
    ...boundedValues("statistic", statistic),
    ...boundedValues("df", df),
    ...boundedValues("p", p),
    ...boundedValues("p_adjusted", pAdjusted),
    family,
  };
}
