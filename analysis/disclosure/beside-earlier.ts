/** A mean that stands beside one of an earlier wave: coded where the two together would tell of those who changed. */
import type { Tally } from "../scoring/tally.ts";
import type { Cell, Figure } from "./cell.ts";
import { displayedAbove, displayedBelow } from "./displayed-number.ts";
import { codingWidth } from "./mean-cell.ts";

/** Sums of answers, both ends included. */
export interface SumRange {
  readonly low: number;
  readonly high: number;
}

/** A run of sums of which the same is said. */
interface Block extends SumRange {
  /** Whether it holds what is possible least, or most, by itself or if everybody who stayed answered as before. */
  readonly least: boolean;
  readonly most: boolean;
}

/** Blocks that have a sum in common are one. */
function joined(blocks: readonly Block[]): readonly Block[] {
  const sorted = blocks.filter(({ low, high }) => low <= high).toSorted((a, b) => a.low - b.low);
  const found: Block[] = [];
  for (const block of sorted) {
    const last = found.at(-1);
    if (last === undefined || block.low > last.high) found.push(block);
    else {
      found[found.length - 1] = {
        low: last.low,
        high: Math.max(last.high, block.high),
        least: last.least || block.least,
        most: last.most || block.most,
      };
    }
  }
  return found;
}

/**
 * The cell, coded once more: a sum within w of the least, or of the greatest, that is possible if everybody who
 * stayed answered as before would tell what those who joined, or left, answered. The same for every sum in a block.
 *
 * @param tally the answers
 * @param mean the cell as it would be shown by itself
 * @param alike the sums that are possible if everybody who stayed answered as before
 * @returns the cell with "at most" for all of a lower block, "at least" for all of an upper one; not shown where one
 * block holds both ends
 * @see README.md in this folder, rule 7
 * @example meanBesideEarlier(tally, anonymousMean(tally, 4), { low: 36, high: 48 });
 */
export function meanBesideEarlier(tally: Tally, mean: Cell<Figure>, alike: SumRange): Cell<Figure> {
  if (!mean.shown) return mean;
  const { n, sum, points } = tally;
  const width = codingWidth(points);
  const whole = { low: n, high: n * points };
  const within = ({ low, high }: SumRange): SumRange => ({
    low: Math.max(low, whole.low),
    high: Math.min(high, whole.high),
  });
  const block = joined(
    [whole, alike].flatMap(({ low, high }): Block[] => [
      { ...within({ low, high: low + width }), least: true, most: false },
      { ...within({ low: high - width, high }), least: false, most: true },
    ]),
  ).find(({ low, high }) => low <= sum && sum <= high);
  if (block === undefined) return mean;
  if (block.least && block.most) return { shown: false, reason: "nearly-same-people" };
  return block.least
    ? { shown: true, n, value: { mean: displayedAbove(block.high, n), bound: "at-most" } }
    : { shown: true, n, value: { mean: displayedBelow(block.low, n), bound: "at-least" } };
}

/** What may be said of a group in place of its figures: more than people who joined or left could have made. */
export type Direction = "higher" | "lower" | "not-told";

/**
 * Whether a sum is higher, or lower, than it could be if everybody who stayed, but one, answered as before. So it tells
 * nothing of those who joined or left: whatever they answered, "not told" is said if nobody else changed. Nothing is
 * told either where so few sums would be left that these told of single answers.
 *
 * @param tally the answers
 * @param alike the sums that are possible if everybody who stayed answered as before
 * @returns the direction
 * @see README.md in this folder, rule 7
 * @example directionBeside(tally, { low: 29, high: 33 }); // "higher" from 38 on, on a scale of 5 points
 */
export function directionBeside({ n, sum, points }: Tally, alike: SumRange): Direction {
  const width = codingWidth(points);
  const above = alike.high + points;
  const below = alike.low - points;
  if (sum >= above && n * points - above >= width) return "higher";
  if (sum <= below && below - n >= width) return "lower";
  return "not-told";
}
