/** The t test of partly linked waves: uses those who answered twice and those who answered once. */

import { mergeTables } from "./frequency-table.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import { type TTest, tTestOf } from "./paired-t.ts";
import { answersAfter, answersBefore, type LinkedWaves } from "./paired-table.ts";
import { pooledVariance, twoSamples, welchError } from "./welch-t.ts";

/** Direction: second − first (after − before). */
export interface PartlyOverlappingT {
  readonly linked: number;
  readonly beforeOnly: number;
  readonly afterOnly: number;
  /** Of all who answered the first (second) wave. */
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly difference: number;
  /** Among the linked; 0 when they do not vary. */
  readonly correlation: number;
  readonly equalVariances: TTest;
  /** The default. */
  readonly unequalVariances: TTest;
}

/** Degrees of freedom between those of the linked part and those of the independent part. */
function mixedDf(independent: number, linked: number, unlinked: number): number {
  return linked - 1 + ((independent - linked + 1) / (unlinked + 2 * linked)) * unlinked;
}

/**
 * The partially overlapping samples t test.
 * @param waves linked pairs and those who answered one wave only; persons with neither take no part
 * @param level confidence level
 * @returns the difference with both tests, two-sided; "too-few-answers" below two linked persons (use Welch or the
 * paired t), "no-variance" when the answers leave nothing to test against
 * @throws RangeError when the level is not between 0 and 1
 * @see Derrick, Russ, Toher and White (2017), Journal of Modern Applied Statistical Methods 16, 137
 * @example partlyOverlappingT(linkWaves(before, after))
 */
export function partlyOverlappingT(waves: LinkedWaves, level = DEFAULT_LEVEL): Outcome<PartlyOverlappingT> {
  tailOf(level);
  const linked = waves.linked.n;
  if (linked < 2) return notComputed("too-few-answers");
  const samples = twoSamples(
    waves.all?.before ?? mergeTables([waves.beforeOnly, answersBefore(waves.linked)]),
    waves.all?.after ?? mergeTables([waves.afterOnly, answersAfter(waves.linked)]),
  );
  if (!samples.computed) return samples;
  const change = pairedChange(waves.linked);
  const correlation = change.computed ? (change.correlation ?? 0) : 0;
  const { n1, n2, mean1, mean2, variance1, variance2, difference } = samples;
  const unlinked = waves.beforeOnly.n + waves.afterOnly.n;
  const overlap = (2 * correlation * linked) / (n1 * n2);
  const pooledError = Math.sqrt(Math.max(0, pooledVariance(samples) * (1 / n1 + 1 / n2 - overlap)));
  const error = Math.sqrt(
    Math.max(0, variance1 / n1 + variance2 / n2 - overlap * Math.sqrt(variance1) * Math.sqrt(variance2)),
  );
  if (!(pooledError > 0 && error > 0)) return notComputed("no-variance");
  return {
    computed: true,
    linked,
    beforeOnly: waves.beforeOnly.n,
    afterOnly: waves.afterOnly.n,
    meanBefore: mean1,
    meanAfter: mean2,
    difference,
    correlation,
    equalVariances: tTestOf(
      difference,
      pooledError,
      mixedDf(unlinked + 2 * linked - 2, linked, unlinked),
      level,
    ),
    unequalVariances: tTestOf(difference, error, mixedDf(welchError(samples).df, linked, unlinked), level),
  };
}
