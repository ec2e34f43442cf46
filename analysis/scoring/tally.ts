/** Counts the answers of some rows to one scale item, turned so that high always means much. */
import type { ScaleColumn } from "../dataset.ts";

/**
 * Answers per point of the scale. Not a figure to show: only disclosure/ turns it into cells.
 */
export interface Tally {
  readonly points: number;
  /** counts[0] answered 1, and so on; as long as `points`. */
  readonly counts: readonly number[];
  readonly n: number;
  readonly sum: number;
}

/**
 * The tally of one item over some rows. Unanswered and "not observed" are not counted.
 *
 * @param column the item's answers, as answered
 * @param rows row numbers
 * @param reverseKeyed true if a high answer means little: it counts as points + 1 - answer
 * @returns the tally on the turned scale
 * @example tallyItem(column, rows, false).n; // how many of the rows answered
 */
export function tallyItem(column: ScaleColumn, rows: Iterable<number>, reverseKeyed: boolean): Tally {
  const { points, values } = column;
  const counts = new Array<number>(points).fill(0);
  let n = 0;
  let sum = 0;
  for (const row of rows) {
    const answer = values[row] ?? 0;
    if (answer < 1) continue;
    const turned = reverseKeyed ? points + 1 - answer : answer;
    counts[turned - 1] = (counts[turned - 1] ?? 0) + 1;
    n += 1;
    sum += turned;
  }
  return { points, counts, n, sum };
}
