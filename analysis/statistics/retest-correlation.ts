/** How far persons keep their place between waves: Pearson and Spearman correlation of linked answers. */
import { normalQuantile } from "./distributions/normal.ts";
import { tTwoSided } from "./distributions/student-t.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { midranks } from "./midranks.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import { answersAfter, answersBefore, type PairedTable } from "./paired-table.ts";

/** Correlations of before and after. */
export interface RetestCorrelation {
  readonly n: number;
  readonly pearson: number;
  /** Fisher's z limits; null below four pairs. */
  readonly interval: Interval | null;
  /** Two-sided p of Pearson's correlation against 0. */
  readonly p: number;
  readonly spearman: number;
}

/** The pairs with midranks in place of answers. */
function ranked(table: PairedTable): PairedTable {
  const rankMap = (values: readonly number[], ranks: readonly number[]): Map<number, number> =>
    new Map(values.map((value, i) => [value, ranks[i] ?? 0]));
  const first = answersBefore(table);
  const second = answersAfter(table);
  const rankBefore = rankMap(first.values, midranks(first));
  const rankAfter = rankMap(second.values, midranks(second));
  return {
    before: Array.from(table.before, (value) => rankBefore.get(value) ?? 0),
    after: Array.from(table.after, (value) => rankAfter.get(value) ?? 0),
    counts: table.counts,
    n: table.n,
  };
}

/**
 * Retest correlation of linked persons.
 * @param table the pairs; persons with one answer take no part
 * @param level confidence level
 * @returns the correlations; "too-few-answers" below three pairs, "no-variance" when a wave does not vary
 * @throws RangeError when the level is not between 0 and 1
 * @see Fisher (1921): atanh r ± z / √(n − 3); Spearman (1904), midranks
 * @example retestCorrelation(linkWaves([1, 2, 3, 5], [2, 2, 3, 4]).linked)
 */
export function retestCorrelation(table: PairedTable, level = DEFAULT_LEVEL): Outcome<RetestCorrelation> {
  const tail = tailOf(level);
  if (table.n < 3) return notComputed(table.n === 0 ? "no-answers" : "too-few-answers");
  const change = pairedChange(table);
  const ranks = pairedChange(ranked(table));
  if (!change.computed || !ranks.computed || change.correlation === null || ranks.correlation === null) {
    return notComputed("no-variance");
  }
  const r = change.correlation;
  const df = table.n - 2;
  const half = table.n > 3 ? -normalQuantile(tail) / Math.sqrt(table.n - 3) : null;
  return {
    computed: true,
    n: table.n,
    pearson: r,
    interval:
      half === null
        ? null
        : { lower: Math.tanh(Math.atanh(r) - half), upper: Math.tanh(Math.atanh(r) + half) },
    p: Math.abs(r) === 1 ? 0 : tTwoSided(r * Math.sqrt(df / ((1 - r) * (1 + r))), df),
    spearman: ranks.correlation,
  };
}
