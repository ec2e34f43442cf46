/** Reliable change: how many persons changed by more than the measure's own unreliability explains. */
import { normalQuantile } from "./distributions/normal.ts";
import { countWhere } from "./frequency-table.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { pairedChange } from "./paired-change.ts";
import { changes, type PairedTable } from "./paired-table.ts";

/** Counts of persons; direction after − before. */
export interface ReliableChange {
  readonly sdBefore: number;
  /** Standard error of a difference of two measurements, in scale points. */
  readonly standardErrorOfDifference: number;
  /** The least change that counts as reliable, in scale points. */
  readonly threshold: number;
  readonly lower: number;
  readonly unchanged: number;
  readonly higher: number;
}

/**
 * The reliable change index.
 * @param table the pairs; persons with one answer take no part
 * @param reliability reliability of the measure (such as alpha before), below 1
 * @param level confidence level
 * @returns how many went lower, stayed and went higher; "too-few-answers" below two pairs, "no-variance" when
 * nobody differed before
 * @throws RangeError when the reliability is not below 1 or the level is not between 0 and 1
 * @see Jacobson and Truax (1991): change / (s_before √(2 (1 − reliability)))
 * @example reliableChange(table, 0.85).higher
 */
export function reliableChange(
  table: PairedTable,
  reliability: number,
  level = DEFAULT_LEVEL,
): Outcome<ReliableChange> {
  const tail = tailOf(level);
  if (!(reliability < 1)) throw new RangeError("reliableChange requires a reliability below 1");
  const change = pairedChange(table);
  if (!change.computed) return change;
  if (change.sdBefore === null) return notComputed("too-few-answers");
  if (change.sdBefore === 0) return notComputed("no-variance");
  const standardErrorOfDifference = change.sdBefore * Math.sqrt(2 * (1 - reliability));
  const threshold = -normalQuantile(tail) * standardErrorOfDifference;
  const all = changes(table);
  const lower = countWhere(all, (value) => value < -threshold);
  const higher = countWhere(all, (value) => value > threshold);
  return {
    computed: true,
    sdBefore: change.sdBefore,
    standardErrorOfDifference,
    threshold,
    lower,
    unchanged: table.n - lower - higher,
    higher,
  };
}
