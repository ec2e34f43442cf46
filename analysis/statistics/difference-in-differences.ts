/** Difference in differences: how much more a treated group changed than a comparison group. */
import { tQuantile } from "./distributions/student-t.ts";
import { around, DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type PairedChange, pairedChange } from "./paired-change.ts";
import { type TTest, tTestOf } from "./paired-t.ts";
import type { PairedTable } from "./paired-table.ts";

/** Direction: (after − before of the treated) − (after − before of the comparison group). */
export interface DifferenceInDifferences {
  readonly treated: PairedChange;
  readonly comparison: PairedChange;
  readonly estimate: number;
  /** As if answers of one person were independent: too wide or too narrow, for comparison only. */
  readonly ordinaryStandardError: number;
  readonly cr0: number;
  readonly cr1: number;
  /** t interval of CR1 with clusters − 1 degrees of freedom. */
  readonly cr1Interval: Interval;
  /** The default: CR2 by person with Satterthwaite degrees of freedom. */
  readonly cr2: TTest;
}

/**
 * Difference in differences of linked persons, with errors clustered by person.
 * On persons with both waves the clustered errors of y ~ wave × group have a closed form in the changes.
 * @param treated the treated group's pairs; persons with one answer take no part
 * @param comparison the comparison group's pairs
 * @param level confidence level
 * @returns the estimate with its tests, two-sided; "too-few-answers" below two pairs in a group, "no-variance" when
 * within each group everybody changed by the same amount
 * @throws RangeError when the level is not between 0 and 1
 * @see Angrist and Pischke (2009), section 5.2; Bell and McCaffrey (2002) for CR2 and its degrees of freedom
 * @example differenceInDifferences(treatedPairs, comparisonPairs).estimate
 */
export function differenceInDifferences(
  treated: PairedTable,
  comparison: PairedTable,
  level = DEFAULT_LEVEL,
): Outcome<DifferenceInDifferences> {
  const tail = tailOf(level);
  const one = pairedChange(treated);
  const two = pairedChange(comparison);
  if (!one.computed || !two.computed) return notComputed("no-answers");
  const n1 = one.n;
  const n2 = two.n;
  if (one.sdChange === null || two.sdChange === null) return notComputed("too-few-answers");
  const squares1 = one.sdChange ** 2 * (n1 - 1);
  const squares2 = two.sdChange ** 2 * (n2 - 1);
  if (!(squares1 + squares2 > 0)) return notComputed("no-variance");
  const estimate = one.meanChange - two.meanChange;
  const within = ({ n, sdBefore, sdAfter }: PairedChange): number =>
    ((sdBefore ?? 0) ** 2 + (sdAfter ?? 0) ** 2) * (n - 1);
  const residualVariance = (within(one) + within(two)) / (2 * (n1 + n2) - 4);
  const cr0 = Math.sqrt(squares1 / n1 ** 2 + squares2 / n2 ** 2);
  const clusters = n1 + n2;
  const cr1 = cr0 * Math.sqrt((clusters / (clusters - 1)) * ((2 * clusters - 1) / (2 * clusters - 4)));
  const cr2 = Math.sqrt(squares1 / (n1 * (n1 - 1)) + squares2 / (n2 * (n2 - 1)));
  const df = (1 / n1 + 1 / n2) ** 2 / (1 / (n1 ** 2 * (n1 - 1)) + 1 / (n2 ** 2 * (n2 - 1)));
  return {
    computed: true,
    treated: one,
    comparison: two,
    estimate,
    ordinaryStandardError: Math.sqrt(residualVariance * (2 / n1 + 2 / n2)),
    cr0,
    cr1,
    cr1Interval: around(estimate, -tQuantile(tail, clusters - 1) * cr1),
    cr2: tTestOf(estimate, cr2, df, level),
  };
}
