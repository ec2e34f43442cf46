/** From a tally to the mean that may be shown: with enough answers, and as a bound near the ends. */
import type { Tally } from "../scoring/tally.ts";
import type { Cell, Figure } from "./cell.ts";
import { displayed, displayedAbove, displayedBelow } from "./displayed-number.ts";

/**
 * How many points apart the possible values of every single answer stay, whatever is shown of it: 2 on the
 * usual scales, 3 on long ones (9 points or more), the whole scale where it has only 2 points.
 *
 * @param points points of the scale, at least 2
 * @returns the width w in scale points
 * @example codingWidth(5); // 2
 */
export function codingWidth(points: number): number {
  return points >= 9 ? 3 : Math.min(2, points - 1);
}

/**
 * The cell of an anonymous block. Below the minimum nothing is shown, not even how many answered. A sum T of
 * n answers within w of its largest value nS is shown as "at least (nS - w) / n", within w of its smallest
 * as "at most (n + w) / n": the exact mean would tell that nearly everybody chose the same point.
 *
 * @param tally the block's answers to one item
 * @param minimum smallest number of answers behind a figure, at least 3
 * @returns the mean in tenths, or why it is not shown
 * @throws RangeError if the minimum is below 3
 * @see README.md in this folder, rules 2 and 3
 * @example anonymousMean(tally, 4); // { shown: true, n: 4, value: { mean: 4.5, bound: "at-least" } }
 */
export function anonymousMean(tally: Tally, minimum: number): Cell<Figure> {
  if (!(minimum >= 3)) throw new RangeError("an anonymous mean requires a minimum of at least three answers");
  const { n, sum, points } = tally;
  if (n < minimum) return { shown: false, reason: "too-few-answers" };
  const width = codingWidth(points);
  const high = n * points - width;
  const low = n + width;
  if (sum >= high) return { shown: true, n, value: { mean: displayedBelow(high, n), bound: "at-least" } };
  if (sum <= low) return { shown: true, n, value: { mean: displayedAbove(low, n), bound: "at-most" } };
  return { shown: true, n, value: { mean: displayed(sum, n), bound: "exact" } };
}

/**
 * The cell of an attributed group, whose members were told that their answers are shown by name.
 *
 * @param tally the group's answers to one item
 * @returns the mean in tenths; not shown if nobody answered
 * @example attributedMean(tally); // { shown: true, n: 1, value: { mean: 4, bound: "exact" } }
 */
export function attributedMean(tally: Tally): Cell<Figure> {
  const { n, sum } = tally;
  if (n === 0) return { shown: false, reason: "no-answers" };
  return { shown: true, n, value: { mean: displayed(sum, n), bound: "exact" } };
}
