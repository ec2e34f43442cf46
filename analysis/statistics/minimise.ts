/** The minimum of a smooth function of a few variables, with its curvature there. */
import { buildMatrix, cell, cholesky, invertSymmetric } from "./matrix.ts";

/** A function of several variables. */
export type SmoothFunction = (point: readonly number[]) => number;

/** Where the minimum lies, and the second derivatives there. */
export interface Minimum {
  readonly found: true;
  readonly point: readonly number[];
  readonly value: number;
  readonly hessian: readonly (readonly number[])[];
}

/** There was none to be found. */
export interface NoMinimum {
  readonly found: false;
  /** Whether the caller gave the search up; otherwise it did not settle. */
  readonly givenUp: boolean;
}

/** The step of the differences. */
const STEP = 1e-3;

/** A Newton step that promises less than this is not worth taking: also where the bottom is flat. */
const SMALLEST_GAIN = 1e-12;

function moved(point: readonly number[], moves: readonly (readonly [number, number])[]): number[] {
  const next = [...point];
  for (const [place, by] of moves) next[place] = (next[place] ?? 0) + by;
  return next;
}

/**
 * First derivatives by central differences.
 * @param f the function
 * @param point where
 * @returns one a variable
 * @see central differences with step 1e−3, error of the order of 1e−6
 * @example gradientAt(([x = 0]) => x * x, [1]) // 2
 */
export function gradientAt(f: SmoothFunction, point: readonly number[]): number[] {
  return point.map((_, i) => {
    const near = f(moved(point, [[i, STEP]])) - f(moved(point, [[i, -STEP]]));
    const far = f(moved(point, [[i, 2 * STEP]])) - f(moved(point, [[i, -2 * STEP]]));
    return (8 * near - far) / (12 * STEP);
  });
}

function hessianAt(f: SmoothFunction, point: readonly number[], value: number): number[][] {
  const size = point.length;
  const half = buildMatrix(size, size, (i, j) => {
    if (j > i) return 0;
    if (i === j)
      return (f(moved(point, [[i, STEP]])) - 2 * value + f(moved(point, [[i, -STEP]]))) / STEP ** 2;
    const corner = (a: number, b: number): number =>
      f(
        moved(point, [
          [i, a * STEP],
          [j, b * STEP],
        ]),
      );
    return (corner(1, 1) - corner(1, -1) - corner(-1, 1) + corner(-1, -1)) / (4 * STEP ** 2);
  });
  return buildMatrix(size, size, (i, j) => cell(half, Math.max(i, j), Math.min(i, j)));
}

/** The Newton step, made shorter and safer until the curvature it uses is positive; at most 2 in any variable. */
function newtonStep(hessian: readonly (readonly number[])[], gradient: readonly number[]): number[] {
  const largest = hessian.reduce((most, row, i) => Math.max(most, Math.abs(row[i] ?? 0)), 1e-8);
  for (let extra = 0; ; extra = extra === 0 ? 1e-6 * largest : extra * 10) {
    const lifted = hessian.map((row, i) => row.map((value, j) => (i === j ? value + extra : value)));
    if (cholesky(lifted) === null) continue;
    const inverse = invertSymmetric(lifted);
    if (inverse === null) continue;
    const step = inverse.map((row) => -row.reduce((sum, value, j) => sum + value * (gradient[j] ?? 0), 0));
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return longest > 2 ? step.map((value) => (value * 2) / longest) : step;
  }
}

/**
 * Minimises a smooth function by Newton's method with differences.
 * @param f the function; must be finite near the start
 * @param start where to begin
 * @param giveUp true at a point from which there is no return, such as a variance that vanishes
 * @returns the minimum with its Hessian, or why there is none
 * @see Nocedal and Wright (2006), Numerical Optimization, section 3.4
 * @example minimise(([x = 0]) => (x - 2) ** 2, [0], () => false) // point 2
 */
export function minimise(
  f: SmoothFunction,
  start: readonly number[],
  giveUp: (point: readonly number[]) => boolean,
): Minimum | NoMinimum {
  let point = [...start];
  let value = f(point);
  for (let round = 0; round < 100; round += 1) {
    if (giveUp(point)) return { found: false, givenUp: true };
    const gradient = gradientAt(f, point);
    const hessian = hessianAt(f, point, value);
    if (![value, ...gradient, ...hessian.flat()].every(Number.isFinite)) break;
    const step = newtonStep(hessian, gradient);
    const longest = step.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
    const gain = step.reduce((sum, part, i) => sum - part * (gradient[i] ?? 0), 0);
    if (longest < 1e-8 || gain < SMALLEST_GAIN) return { found: true, point, value, hessian };
    let scale = 1;
    let next = point.map((part, i) => part + (step[i] ?? 0));
    let reached = f(next);
    while (!(reached <= value + 1e-10) && scale > 1e-6) {
      scale /= 2;
      next = point.map((part, i) => part + scale * (step[i] ?? 0));
      reached = f(next);
    }
    if (scale <= 1e-6)
      return longest < 1e-5 ? { found: true, point, value, hessian } : { found: false, givenUp: false };
    point = next;
    value = reached;
  }
  return { found: false, givenUp: false };
}
