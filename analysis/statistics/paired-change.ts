/** The change of linked persons: both waves, their correlation, and the mean and spread of the change. */
import { notComputed, type Outcome } from "./outcome.ts";
import { eachPair, type PairedTable } from "./paired-table.ts";

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

/** What is summed of a pair. */
type Part = (before: number, after: number) => number;

/** Whether anything varies more than rounding would make it. */
function varies(table: PairedTable, part: Part): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  eachPair(table, (before, after) => {
    const value = part(before, after);
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  return high - low >= ROUNDING;
}

function meansOf({ before, after, counts, n }: PairedTable): readonly [number, number, number] {
  let [sumBefore, sumAfter, sumChange] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const count = counts[i] ?? 0;
    const x = before[i] ?? 0;
    const y = after[i] ?? 0;
    sumBefore += count * x;
    sumAfter += count * y;
    sumChange += count * (y - x);
  }
  return [sumBefore / n, sumAfter / n, sumChange / n];
}

/** Means, sums of squares and the cross product of both waves and of the changes: corrected two-pass sums. */
function sumsOf(table: PairedTable): {
  readonly before: MeanAndSquares;
  readonly after: MeanAndSquares;
  readonly change: MeanAndSquares;
  readonly cross: number;
} {
  const { before, after, counts, n } = table;
  const [meanBefore, meanAfter, meanChange] = meansOf(table);
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
  const result = (mean: number, shift: number, sum: number, part: Part): MeanAndSquares => {
    const squares = Math.max(0, sum - n * shift * shift);
    // Only squares as small as this can be those of values that do not vary.
    const isSmall = squares <= 4 * n * ROUNDING * ROUNDING;
    return { mean: mean + shift, squares: isSmall && !varies(table, part) ? 0 : squares };
  };
  return {
    before: result(meanBefore, shiftBefore, squaresBefore, (first) => first),
    after: result(meanAfter, shiftAfter, squaresAfter, (_, second) => second),
    change: result(meanChange, shiftChange, squaresChange, (first, second) => second - first),
    cross: cross - n * shiftBefore * shiftAfter,
  };
}
