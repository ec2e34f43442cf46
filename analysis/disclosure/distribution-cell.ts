/** How the answers of a block spread over the scale, where that tells no single answer. */
import type { Tally } from "../scoring/tally.ts";
import type { Cell, Figure } from "./cell.ts";
import { codingWidth } from "./mean-cell.ts";

const FEWEST_ANSWERS = 8;
const FEWEST_IN_SECOND_CATEGORY = 2;
const FEWEST_OUTSIDE_MODE = 2;

/**
 * Answers per point, shown only if there are at least 8, the two largest categories hold at least 2 each,
 * at least 2 answers lie outside the largest, the mean itself is shown exactly, and the chosen points lie
 * as far apart as the coding of means keeps every single answer open.
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
  const [largest = 0, second = 0] = [...counts].sort((a, b) => b - a);
  const chosen = counts.flatMap((count, place) => (count > 0 ? [place] : []));
  const span = (chosen.at(-1) ?? 0) - (chosen[0] ?? 0);
  const tooUniform =
    mean.value.bound !== "exact" ||
    second < FEWEST_IN_SECOND_CATEGORY ||
    largest > n - FEWEST_OUTSIDE_MODE ||
    span < codingWidth(points);
  if (tooUniform) return { shown: false, reason: "too-uniform" };
  return { shown: true, n, value: counts };
}
