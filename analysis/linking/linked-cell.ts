/** When the change of linked persons may be shown: enough of them, enough besides them, and not all alike. */
import type { CountedWaves } from "../comparison/count-waves.ts";
import type { ScoreColumn } from "../comparison/score-column.ts";
import { idAt } from "../comparison/score-column.ts";
import type { SuppressionReason } from "../disclosure/cell.ts";
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { answersAfter, answersBefore, changes } from "../statistics/paired-table.ts";
import type { LinkedRows } from "./link-waves.ts";

/**
 * What a viewer can tell persons apart by, one number a row: equal in all items that the release cuts by, and in which
 * other released changes they are.
 */
interface PersonClasses {
  readonly before: Uint32Array;
  readonly after: Uint32Array;
}

/** One measure of linked persons. */
export interface LinkedMeasure {
  readonly before: ScoreColumn;
  readonly after: ScoreColumn;
  readonly counted: CountedWaves;
}

/** The persons whose change is weighed. */
export interface LinkedPersons {
  readonly rows: Pick<LinkedRows, "before" | "after">;
  readonly classes: PersonClasses;
  /** Smallest number of answers behind a figure. */
  readonly minimum: number;
}

/**
 * Why a change of linked persons is not shown.
 *
 * At least 2k persons changed. In each wave, whatever is subtracted from their sum (any cells of any cuts, which add up
 * whole classes), the difference rests on at least k persons: of each class either those in the sum or those outside
 * remain, so that the fewest who can remain is the sum over the classes of the smaller of the two. The one exception is
 * a wave in which everybody who answered is linked: there the sum is that of everybody. At least k persons changed
 * otherwise than the most common change, so that neither mean nor spread tells what one of them did; and in each wave as
 * many gave another answer than the most common one: where everybody is linked in one wave, the tables and the mean
 * change together tell the mean of the linked in the other.
 *
 * @param measure the scores of both waves, counted with the linked persons
 * @param persons who is linked, and what they can be told apart by
 * @returns the reason; undefined when the change may be shown
 * @example whyHidden(measure, { rows, classes, minimum: 10 }) // "too-few-answers"
 */
export function whyHidden(measure: LinkedMeasure, persons: LinkedPersons): SuppressionReason | undefined {
  const { minimum } = persons;
  const table = measure.counted.linked?.linked;
  if (table === undefined || table.n === 0) return "no-answers";
  if (table.n < 2 * minimum) return "too-few-answers";
  for (const side of ["before", "after"] as const) {
    const { fewest, others } = besideLinked(measure, persons, side);
    if (others > 0 && fewest < minimum) return "would-reveal-another";
  }
  const isAlike = ({ counts }: FrequencyTable) => table.n - Math.max(...counts) < minimum;
  return [changes(table), answersBefore(table), answersAfter(table)].some(isAlike)
    ? "too-uniform"
    : undefined;
}

/**
 * `others`: those who answered and are not in the sum. `fewest`: the fewest persons that the sum can be narrowed down to
 * by subtracting whole classes.
 */
function besideLinked(
  measure: LinkedMeasure,
  { rows, classes }: LinkedPersons,
  side: "before" | "after",
): { readonly fewest: number; readonly others: number } {
  const answered = new Map<number, number>();
  const linked = new Map<number, number>();
  const count = (counts: Map<number, number>, row: number): void => {
    const place = classes[side][row] ?? 0;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  const column = measure[side];
  for (let row = 0; row < column.keys.length; row += 1) if (idAt(column, row) > 0) count(answered, row);
  for (let pair = 0; pair < rows.before.length; pair += 1) {
    const first = rows.before[pair] ?? 0;
    const second = rows.after[pair] ?? 0;
    if (idAt(measure.before, first) > 0 && idAt(measure.after, second) > 0) {
      count(linked, side === "before" ? first : second);
    }
  }
  let fewest = 0;
  let others = 0;
  for (const [place, all] of answered) {
    const inside = linked.get(place) ?? 0;
    fewest += Math.min(inside, all - inside);
    others += all - inside;
  }
  return { fewest, others };
}
