/** A linear model with random intercepts of persons (and of the units they belong to): waves of repeated answers. */
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { invertSymmetric } from "./matrix.ts";
import { gradientAt, type Minimum, minimise } from "./minimise.ts";
import {
  type GroupedSums,
  groupSums,
  type MixedObservation,
  type MixedSolution,
  solveMixed,
  type VarianceParts,
} from "./mixed-likelihood.ts";
import { type NotComputed, notComputed, type Outcome } from "./outcome.ts";
import { type TTest, tTestOf } from "./paired-t.ts";

/** How to fit. */
export interface MixedOptions {
  /** True (default) for REML, false for ML. */
  readonly restricted?: boolean;
  /** True when units are a random part of their own; false (default) ignores them. */
  readonly units?: boolean;
  readonly level?: number;
  /** What to test beside the coefficients: one weight a coefficient, such as [0, −1, 1] for wave 3 − wave 2. */
  readonly contrasts?: readonly (readonly number[])[];
}

/** The fitted model. */
export interface MixedModel {
  readonly observations: number;
  readonly persons: number;
  readonly units: number;
  /** One a predictor: estimate with Satterthwaite degrees of freedom, two-sided. */
  readonly effects: readonly TTest[];
  /** One a contrast asked for. */
  readonly contrasts: readonly TTest[];
  /** A variance estimated as 0 lies on its boundary. */
  readonly variances: VarianceParts;
  readonly logLikelihood: number;
  /** Person variance / all variances. */
  readonly personShare: number;
}

/** A random part beside the residual. */
type RandomPart = "person" | "unit";

/**
 * Variances from what is searched: the sd of each free random part in residual sd, then the log residual variance.
 * A variance of 0 is an ordinary point of that scale.
 */
function varianceParts(free: readonly RandomPart[], point: readonly number[]): VarianceParts {
  const residual = Math.exp(point[free.length] ?? 0);
  const parts = { person: 0, unit: 0, residual };
  free.forEach((part, i) => {
    parts[part] = (point[i] ?? 0) ** 2 * residual;
  });
  return parts;
}

/** Sample variance of the outcome, to begin with. */
function totalVariance(observations: readonly MixedObservation[]): number {
  const n = observations.length;
  const mean = observations.reduce((sum, one) => sum + one.outcome, 0) / n;
  return observations.reduce((sum, one) => sum + (one.outcome - mean) ** 2, 0) / n;
}

interface Fit {
  readonly free: readonly RandomPart[];
  readonly minimum: Minimum;
}

/** A random part below this many residual sd counts as none. */
const VANISHED = 2e-3;

/** Fits the free variances; one that shrinks to nothing is fixed at 0 and the rest fitted again. */
function fitVariances(
  data: GroupedSums,
  free: readonly RandomPart[],
  total: number,
  restricted: boolean,
): Fit | NotComputed {
  const deviance = (point: readonly number[]): number =>
    solveMixed(data, varianceParts(free, point), restricted)?.deviance ?? Number.NaN;
  const start = [...free.map((part) => (part === "unit" ? 0.4 : 1)), Math.log(total / 2)];
  const perfect = (point: readonly number[]): boolean => (point[free.length] ?? 0) < Math.log(total) - 20;
  const minimum = minimise(deviance, start, perfect);
  if (!minimum.found) return notComputed(minimum.givenUp ? "no-variance" : "no-convergence");
  const left = free.filter((_, i) => Math.abs(minimum.point[i] ?? 0) > VANISHED);
  return left.length === free.length ? { free, minimum } : fitVariances(data, left, total, restricted);
}

/** Var(w b) at given variances. */
function contrastVariance(solution: MixedSolution | null, weights: readonly number[]): number {
  if (solution === null) return Number.NaN;
  return solution.covariance.reduce(
    (sum, row, i) =>
      sum + (weights[i] ?? 0) * row.reduce((part, value, j) => part + value * (weights[j] ?? 0), 0),
    0,
  );
}

/**
 * Fits outcome = predictors + person (+ unit) + residual, persons nested in units.
 * @param observations one a measurement; leave missing ones out
 * @param options REML or ML, whether units count, level, contrasts
 * @returns effects with Satterthwaite degrees of freedom, variances and log likelihood; "too-few-answers" without
 * repeated persons, "no-variance" when the outcome or a predictor does not vary or persons explain everything,
 * "no-convergence"
 * @throws RangeError when a person belongs to two units or the level is not between 0 and 1
 * @see Bates et al. (2015); Kuznetsova, Brockhoff and Christensen (2017), Journal of Statistical Software 82, eq. 9
 * @example mixedModel([{ outcome: 3, predictors: [1, 0], person: "a", unit: 0 }, …])
 */
export function mixedModel(
  observations: readonly MixedObservation[],
  options: MixedOptions = {},
): Outcome<MixedModel> {
  const { restricted = true, units = false, level = DEFAULT_LEVEL, contrasts = [] } = options;
  tailOf(level);
  if (observations.length === 0) return notComputed("no-answers");
  const data = groupSums(units ? observations : observations.map((one) => ({ ...one, unit: 0 })));
  if (data.persons < 2 || data.persons >= data.observations) return notComputed("too-few-answers");
  if (data.observations <= data.predictors + 1) return notComputed("too-few-answers");
  const total = totalVariance(observations);
  if (!(total > 0)) return notComputed("no-variance");
  const parts: readonly RandomPart[] = units ? ["person", "unit"] : ["person"];
  if (solveMixed(data, { person: 0, unit: 0, residual: total }, restricted) === null)
    return notComputed("no-variance");
  const fit = fitVariances(data, parts, total, restricted);
  if (!("minimum" in fit)) return fit;
  const { free, minimum } = fit;
  const at = (point: readonly number[]): MixedSolution | null =>
    solveMixed(data, varianceParts(free, point), restricted);
  const solution = at(minimum.point);
  const uncertainty = invertSymmetric(minimum.hessian);
  if (solution === null || uncertainty === null) return notComputed("no-convergence");
  const test = (weights: readonly number[]): TTest => {
    const variance = contrastVariance(solution, weights);
    const slope = gradientAt((point) => contrastVariance(at(point), weights), minimum.point);
    const spread = slope.reduce(
      (sum, one, i) => sum + one * slope.reduce((part, two, j) => part + two * (uncertainty[i]?.[j] ?? 0), 0),
      0,
    );
    const estimate = solution.coefficients.reduce((sum, b, i) => sum + b * (weights[i] ?? 0), 0);
    return tTestOf(estimate, Math.sqrt(variance), variance ** 2 / spread, level);
  };
  const variances = varianceParts(free, minimum.point);
  return {
    computed: true,
    observations: data.observations,
    persons: data.persons,
    units: data.units.length,
    effects: solution.coefficients.map((_, place) =>
      test(solution.coefficients.map((__, i) => (i === place ? 1 : 0))),
    ),
    contrasts: contrasts.map(test),
    variances,
    logLikelihood: -minimum.value / 2,
    personShare: variances.person / (variances.person + variances.unit + variances.residual),
  };
}
