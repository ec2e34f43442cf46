/** The likelihood of a linear model with random intercepts of persons, and of units that persons belong to. */
import { buildMatrix, cell, cholesky, invertSymmetric, type Matrix } from "./matrix.ts";

/** Variances of the random parts; `unit` is 0 when there are no units. */
export interface VarianceParts {
  readonly person: number;
  readonly unit: number;
  readonly residual: number;
}

/** Sums of one person's observations. The last column of the cross products is the outcome. */
interface PersonSums {
  readonly n: number;
  /** Σ z, z = (predictors, outcome). */
  readonly sums: readonly number[];
  /** Σ z zᵀ. */
  readonly products: Matrix;
}

/** The same while observations are added. */
interface GrowingSums {
  n: number;
  readonly sums: number[];
  readonly products: number[][];
}

/** Observations grouped by unit and person: all that the likelihood needs. */
export interface GroupedSums {
  readonly observations: number;
  readonly persons: number;
  readonly predictors: number;
  readonly units: readonly (readonly PersonSums[])[];
}

/** One measurement. */
export interface MixedObservation {
  readonly outcome: number;
  /** Fixed predictors, beginning with 1 for the intercept. */
  readonly predictors: readonly number[];
  readonly person: string | number;
  /** The unit the person belongs to, always the same one; equal for all when there are no units. */
  readonly unit: string | number;
}

/**
 * Groups observations by unit and person.
 * @param observations one a measurement; missing measurements are left out by the caller
 * @returns sums and cross products of each person
 * @throws RangeError when a person belongs to two units or the predictors differ in number
 * @example groupSums([{ outcome: 3, predictors: [1], person: "a", unit: 0 }])
 */
export function groupSums(observations: readonly MixedObservation[]): GroupedSums {
  const width = observations[0]?.predictors.length ?? 0;
  const unitOf = new Map<string | number, string | number>();
  const units = new Map<string | number, Map<string | number, GrowingSums>>();
  for (const { outcome, predictors, person, unit } of observations) {
    if (predictors.length !== width)
      throw new RangeError("a mixed model requires equally many predictors everywhere");
    if ((unitOf.get(person) ?? unit) !== unit)
      throw new RangeError("a mixed model requires one unit a person");
    unitOf.set(person, unit);
    const persons = units.get(unit) ?? new Map<string | number, GrowingSums>();
    units.set(unit, persons);
    const size = width + 1;
    const own: GrowingSums = persons.get(person) ?? {
      n: 0,
      sums: new Array<number>(size).fill(0),
      products: buildMatrix(size, size, () => 0),
    };
    persons.set(person, own);
    const z = [...predictors, outcome];
    own.n += 1;
    z.forEach((value, i) => {
      own.sums[i] = (own.sums[i] ?? 0) + value;
      const row = own.products[i] ?? [];
      z.forEach((other, j) => {
        row[j] = (row[j] ?? 0) + value * other;
      });
    });
  }
  return {
    observations: observations.length,
    persons: unitOf.size,
    predictors: width,
    units: [...units.values()].map((persons) => [...persons.values()]),
  };
}

/** Zᵀ V⁻¹ Z with Z = (predictors, outcome), and log |V|. */
function weightedProducts(
  data: GroupedSums,
  { person, unit, residual }: VarianceParts,
): { readonly products: number[][]; readonly logDeterminant: number } {
  const size = data.predictors + 1;
  const products = buildMatrix(size, size, () => 0);
  let logDeterminant = 0;
  for (const persons of data.units) {
    const pulled = new Array<number>(size).fill(0);
    let weight = 0;
    for (const own of persons) {
      const whole = residual + own.n * person;
      const share = person / whole;
      logDeterminant += (own.n - 1) * Math.log(residual) + Math.log(whole);
      weight += own.n / whole;
      for (let i = 0; i < size; i += 1) {
        const sum = own.sums[i] ?? 0;
        pulled[i] = (pulled[i] ?? 0) + sum / whole;
        const row = products[i] ?? [];
        const from = own.products[i] ?? [];
        for (let j = 0; j < size; j += 1) {
          row[j] = (row[j] ?? 0) + ((from[j] ?? 0) - share * sum * (own.sums[j] ?? 0)) / residual;
        }
      }
    }
    if (unit === 0) continue;
    // Woodbury: the unit adds a rank-one part to every block.
    const shrink = unit / (1 + unit * weight);
    logDeterminant += Math.log1p(unit * weight);
    for (let i = 0; i < size; i += 1) {
      const row = products[i] ?? [];
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) - shrink * (pulled[i] ?? 0) * (pulled[j] ?? 0);
    }
  }
  return { products, logDeterminant };
}

/** What the model says at given variances. */
export interface MixedSolution {
  /** −2 log likelihood, restricted or full. */
  readonly deviance: number;
  readonly coefficients: readonly number[];
  /** Covariance of the coefficients, (Xᵀ V⁻¹ X)⁻¹. */
  readonly covariance: Matrix;
}

/**
 * Solves the model at given variances.
 * @param data the grouped observations
 * @param variances residual above 0, the others 0 or more
 * @param restricted true for REML, false for ML
 * @returns deviance and coefficients, or null when the predictors are collinear
 * @see Bates, Mächler, Bolker and Walker (2015), Journal of Statistical Software 67, equations 34 and 40
 * @example solveMixed(data, { person: 0.4, unit: 0, residual: 0.5 }, true)
 */
export function solveMixed(
  data: GroupedSums,
  variances: VarianceParts,
  restricted: boolean,
): MixedSolution | null {
  const { products, logDeterminant } = weightedProducts(data, variances);
  const width = data.predictors;
  const information = buildMatrix(width, width, (i, j) => cell(products, i, j));
  const factor = cholesky(information);
  const covariance = invertSymmetric(information);
  if (factor === null || covariance === null) return null;
  const right = Array.from({ length: width }, (_, i) => cell(products, i, width));
  const coefficients = right.map((_, i) =>
    right.reduce((sum, value, j) => sum + cell(covariance, i, j) * value, 0),
  );
  const quadratic =
    cell(products, width, width) - right.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
  const logInformation = factor.reduce((sum, row, i) => sum + 2 * Math.log(row[i] ?? 1), 0);
  const free = data.observations - (restricted ? width : 0);
  const deviance =
    free * Math.log(2 * Math.PI) + logDeterminant + quadratic + (restricted ? logInformation : 0);
  return { deviance, coefficients, covariance };
}
