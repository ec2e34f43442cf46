/** How the answers of a block spread over the scale, where that tells no single answer. */
import type { Tally } from "../scoring/tally.ts";
import type { Cell, Figure } from "./cell.ts";
import { codingWidth } from "./mean-cell.ts";

const FEWEST_ANSWERS = 8;
const FEWEST_IN_SECOND_CATEGORY = 2;
const FEWEST_OUTSIDE_WINDOW = 2;

/**
 * Answers per point, shown only if there are at least 8, the two largest categories hold at least 2 each, the
 * mean itself is shown exactly, and at least 2 answers lie outside every run of w neighbouring points (w being
 * the width of the coding of means, so that at least 2 lie outside the largest category too).
 *
 * Shown, the chosen points are at least w apart, and anybody may have chosen any of them. Not shown, that fact
 * tells no more than the mean: for every sum there are answers, one of them far away, that are not shown either.
 *
 * @param tally the block's answers to one item
 * @param mean the cell of the same answers: what it hides, the distribution must not tell
 * @returns answers per point, 1 first; or why they are not shown
 * @see README.md in this folder, rule 5
 * @example distributionCell(tally, cell); // { shown: true, n: 9, value: [0, 2, 4, 3, 0] }
 */
export function distributionCell(tally: Tally, mean: Cell<Figure>): Cell<readonly number[]> {
  if (!mean.shown) return { shown: false, reason: mean.reason };
  const { n, counts, points } = tally;
  if (n < FEWEST_ANSWERS) return { shown: false, reason: "too-few-answers" };
  const [, second = 0] = [...counts].sort((a, b) => b - a);
  const tooUniform =
    mean.value.bound !== "exact" ||
    second < FEWEST_IN_SECOND_CATEGORY ||
    n - largestWindow(counts, codingWidth(points)) < FEWEST_OUTSIDE_WINDOW;
  if (tooUniform) return { shown: false, reason: "too-uniform" };
  return { shown: true, n, value: counts };
}

/** The most answers that lie in `width` neighbouring points. */
function largestWindow(counts: readonly number[], width: number): number {
  const windows = counts.map((_, start) =>
    counts.slice(start, start + width).reduce((sum, count) => sum + count, 0),
  );
  return Math.max(...windows);
}
