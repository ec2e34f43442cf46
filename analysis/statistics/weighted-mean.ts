/** The mean of weighted answers, with the standard error that belongs to calibrated weights. */
import type { FrequencyTable } from "./frequency-table.ts";
import { mean, sumOfSquares } from "./moments.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** The answers of one weighting cell. */
export interface WeightedCell {
  readonly answers: FrequencyTable;
  /** Weight of one answer, 0 or more. */
  readonly weight: number;
  /** Margins the weights were calibrated to: none, the cell itself (post-stratification) or several (raking). */
  readonly labels: readonly string[];
}

/** The weighted mean and its precision. */
export interface WeightedMean {
  readonly n: number;
  readonly mean: number;
  /** Linearised with the calibration residuals. */
  readonly standardError: number;
  /** How much variance the weights cost at worst: 1 + squared variation of the weights. */
  readonly kishDesignEffect: number;
  readonly effectiveN: number;
  readonly sumOfWeights: number;
}

/**
 * What unequal weights cost.
 * @param weights the weight of one answer in each cell
 * @param counts how many answered in each cell
 * @returns Kish's design effect and the effective number of answers
 * @throws RangeError when no weight is above 0
 * @see Kish (1965): n Σ w² / (Σ w)²
 * @example kishDesignEffect([1, 3], [1, 1]).designEffect // 1.25
 */
export function kishDesignEffect(
  weights: readonly number[],
  counts: readonly number[],
): { readonly designEffect: number; readonly effectiveN: number; readonly sumOfWeights: number } {
  const total = (power: number): number =>
    weights.reduce((sum, w, i) => sum + (counts[i] ?? 0) * w ** power, 0);
  const sumOfWeights = total(1);
  if (!(sumOfWeights > 0)) throw new RangeError("kishDesignEffect requires a weight above 0");
  const effectiveN = sumOfWeights ** 2 / total(2);
  return { designEffect: total(0) / effectiveN, effectiveN, sumOfWeights };
}

/** The cells under each label of a margin. */
function placesByLabel(cells: readonly WeightedCell[], margin: number): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  cells.forEach(({ labels }, place) => {
    const label = labels[margin] ?? "";
    groups.set(label, [...(groups.get(label) ?? []), place]);
  });
  return groups;
}

/** Sweeps cell means by each margin in turn until nothing is left: what calibration already explains. */
function explained(cells: readonly WeightedCell[], residuals: readonly number[]): number[] {
  const margins = (cells[0]?.labels ?? []).map((_, margin) => [...placesByLabel(cells, margin).values()]);
  const parts = cells.map(() => 0);
  for (let round = 0; round < 1000; round += 1) {
    let largest = 0;
    for (const groups of margins) {
      for (const places of groups) {
        const n = places.reduce((sum, i) => sum + (cells[i]?.answers.n ?? 0), 0);
        const left = places.reduce(
          (sum, i) => sum + (cells[i]?.answers.n ?? 0) * ((residuals[i] ?? 0) - (parts[i] ?? 0)),
          0,
        );
        for (const i of places) parts[i] = (parts[i] ?? 0) + left / n;
        largest = Math.max(largest, Math.abs(left / n));
      }
    }
    if (largest < 1e-14) break;
  }
  return parts;
}

/**
 * The weighted mean. Missing answers take no part; weights should be made for those who answered.
 * @param allCells the answers of each weighting cell with its weight; cells without answers are left out
 * @returns the mean with its linearised standard error; "too-few-answers" below two answers
 * @throws RangeError when a weight is negative
 * @see Särndal, Swensson and Wretman (1992), section 6.6: residuals of the calibration margins; n / (n − 1)
 * @example weightedMean([{ answers: countAnswers([1, 2]), weight: 2, labels: ["a"] }])
 */
export function weightedMean(allCells: readonly WeightedCell[]): Outcome<WeightedMean> {
  const cells = allCells.filter((cell) => cell.answers.n > 0);
  if (cells.some((cell) => !(cell.weight >= 0)))
    throw new RangeError("weightedMean requires weights of 0 or more");
  const n = cells.reduce((sum, cell) => sum + cell.answers.n, 0);
  if (n === 0) return notComputed("no-answers");
  const counts = cells.map((cell) => cell.answers.n);
  const weights = cells.map((cell) => cell.weight);
  if (n < 2 || !weights.some((weight) => weight > 0)) return notComputed("too-few-answers");
  const kish = kishDesignEffect(weights, counts);
  const all = kish.sumOfWeights;
  const means = cells.map((cell) => mean(cell.answers));
  const centre = means.reduce(
    (sum, value, i) => sum + (value * (counts[i] ?? 0) * (weights[i] ?? 0)) / all,
    0,
  );
  const parts = explained(
    cells,
    means.map((value) => value - centre),
  );
  // What one answer pulls at the mean: all of a cell by as much as its mean does, each by its distance from that.
  const pulls = means.map((value, i) => ((weights[i] ?? 0) * (value - centre - (parts[i] ?? 0))) / all);
  const middle = pulls.reduce((sum, pull, i) => sum + (pull * (counts[i] ?? 0)) / n, 0);
  const squares = cells.reduce((sum, { answers, weight }, i) => {
    const between = (counts[i] ?? 0) * ((pulls[i] ?? 0) - middle) ** 2;
    return sum + between + (weight / all) ** 2 * sumOfSquares(answers);
  }, 0);
  return {
    computed: true,
    n,
    mean: centre,
    standardError: Math.sqrt((squares * n) / (n - 1)),
    kishDesignEffect: kish.designEffect,
    effectiveN: kish.effectiveN,
    sumOfWeights: all,
  };
}
