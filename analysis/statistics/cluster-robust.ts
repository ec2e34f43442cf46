/** Standard errors of regression coefficients that stay right when observations of one cluster go together. */

import type { LeastSquares } from "./least-squares.ts";
import { buildMatrix, cell, type Matrix, multiply, symmetricFunction } from "./matrix.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Robust errors of one coefficient. */
export interface ClusterRobust {
  readonly clusters: number;
  /** Without correction. */
  readonly cr0: number;
  /** × √(G / (G − 1) × (n − 1) / (n − k)). */
  readonly cr1: number;
  /** Bias-reduced; the default. */
  readonly cr2: number;
  /** Satterthwaite degrees of freedom of CR2. */
  readonly df: number;
}

/** What was fitted, and which coefficient is asked about. */
export interface ClusterRobustQuestion {
  readonly fit: LeastSquares;
  /** X, one row an observation. */
  readonly design: Matrix;
  /** One an observation; observations with equal labels form a cluster. */
  readonly clusters: readonly (string | number)[];
  /** Place of the coefficient, from 0. */
  readonly coefficient: number;
}

function groupPlaces(labels: readonly (string | number)[]): number[][] {
  const groups = new Map<string | number, number[]>();
  labels.forEach((label, place) => {
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [place]);
    else group.push(place);
  });
  return [...groups.values()];
}

/** (I − H_gg)^(−½), the adjustment of one cluster; directions without residual variance are dropped. */
function adjustment(rows: Matrix, bread: Matrix): number[][] {
  const through = multiply(rows, bread);
  const remaining = buildMatrix(rows.length, rows.length, (i, j) => {
    const leverage = (through[i] ?? []).reduce((sum, value, k) => sum + value * cell(rows, j, k), 0);
    return (i === j ? 1 : 0) - leverage;
  });
  return symmetricFunction(remaining, (value) => (value > 1e-10 ? 1 / Math.sqrt(value) : 0));
}

function dot(one: readonly number[], two: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (two[i] ?? 0), 0);
}

/**
 * Cluster-robust standard errors of one coefficient.
 * @param question the fit, its design, the clusters and the coefficient
 * @returns CR0, CR1 and CR2 with Satterthwaite degrees of freedom; "too-few-answers" below two clusters
 * @throws RangeError when labels and design differ in length
 * @see Bell and McCaffrey (2002); Pustejovsky and Tipton (2018), Journal of Business & Economic Statistics 36, 672
 * @example clusterRobust({ fit, design, clusters: persons, coefficient: 3 })
 */
export function clusterRobust({
  fit,
  design,
  clusters,
  coefficient,
}: ClusterRobustQuestion): Outcome<ClusterRobust> {
  if (clusters.length !== design.length)
    throw new RangeError("clusterRobust requires one cluster label an observation");
  const groups = groupPlaces(clusters);
  if (groups.length < 2) return notComputed("too-few-answers");
  const width = fit.bread.length;
  const direction = fit.bread.map((row) => row[coefficient] ?? 0);
  const spread = buildMatrix(width, width, () => 0);
  let plain = 0;
  let adjusted = 0;
  let trace = 0;
  let squares = 0;
  const pulls: { readonly own: number; readonly leverage: number[] }[] = [];
  for (const places of groups) {
    const rows = places.map((place) => design[place] ?? []);
    const residuals = places.map((place) => fit.residuals[place] ?? 0);
    const weights = rows.map((row) => dot(row, direction));
    const shaped = adjustment(rows, fit.bread).map((row) => dot(row, weights));
    plain += dot(weights, residuals) ** 2;
    adjusted += dot(shaped, residuals) ** 2;
    const leverage = direction.map((_, k) => shaped.reduce((sum, s, i) => sum + s * cell(rows, i, k), 0));
    pulls.push({ own: dot(shaped, shaped), leverage });
    for (let i = 0; i < width; i += 1) {
      for (let j = 0; j < width; j += 1) {
        const row = spread[i] ?? [];
        row[j] = (row[j] ?? 0) + (leverage[i] ?? 0) * (leverage[j] ?? 0);
      }
    }
  }
  // P_gh = δ s_gᵀs_g − u_gᵀ M u_h: its squares add up without forming clusters × clusters.
  for (const { own, leverage } of pulls) {
    const bent = dot(
      leverage,
      fit.bread.map((row) => dot(row, leverage)),
    );
    trace += own - bent;
    squares += own * own - 2 * own * bent;
  }
  const round = multiply(fit.bread, spread);
  squares += multiply(round, round).reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const g = groups.length;
  const n = design.length;
  return {
    computed: true,
    clusters: g,
    cr0: Math.sqrt(plain),
    cr1: Math.sqrt((plain * g * (n - 1)) / ((g - 1) * (n - width))),
    cr2: Math.sqrt(adjusted),
    df: (trace * trace) / squares,
  };
}
