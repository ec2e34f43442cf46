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

/** Means, and the range that tells whether anything varies, of both waves and of the changes. */
interface FirstPass {
  readonly means: readonly [number, number, number];
  readonly ranges: readonly [number, number, number];
}

function firstPass({ before, after, counts, n }: PairedTable): FirstPass {
  let sumBefore = 0;
  let sumAfter = 0;
  let sumChange = 0;
  let [lowBefore, lowAfter, lowChange] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ];
  let [highBefore, highAfter, highChange] = [
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < counts.length; i += 1) {
    const x = before[i] ?? 0;
    const y = after[i] ?? 0;
    const count = counts[i] ?? 0;
    const change = y - x;
    sumBefore += count * x;
    sumAfter += count * y;
    sumChange += count * change;
    if (x < lowBefore) lowBefore = x;
    if (x > highBefore) highBefore = x;
    if (y < lowAfter) lowAfter = y;
    if (y > highAfter) highAfter = y;
    if (change < lowChange) lowChange = change;
    if (change > highChange) highChange = change;
  }
  return {
    means: [sumBefore / n, sumAfter / n, sumChange / n],
    ranges: [highBefore - lowBefore, highAfter - lowAfter, highChange - lowChange],
  };
}

/** Means, sums of squares and the cross product of both waves and of the changes: corrected two-pass sums. */
function sumsOf(table: PairedTable): {
  readonly before: MeanAndSquares;
  readonly after: MeanAndSquares;
  readonly change: MeanAndSquares;
  readonly cross: number;
} {
  const { before, after, counts, n } = table;
  const { means, ranges } = firstPass(table);
  const [meanBefore, meanAfter, meanChange] = means;
  let [restBefore, restAfter, restChange, cross] = [0, 0, 0, 0];
  let [squaresBefore, squaresAfter, squaresChange] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const x = (before[i] ?? 0) - meanBefore;
    const y = (after[i] ?? 0) - meanAfter;
    const change = (after[i] ?? 0) - (before[i] ?? 0) - meanChange;
    restBefore += count * x;
    restAfter += count * y;
    restChange += count * change;
    squaresBefore += count * x * x;
    squaresAfter += count * y * y;
    squaresChange += count * change * change;
    cross += count * x * y;
  }
  const [shiftBefore, shiftAfter, shiftChange] = [restBefore / n, restAfter / n, restChange / n];
  const result = (mean: number, shift: number, range: number, sum: number): MeanAndSquares => ({
    mean: mean + shift,
    squares: range >= ROUNDING ? Math.max(0, sum - n * shift * shift) : 0,
  });
  return {
    before: result(meanBefore, shiftBefore, ranges[0], squaresBefore),
    after: result(meanAfter, shiftAfter, ranges[1], squaresAfter),
    change: result(meanChange, shiftChange, ranges[2], squaresChange),
    cross: cross - n * shiftBefore * shiftAfter,
  };
}
