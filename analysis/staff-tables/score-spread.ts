/** The spread of persons' scores, where it tells of no single person. */

import type { ScaleItem } from "../comparison/scale-item.ts";
import { idAt, scaleScores } from "../comparison/score-column.ts";
import type { Aggregate, ReleasePlan } from "./release-plan.ts";

/** Persons by class, then by score. */
export interface ScoreCounts {
  /** By class: how many persons have a score. */
  readonly scored: Uint32Array;
  /** By class: how many persons have which score. */
  readonly counts: readonly ReadonlyMap<number, number>[];
}

/**
 * Counts the scores of each class. A score is the mean of the items a person answered, if they are enough.
 *
 * @param plan the classes of the dataset's rows
 * @param items the scale's items, of equal length
 * @param minimumAnswered how many items one person must have answered
 * @returns the counts
 * @example countScores(plan, items, 3).scored[0];
 */
export function countScores(
  { classes }: Pick<ReleasePlan, "classes">,
  items: readonly ScaleItem[],
  minimumAnswered: number,
): ScoreCounts {
  const column = scaleScores(items, classes.of.length, { minimumAnswered });
  const scored = new Uint32Array(classes.count);
  const counts = Array.from({ length: classes.count }, () => new Map<number, number>());
  for (let row = 0; row < classes.of.length; row += 1) {
    const id = idAt(column, row);
    if (id < 1) continue;
    const number = classes.of[row] ?? 0;
    const score = column.values[id] ?? 0;
    scored[number] = (scored[number] ?? 0) + 1;
    counts[number]?.set(score, (counts[number]?.get(score) ?? 0) + 1);
  }
  return { scored, counts };
}

/**
 * The sample standard deviation of one aggregate's scores, in hundredths of a point.
 *
 * @param aggregate the classes it is made of
 * @param scores the scores by class
 * @param minimum smallest number of persons behind a figure, k
 * @returns the standard deviation; null with fewer than 2k scores, or with fewer than k away from the commonest
 * @see README.md in this folder, "Spread"
 * @example scoreSpread(total, scores, 10); // 0.83
 */
export function scoreSpread(
  { classes }: Pick<Aggregate, "classes">,
  scores: ScoreCounts,
  minimum: number,
): number | null {
  const table = new Map<number, number>();
  for (const number of classes) {
    for (const [score, count] of scores.counts[number] ?? []) {
      table.set(score, (table.get(score) ?? 0) + count);
    }
  }
  const counts = [...table];
  const n = counts.reduce((sum, [, count]) => sum + count, 0);
  const commonest = Math.max(0, ...table.values());
  if (n < 2 * minimum || n - commonest < minimum) return null;
  const mean = counts.reduce((sum, [score, count]) => sum + score * count, 0) / n;
  const squares = counts.reduce((sum, [score, count]) => sum + count * (score - mean) ** 2, 0);
  return Math.round(Math.sqrt(squares / (n - 1)) * 100) / 100;
}
