/** The change of linked persons: both waves, their correlation, and the mean and spread of the change. */
import { notComputed, type Outcome } from "./outcome.ts";
import type { PairedTable } from "./paired-table.ts";

/** Direction: after − before. Spreads are sample standard deviations (n − 1), null for one pair. */
export interface PairedChange {
  readonly n: number;
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly meanChange: number;
  readonly sdBefore: number | null;
  readonly sdAfter: number | null;
  readonly sdChange: number | null;
  /** Sample covariance of before and after. */
  readonly covariance: number | null;
  /** Pearson correlation; null when a wave does not vary. */
  readonly correlation: number | null;
}

/** Several statistics ask for the same table's change; a table never changes. */
const described = new WeakMap<PairedTable, Outcome<PairedChange>>();

/**
 * Describes the change of linked persons. Persons with one answer take no part.
 * @param table the pairs
 * @returns the figures, or "no-answers"
 * @see change = after − before
 * @example pairedChange(linkWaves([3, 4], [4, 4]).linked) // meanChange 0.5
 */
export function pairedChange(table: PairedTable): Outcome<PairedChange> {
  const known = described.get(table);
  if (known !== undefined) return known;
  const change = describe(table);
  described.set(table, change);
  return change;
}

function describe(table: PairedTable): Outcome<PairedChange> {
  const { n } = table;
  if (n === 0) return notComputed("no-answers");
  const degrees = n - 1;
  const spread = (squares: number): number | null => (degrees > 0 ? Math.sqrt(squares / degrees) : null);
  const { before, after, change, cross } = sumsOf(table);
  const product = before.squares * after.squares;
  return {
    computed: true,
    n,
    meanBefore: before.mean,
    meanAfter: after.mean,
    meanChange: change.mean,
    sdBefore: spread(before.squares),
    sdAfter: spread(after.squares),
    sdChange: spread(change.squares),
    covariance: degrees > 0 ? cross / degrees : null,
    correlation: product > 0 ? Math.max(-1, Math.min(1, cross / Math.sqrt(product))) : null,
  };
}

/** Values that differ by less are equal but for rounding; their squares are exactly 0. */
const ROUNDING = 1e-10;

interface MeanAndSquares {
  readonly mean: number;
  readonly squares: number;
}

/** Adds up one of the two waves, or the changes: corrected two-pass sums. */
class Sums {
  private lowest = Number.POSITIVE_INFINITY;
  private highest = Number.NEGATIVE_INFINITY;
  private sum = 0;
  private residual = 0;
  private squares = 0;
  private centre = 0;

  first(value: number, count: number): void {
    this.sum += count * value;
    if (value < this.lowest) this.lowest = value;
    if (value > this.highest) this.highest = value;
  }

  fix(n: number): void {
    this.centre = this.sum / n;
  }

  /** The deviation from the mean of the first pass. */
  second(value: number, count: number): number {
    const away = value - this.centre;
    this.residual += count * away;
    this.squares += count * away * away;
    return away;
  }

  result(n: number): MeanAndSquares & { readonly shift: number } {
    const shift = this.residual / n;
    const varies = this.highest - this.lowest >= ROUNDING;
    const squares = varies ? Math.max(0, this.squares - n * shift * shift) : 0;
    return { mean: this.centre + shift, squares, shift };
  }
}

/** Means, sums of squares and the cross product of both waves and of the changes, in two passes. */
function sumsOf({ before, after, counts, n }: PairedTable): {
  readonly before: MeanAndSquares;
  readonly after: MeanAndSquares;
  readonly change: MeanAndSquares;
  readonly cross: number;
} {
  const one = new Sums();
  const two = new Sums();
  const both = new Sums();
  for (let i = 0; i < counts.length; i += 1) {
    const x = before[i] ?? 0;
    const y = after[i] ?? 0;
    const count = counts[i] ?? 0;
    one.first(x, count);
    two.first(y, count);
    both.first(y - x, count);
  }
  for (const sums of [one, two, both]) sums.fix(n);
  let cross = 0;
  for (let i = 0; i < counts.length; i += 1) {
    const x = before[i] ?? 0;
    const y = after[i] ?? 0;
    const count = counts[i] ?? 0;
    cross += count * one.second(x, count) * two.second(y, count);
    both.second(y - x, count);
  }
  const [first, second] = [one.result(n), two.result(n)];
  return {
    before: first,
    after: second,
    change: both.result(n),
    cross: cross - n * first.shift * second.shift,
  };
}
