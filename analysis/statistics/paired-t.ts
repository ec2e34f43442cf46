/** The paired t test of the mean change of linked persons. */
import { tQuantile, tTwoSided, tUpper } from "./distributions/student-t.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import type { PairedTable } from "./paired-table.ts";

/** An estimate with its t test. */
export interface TTest {
  readonly estimate: number;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  /** Two-sided. */
  readonly p: number;
  readonly interval: Interval;
}

/**
 * The t test of any estimate against 0.
 * @param estimate the estimate
 * @param standardError its standard error, above 0
 * @param df degrees of freedom, above 0
 * @param level confidence level
 * @returns t, two-sided p and the interval
 * @throws RangeError when the standard error or df is not above 0, or the level is not between 0 and 1
 * @see t = estimate / standard error
 * @example tTestOf(1, 0.5, 9, 0.95).t // 2
 */
export function tTestOf(estimate: number, standardError: number, df: number, level: number): TTest {
  if (!(standardError > 0)) throw new RangeError("a t test requires a standard error above 0");
  const t = estimate / standardError;
  const half = -tQuantile(tailOf(level), df) * standardError;
  return { estimate, standardError, t, df, p: tTwoSided(t, df), interval: around(estimate, half) };
}

/**
 * The paired t test: is the mean change (after − before) different from 0?
 * @param table the pairs; persons with one answer take no part
 * @param level confidence level
 * @returns the mean change with its test, two-sided, and `pGreater` for an increase; "too-few-answers" below two
 * pairs, "no-variance" when everybody changed by the same amount
 * @throws RangeError when the level is not between 0 and 1
 * @see Student (1908): t = d̄ / (s_d / √n), df = n − 1
 * @example pairedT(linkWaves([3, 4, 2], [4, 4, 4]).linked)
 */
export function pairedT(
  table: PairedTable,
  level = DEFAULT_LEVEL,
): Outcome<TTest & { readonly n: number; readonly pGreater: number }> {
  tailOf(level);
  const change = pairedChange(table);
  if (!change.computed) return change;
  if (change.sdChange === null) return notComputed("too-few-answers");
  if (change.sdChange === 0) return notComputed("no-variance");
  const test = tTestOf(change.meanChange, change.sdChange / Math.sqrt(table.n), table.n - 1, level);
  return { computed: true, n: table.n, ...test, pGreater: tUpper(test.t, test.df) };
}
