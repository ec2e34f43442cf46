/** Difference in differences of unlinked persons: four independent samples, in closed form. */
import type { FrequencyTable } from "./frequency-table.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { mean, variance } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type TTest, tTestOf } from "./paired-t.ts";

/** The answers of one group in both waves. */
export interface UnlinkedGroup {
  readonly before: FrequencyTable;
  readonly after: FrequencyTable;
}

/**
 * Difference in differences when every answer is of another person: CR2 with each answer its own cluster (HC2), with
 * its Satterthwaite degrees of freedom. On four means both have a closed form. Missing answers take no part.
 * @param treated the treated group
 * @param comparison the comparison group
 * @param level confidence level
 * @returns (after − before of the treated) − (after − before of the others) with its test, two-sided;
 * "too-few-answers" below two answers in a cell, "no-variance" when no cell varies
 * @throws RangeError when the level is not between 0 and 1
 * @see Bell and McCaffrey (2002): Σ s² / n over the cells, df (Σ 1/n)² / Σ 1/(n² (n − 1))
 * @example unlinkedDifferenceInDifferences({ before, after }, { before: others, after: othersAfter })
 */
export function unlinkedDifferenceInDifferences(
  treated: UnlinkedGroup,
  comparison: UnlinkedGroup,
  level = DEFAULT_LEVEL,
): Outcome<TTest> {
  tailOf(level);
  const cells = [treated.before, treated.after, comparison.before, comparison.after];
  if (cells.some(({ n }) => n === 0)) return notComputed("no-answers");
  if (cells.some(({ n }) => n < 2)) return notComputed("too-few-answers");
  const sum = (of: (cell: FrequencyTable) => number): number =>
    cells.reduce((total, cell) => total + of(cell), 0);
  const squared = sum((cell) => variance(cell) / cell.n);
  if (!(squared > 0)) return notComputed("no-variance");
  const df = sum(({ n }) => 1 / n) ** 2 / sum(({ n }) => 1 / (n * n * (n - 1)));
  const change = ({ before, after }: UnlinkedGroup): number => mean(after) - mean(before);
  return {
    computed: true,
    ...tTestOf(change(treated) - change(comparison), Math.sqrt(squared), df, level),
  };
}
