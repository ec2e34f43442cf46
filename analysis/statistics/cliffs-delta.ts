/** Cliff's delta: how much more often the second sample is above the first than below it. */
import { combineRanks, countHigher } from "./combined-ranks.ts";
import { normalQuantile } from "./distributions/normal.ts";
import { tQuantile } from "./distributions/student-t.ts";
import type { FrequencyTable } from "./frequency-table.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Direction: P(second > first) − P(second < first), −1 to 1. */
export interface CliffsDelta {
  readonly delta: number;
  readonly standardError: number;
  /** Asymmetric limits with the t quantile (df = n1 + n2 − 2), and with the normal one. */
  readonly intervalT: Interval;
  readonly intervalNormal: Interval;
}

/**
 * Sum over all n1 × n2 comparisons of the squared deviation of dominance from a centre,
 * first by persons of the second sample, then of the first, then by single comparisons.
 */
function dominanceSquares(
  first: FrequencyTable,
  second: FrequencyTable,
  centre: number,
): { readonly rows: number; readonly columns: number; readonly single: number } {
  let rows = 0;
  let columns = 0;
  let signs = 0;
  let unequal = 0;
  for (const one of combineRanks(first, second)) {
    const firstAbove = first.n - one.firstBelow - one.first;
    const secondAbove = second.n - one.secondBelow - one.second;
    rows += one.second * ((one.firstBelow - firstAbove) / first.n - centre) ** 2;
    columns += one.first * ((secondAbove - one.secondBelow) / second.n - centre) ** 2;
    signs += one.second * (one.firstBelow - firstAbove);
    unequal += one.second * (one.firstBelow + firstAbove);
  }
  return { rows, columns, single: unequal - 2 * centre * signs + first.n * second.n * centre * centre };
}

/**
 * Cliff's delta with its unbiased variance and asymmetric limits. Missing answers take no part.
 * With complete separation the limits use δ (n1 n2 − 1) / (n1 n2).
 * @param first the first sample
 * @param second the second sample
 * @param level confidence level
 * @returns delta and limits; "too-few-answers" below two in a sample, "no-variance" when all answers are equal
 * @throws RangeError when the level is not between 0 and 1
 * @see Cliff (1996); Feng and Cliff (2004), Journal of Modern Applied Statistical Methods 3, 322
 * @example cliffsDelta(countAnswers([1, 2]), countAnswers([2, 3]))
 */
export function cliffsDelta(
  first: FrequencyTable,
  second: FrequencyTable,
  level = DEFAULT_LEVEL,
): Outcome<CliffsDelta> {
  const tail = tailOf(level);
  const n1 = first.n;
  const n2 = second.n;
  if (n1 === 0 || n2 === 0) return notComputed("no-answers");
  if (n1 < 2 || n2 < 2) return notComputed("too-few-answers");
  const combined = combineRanks(first, second);
  if (combined.length === 1) return notComputed("no-variance");
  const delta = (2 * countHigher(combined)) / (n1 * n2) - 1;
  const centre = Math.abs(delta) === 1 ? (delta * (n1 * n2 - 1)) / (n1 * n2) : delta;
  const { rows, columns, single } = dominanceSquares(first, second, centre);
  const variance = Math.max(
    0,
    (n1 * n1 * rows + n2 * n2 * columns - single) / (n1 * n2 * (n1 - 1) * (n2 - 1)),
  );
  const limits = (q: number): Interval => {
    const shrunk = 1 - centre * centre;
    const half = q * Math.sqrt(variance) * Math.sqrt(shrunk * shrunk + q * q * variance);
    const middle = centre - centre ** 3;
    const scale = shrunk + q * q * variance;
    return { lower: (middle - half) / scale, upper: (middle + half) / scale };
  };
  return {
    computed: true,
    delta,
    standardError: Math.sqrt(variance),
    intervalT: limits(-tQuantile(tail, n1 + n2 - 2)),
    intervalNormal: limits(-normalQuantile(tail)),
  };
}
