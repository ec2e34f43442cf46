/** The change of a proportion among linked persons, with its intervals. */

import { findRoot } from "./distributions/find-root.ts";
import { normalQuantile } from "./distributions/normal.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { eachPair, type PairedTable } from "./paired-table.ts";
import { type PairedCounts, phiCoefficient } from "./phi-coefficient.ts";
import { wilsonInterval } from "./proportion.ts";

/** Direction: after − before. */
export interface PairedProportions {
  readonly n: number;
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** The default: Newcombe's method 10 with continuity-corrected phi. */
  readonly newcombe: Interval;
  readonly newcombeUncorrected: Interval;
  readonly wald: Interval;
  /** Tango's score limits. */
  readonly tango: Interval;
}

/**
 * Counts linked persons by a condition, such as a favourable answer.
 * @param table the pairs; persons with one answer take no part
 * @param accept true for an answer that counts
 * @returns the four counts
 * @example pairedCounts(table, (answer) => answer >= 4)
 */
export function pairedCounts(table: PairedTable, accept: (answer: number) => boolean): PairedCounts {
  const counts = { both: 0, beforeOnly: 0, afterOnly: 0, neither: 0 };
  eachPair(table, (before, after, count) => {
    const first = accept(before);
    const second = accept(after);
    if (first && second) counts.both += count;
    else if (first) counts.beforeOnly += count;
    else if (second) counts.afterOnly += count;
    else counts.neither += count;
  });
  return counts;
}

/** Checks the counts and adds them up. */
function sizeOf(counts: PairedCounts): number {
  const all = [counts.both, counts.beforeOnly, counts.afterOnly, counts.neither];
  if (all.some((count) => !Number.isInteger(count) || count < 0)) {
    throw new RangeError("paired proportions require whole counts of 0 or more");
  }
  return all.reduce((sum, count) => sum + count, 0);
}

/**
 * Newcombe's interval of the change.
 * @see Newcombe (1998), Statistics in Medicine 17, 2635, method 10
 */
function newcombe(counts: PairedCounts, correlation: number, level: number): Interval {
  const n = sizeOf(counts);
  const yesBefore = counts.both + counts.beforeOnly;
  const yesAfter = counts.both + counts.afterOnly;
  const before = wilsonInterval({ count: yesBefore, n }, level);
  const after = wilsonInterval({ count: yesAfter, n }, level);
  const p1 = yesBefore / n;
  const p2 = yesAfter / n;
  const distance = (one: number, two: number): number =>
    Math.sqrt(Math.max(0, one * one - 2 * correlation * one * two + two * two));
  const difference = (counts.afterOnly - counts.beforeOnly) / n;
  return {
    lower: difference - distance(p2 - after.lower, before.upper - p1),
    upper: difference + distance(after.upper - p2, p1 - before.lower),
  };
}

/**
 * Tango's score interval of the change.
 * @see Tango (1998), Statistics in Medicine 17, 891: roots of the score with the restricted estimate of P(before only)
 */
function tangoInterval(counts: PairedCounts, n: number, level: number): Interval {
  const q = -normalQuantile(tailOf(level));
  const { beforeOnly: b, afterOnly: c } = counts;
  const difference = (c - b) / n;
  const score = (change: number): number => {
    const half = -c - b + (2 * n - c + b) * change;
    const product = -b * change * (1 - change);
    const restricted = (Math.sqrt(Math.max(0, half * half - 8 * n * product)) - half) / (4 * n);
    const variance = n * (2 * restricted + change * (1 - change));
    const away = c - b - n * change;
    if (variance > 0) return Math.max(-1e6, Math.min(1e6, away / Math.sqrt(variance)));
    return Math.abs(away) < 1e-14 ? 0 : Math.sign(away) * 1e6;
  };
  return {
    lower: difference <= -1 ? -1 : findRoot((change) => score(change) - q, -1 + 1e-12, difference, 1e-15),
    upper: difference >= 1 ? 1 : findRoot((change) => score(change) + q, difference, 1 - 1e-12, 1e-15),
  };
}

/**
 * The change of a proportion among linked persons.
 * @param counts linked persons by what they did before and after
 * @param level confidence level
 * @returns the change (after − before) with Newcombe, Wald and Tango limits, or "no-answers"
 * @throws RangeError when a count or the level is not valid
 * @see Newcombe (1998), Statistics in Medicine 17, 2635, method 10; Tango (1998)
 * @example pairedProportions({ both: 12, beforeOnly: 4, afterOnly: 13, neither: 31 })
 */
export function pairedProportions(counts: PairedCounts, level = DEFAULT_LEVEL): Outcome<PairedProportions> {
  const q = -normalQuantile(tailOf(level));
  const n = sizeOf(counts);
  if (n === 0) return notComputed("no-answers");
  const { both, beforeOnly, afterOnly } = counts;
  const difference = (afterOnly - beforeOnly) / n;
  const error = Math.sqrt(Math.max(0, beforeOnly + afterOnly - (beforeOnly - afterOnly) ** 2 / n)) / n;
  return {
    computed: true,
    n,
    before: (both + beforeOnly) / n,
    after: (both + afterOnly) / n,
    difference,
    newcombe: newcombe(counts, phiCoefficient(counts, true), level),
    newcombeUncorrected: newcombe(counts, phiCoefficient(counts, false), level),
    wald: around(difference, q * error),
    tango: tangoInterval(counts, n, level),
  };
}
