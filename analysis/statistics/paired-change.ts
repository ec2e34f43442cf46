/** The change of linked persons: both waves, their correlation, and the mean and spread of the change. */
import { mean, sumOfSquares } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import {
  answersAfter,
  answersBefore,
  changes,
  countPairs,
  eachPair,
  type PairedTable,
} from "./paired-table.ts";

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

/** Σ count (before − mean) (after − mean). */
function crossProduct(table: PairedTable, meanBefore: number, meanAfter: number): number {
  let sum = 0;
  eachPair(table, (before, after, count) => {
    sum += count * (before - meanBefore) * (after - meanAfter);
  });
  return sum;
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
  if (table.n === 0) return notComputed("no-answers");
  const first = answersBefore(table);
  const second = answersAfter(table);
  const meanBefore = mean(first);
  const meanAfter = mean(second);
  const degrees = table.n - 1;
  const spread = (squares: number): number | null => (degrees > 0 ? Math.sqrt(squares / degrees) : null);
  const squaresBefore = sumOfSquares(first);
  const squaresAfter = sumOfSquares(second);
  const cross = crossProduct(table, meanBefore, meanAfter);
  const constant = changes(table).values.length === 1;
  const difference = countPairs(table, (before, after) => after - before);
  const product = squaresBefore * squaresAfter;
  return {
    computed: true,
    n: table.n,
    meanBefore,
    meanAfter,
    meanChange: mean(difference),
    sdBefore: spread(squaresBefore),
    sdAfter: spread(squaresAfter),
    sdChange: spread(constant ? 0 : sumOfSquares(difference)),
    covariance: degrees > 0 ? cross / degrees : null,
    correlation: product > 0 ? Math.max(-1, Math.min(1, cross / Math.sqrt(product))) : null,
  };
}
