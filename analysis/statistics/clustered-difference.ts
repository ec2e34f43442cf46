/** Difference in differences where whole units were treated, or persons answered only one wave: errors by cluster. */
import { clusterRobust } from "./cluster-robust.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { leastSquares } from "./least-squares.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type TTest, tTestOf } from "./paired-t.ts";

/** One answer. */
export interface ClusteredAnswer {
  readonly answer: number;
  /** Whether it was given in the second wave. */
  readonly after: boolean;
  readonly treated: boolean;
  /** What goes together: the unit that was treated as a whole, or the person. */
  readonly cluster: string | number;
}

/**
 * Difference in differences by regression, answer = wave × group, with CR2 errors by cluster.
 * @param answers one an answer; leave missing ones out
 * @param level confidence level
 * @returns (after − before of the treated) − (after − before of the others) with its test, two-sided, and the number
 * of clusters; "too-few-answers" unless all four cells are filled and there are two clusters, "no-variance" when the
 * four means explain everything
 * @throws RangeError when the level is not between 0 and 1
 * @see Bell and McCaffrey (2002); Pustejovsky and Tipton (2018)
 * @example clusteredDifference([{ answer: 3, after: false, treated: true, cluster: "unit 1" }, …])
 */
export function clusteredDifference(
  answers: readonly ClusteredAnswer[],
  level = DEFAULT_LEVEL,
): Outcome<TTest & { readonly clusters: number }> {
  tailOf(level);
  const cells = new Set(answers.map((one) => `${one.after} ${one.treated}`));
  if (cells.size < 4) return notComputed(answers.length === 0 ? "no-answers" : "too-few-answers");
  const design = answers.map(({ after, treated }) => {
    const second = after ? 1 : 0;
    const chosen = treated ? 1 : 0;
    return [1, second, chosen, second * chosen];
  });
  const fit = leastSquares(
    answers.map((one) => one.answer),
    design,
  );
  if (!fit.computed) return fit;
  const clusters = answers.map((one) => one.cluster);
  const robust = clusterRobust({ fit, design, clusters, coefficient: 3 });
  if (!robust.computed) return robust;
  if (!(robust.cr2 > 1e-12) || !Number.isFinite(robust.df)) return notComputed("no-variance");
  return {
    computed: true,
    clusters: robust.clusters,
    ...tTestOf(fit.coefficients[3] ?? 0, robust.cr2, robust.df, level),
  };
}
