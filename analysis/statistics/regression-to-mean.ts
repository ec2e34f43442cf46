/** Regression to the mean: how far those chosen for low answers would have risen without any help. */
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import { answersBefore, type PairedTable } from "./paired-table.ts";
import { quantile } from "./quantile.ts";

/** Direction: after − before. */
export interface RegressionToMean {
  /** Persons at or below the cut, and their means. */
  readonly low: number;
  readonly lowMeanBefore: number;
  readonly lowMeanAfter: number;
  readonly grandMeanBefore: number;
  readonly correlation: number;
  readonly observedChange: number;
  /** What unreliability and chance alone would bring. */
  readonly expectedChange: number;
}

/** How many were at or below a cut before, and their means. */
function lowPart({ before, after, counts }: PairedTable, cut: number) {
  let [low, sumBefore, sumAfter] = [0, 0, 0];
  for (let i = 0; i < counts.length; i += 1) {
    const first = before[i] ?? 0;
    const count = first > cut ? 0 : (counts[i] ?? 0);
    low += count;
    sumBefore += count * first;
    sumAfter += count * (after[i] ?? 0);
  }
  return { low, lowMeanBefore: sumBefore / low, lowMeanAfter: sumAfter / low };
}

/**
 * The change of those who were low before, beside the change to be expected from regression to the mean.
 * @param table the pairs; persons with one answer take no part
 * @param share how many count as low: those at or below this quantile (type 7) of the answers before
 * @returns observed and expected change; "too-few-answers" below three pairs, "no-variance" when a wave does not vary
 * @throws RangeError when the share is outside 0 to 1
 * @see Campbell and Kenny (1999), A Primer on Regression Artifacts: (1 − r)(grand mean − group mean)
 * @example regressionToMean(table, 0.25)
 */
export function regressionToMean(table: PairedTable, share = 0.25): Outcome<RegressionToMean> {
  if (!(share >= 0 && share <= 1)) throw new RangeError("regressionToMean requires a share from 0 to 1");
  if (table.n < 3) return notComputed(table.n === 0 ? "no-answers" : "too-few-answers");
  const change = pairedChange(table);
  if (!change.computed || change.correlation === null) return notComputed("no-variance");
  const { low, lowMeanBefore, lowMeanAfter } = lowPart(table, quantile(answersBefore(table), share));
  return {
    computed: true,
    low,
    lowMeanBefore,
    lowMeanAfter,
    grandMeanBefore: change.meanBefore,
    correlation: change.correlation,
    observedChange: lowMeanAfter - lowMeanBefore,
    expectedChange: (1 - change.correlation) * (change.meanBefore - lowMeanBefore),
  };
}
