/** The mean change of linked persons in standard deviations: d_z, d_av, d_rm and Hedges' g, with limits. */
import { noncentralityLimits } from "./distributions/noncentral-t.ts";
import { hedgesCorrection } from "./hedges-correction.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import type { PairedTable } from "./paired-table.ts";

/** Direction: after − before. Figures that need a wave that varies are null without it. */
export interface StandardisedMeanChange {
  readonly n: number;
  /** Limits of the noncentrality of the paired t. */
  readonly noncentrality: Interval;
  /** Mean change / sd of the changes. */
  readonly dZ: number;
  readonly dZInterval: Interval;
  /** Hedges' correction with df = n − 1; null for two pairs. */
  readonly correction: number | null;
  readonly gZ: number | null;
  readonly gZInterval: Interval | null;
  /** Mean change / root mean square of both waves' sd. */
  readonly dAv: number | null;
  readonly dAvInterval: Interval | null;
  readonly gAv: number | null;
  /** Mean change / mean of both waves' sd. */
  readonly dAvMeanSd: number | null;
  /** d_z put on the scale of raw scores: d_z √(2 (1 − r)). */
  readonly dRm: number | null;
  /** Glass' Δ: mean change / sd before. */
  readonly glassDelta: number | null;
}

function scaled({ lower, upper }: Interval, factor: number): Interval {
  return { lower: lower * factor, upper: upper * factor };
}

/**
 * Standardised mean change of linked persons, with limits from the noncentral t.
 * @param table the pairs; persons with one answer take no part
 * @param level confidence level
 * @returns the effect sizes; "too-few-answers" below two pairs, "no-variance" when everybody changed by the same
 * @throws RangeError when the level is not between 0 and 1
 * @see Lakens (2013), equations 6 to 10; limits of d_av: Algina and Keselman (2003); Hedges (1981)
 * @example standardisedMeanChange(linkWaves(before, after).linked)
 */
export function standardisedMeanChange(
  table: PairedTable,
  level = DEFAULT_LEVEL,
): Outcome<StandardisedMeanChange> {
  tailOf(level);
  const change = pairedChange(table);
  if (!change.computed) return change;
  const { n, meanChange, sdChange, sdBefore, sdAfter, correlation } = change;
  if (sdChange === null || sdBefore === null || sdAfter === null) {
    return notComputed("too-few-answers");
  }
  if (sdChange === 0) return notComputed("no-variance");
  const root = Math.sqrt(n);
  const dZ = meanChange / sdChange;
  const noncentrality = noncentralityLimits(dZ * root, n - 1, level);
  const dZInterval = scaled(noncentrality, 1 / root);
  const correction = n > 2 ? hedgesCorrection(n - 1) : null;
  const bothVariances = sdBefore ** 2 + sdAfter ** 2;
  const dAv = meanChange / Math.sqrt(bothVariances / 2);
  return {
    computed: true,
    n,
    noncentrality,
    dZ,
    dZInterval,
    correction,
    gZ: correction === null ? null : correction * dZ,
    gZInterval: correction === null ? null : scaled(dZInterval, correction),
    dAv,
    dAvInterval: scaled(noncentrality, Math.sqrt((2 * sdChange * sdChange) / (n * bothVariances))),
    gAv: correction === null ? null : correction * dAv,
    dAvMeanSd: meanChange / ((sdBefore + sdAfter) / 2),
    dRm: correlation === null ? null : dZ * Math.sqrt(2 * (1 - correlation)),
    glassDelta: sdBefore > 0 ? meanChange / sdBefore : null,
  };
}
