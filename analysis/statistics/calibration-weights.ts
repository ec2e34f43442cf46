/** Weights that make those who answered add up to known headcounts: post-stratification and raking. */
import { notComputed, type Outcome } from "./outcome.ts";

/** One cell of those who answered. */
export interface ResponseCell {
  /** How many answered. */
  readonly n: number;
  /** The cell's label on each margin, such as ["women", "under 25"]. */
  readonly labels: readonly string[];
}

/** Known headcounts of one margin by label. */
export type Margin = ReadonlyMap<string, number>;

/**
 * Post-stratification: one weight a cell, so that each cell adds up to its headcount.
 * @param responses how many answered in each cell
 * @param headcounts how many there are in each cell, 0 or more
 * @returns the weight of one answer in each cell (0 where nobody is), or "too-few-answers" when a cell with people
 * has no answer
 * @throws RangeError when the lists differ in length or a number is negative
 * @see Holt and Smith (1979): weight = N_h / n_h
 * @example postStratify([10, 20], [100, 100]).weights // 10, 5
 */
export function postStratify(
  responses: readonly number[],
  headcounts: readonly number[],
): Outcome<{ readonly weights: readonly number[] }> {
  if (responses.length !== headcounts.length)
    throw new RangeError("postStratify requires one headcount a cell");
  if ([...responses, ...headcounts].some((count) => !(count >= 0))) {
    throw new RangeError("postStratify requires counts of 0 or more");
  }
  if (responses.some((n, i) => n === 0 && (headcounts[i] ?? 0) > 0)) return notComputed("too-few-answers");
  return { computed: true, weights: responses.map((n, i) => (n === 0 ? 0 : (headcounts[i] ?? 0) / n)) };
}

/** One margin's labels with the weighted number of answers under each. */
function weightedTotals(
  cells: readonly ResponseCell[],
  weights: readonly number[],
  margin: number,
): Map<string, number> {
  const totals = new Map<string, number>();
  cells.forEach(({ n, labels }, i) => {
    const label = labels[margin] ?? "";
    totals.set(label, (totals.get(label) ?? 0) + n * (weights[i] ?? 0));
  });
  return totals;
}

/**
 * Raking: weights that meet each margin's headcounts, when the headcounts of the single cells are not known.
 * @param cells how many answered in each cell, with its labels
 * @param margins headcounts by label, one map a margin, all with the same total
 * @returns the weight of one answer in each cell; "too-few-answers" when a label with people has no answer,
 * "no-convergence" when the margins cannot be met together
 * @throws RangeError when a cell's label has no headcount or the margins' totals differ
 * @see Deming and Stephan (1940), iterative proportional fitting
 * @example rake([{ n: 4, labels: ["a", "x"] }, { n: 6, labels: ["b", "x"] }], [new Map([["a", 10], ["b", 10]])])
 */
export function rake(
  cells: readonly ResponseCell[],
  margins: readonly Margin[],
): Outcome<{ readonly weights: readonly number[] }> {
  const totalOf = (margin: Margin): number => [...margin.values()].reduce((sum, count) => sum + count, 0);
  const total = margins[0] === undefined ? 0 : totalOf(margins[0]);
  if (margins.some((margin) => Math.abs(totalOf(margin) - total) > 1e-9 * total)) {
    throw new RangeError("rake requires margins with the same total");
  }
  const answered = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (answered === 0) return notComputed("no-answers");
  let weights = cells.map(() => total / answered);
  for (let round = 0; round < 5000; round += 1) {
    let largest = 0;
    for (const [place, margin] of margins.entries()) {
      const reached = weightedTotals(cells, weights, place);
      if ([...margin].some(([label, wanted]) => wanted > 0 && !((reached.get(label) ?? 0) > 0))) {
        return notComputed("too-few-answers");
      }
      weights = weights.map((weight, i) => {
        const label = cells[i]?.labels[place] ?? "";
        const wanted = margin.get(label);
        if (wanted === undefined) throw new RangeError("rake requires a headcount for every label");
        const factor = (cells[i]?.n ?? 0) > 0 ? wanted / (reached.get(label) ?? 1) : 1;
        largest = Math.max(largest, Math.abs(factor - 1));
        return weight * factor;
      });
    }
    if (largest < 1e-13) return { computed: true, weights };
  }
  return notComputed("no-convergence");
}

/**
 * Cuts weights at a multiple of their mean and gives what is cut to the others.
 * @param weights the weight of one answer in each cell
 * @param counts how many answered in each cell
 * @param multiple where to cut, in means; above 1
 * @returns the trimmed weights with the same total
 * @throws RangeError when the multiple is not above 1
 * @see Potter (1990), weight trimming; repeated until no weight is above the cut
 * @example trimWeights([1, 1, 100], [50, 49, 1], 5)
 */
export function trimWeights(weights: readonly number[], counts: readonly number[], multiple = 5): number[] {
  if (!(multiple > 1)) throw new RangeError("trimWeights requires a multiple above 1");
  const sum = (values: readonly number[]): number =>
    values.reduce((total, w, i) => total + w * (counts[i] ?? 0), 0);
  const total = sum(weights);
  const limit = (multiple * total) / counts.reduce((n, count) => n + count, 0);
  const cut = new Set<number>();
  let trimmed = [...weights];
  for (let round = 0; round < weights.length; round += 1) {
    const above = trimmed.flatMap((weight, i) => (weight > limit && !cut.has(i) ? [i] : []));
    if (above.length === 0) break;
    for (const place of above) cut.add(place);
    const rest = sum(weights.map((weight, i) => (cut.has(i) ? 0 : weight)));
    const fixed = limit * [...cut].reduce((n, place) => n + (counts[place] ?? 0), 0);
    if (!(rest > 0)) break;
    trimmed = weights.map((weight, i) => (cut.has(i) ? limit : (weight * (total - fixed)) / rest));
  }
  return trimmed;
}
