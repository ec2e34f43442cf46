/** Analysis of covariance: the effect of a treatment on the answers after, given the answers before. */
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type PairedChange, pairedChange } from "./paired-change.ts";
import { type TTest, tTestOf } from "./paired-t.ts";
import type { PairedTable } from "./paired-table.ts";

/** Direction: treated − comparison, at equal answers before. */
export interface Ancova {
  readonly n: number;
  readonly treated: TTest;
  /** How much of a difference before is left after, within groups. */
  readonly slopeBefore: number;
  readonly residualSd: number;
}

/**
 * after ~ before + treated, with one slope for both groups.
 * @param treated the treated group's pairs; persons with one answer take no part
 * @param comparison the comparison group's pairs
 * @param level confidence level
 * @returns the adjusted difference with its test, two-sided; "too-few-answers" below two pairs a group (four in all),
 * "no-variance" when nobody differed before within groups or the model explains everything
 * @throws RangeError when the level is not between 0 and 1
 * @see Vickers and Altman (2001), BMJ 323, 1123; least squares with a pooled within-group slope
 * @example ancova(treatedPairs, comparisonPairs).treated.estimate
 */
export function ancova(
  treated: PairedTable,
  comparison: PairedTable,
  level = DEFAULT_LEVEL,
): Outcome<Ancova> {
  tailOf(level);
  const one = pairedChange(treated);
  const two = pairedChange(comparison);
  if (!one.computed || !two.computed) return notComputed("no-answers");
  if (one.n < 2 || two.n < 2) return notComputed("too-few-answers");
  const within = (of: (group: PairedChange) => number): number =>
    of(one) * (one.n - 1) + of(two) * (two.n - 1);
  const squaresBefore = within((group) => (group.sdBefore ?? 0) ** 2);
  const squaresAfter = within((group) => (group.sdAfter ?? 0) ** 2);
  const products = within((group) => group.covariance ?? 0);
  if (!(squaresBefore > 0)) return notComputed("no-variance");
  const slopeBefore = products / squaresBefore;
  const df = one.n + two.n - 3;
  const residual = squaresAfter - slopeBefore * products;
  if (!(residual > 1e-12 * squaresAfter)) return notComputed("no-variance");
  const residualVariance = residual / df;
  const gapBefore = one.meanBefore - two.meanBefore;
  const estimate = one.meanAfter - two.meanAfter - slopeBefore * gapBefore;
  const error = Math.sqrt(residualVariance * (1 / one.n + 1 / two.n + gapBefore ** 2 / squaresBefore));
  return {
    computed: true,
    n: one.n + two.n,
    treated: tTestOf(estimate, error, df, level),
    slopeBefore,
    residualSd: Math.sqrt(residualVariance),
  };
}
