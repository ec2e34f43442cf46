/** Where a continuous function of one variable crosses zero. */

/** A function of one variable. */
export type RealFunction = (x: number) => number;

/** Two places where a function has different signs, and its values there. */
interface Bracket {
  readonly low: number;
  readonly high: number;
}

const MACHINE_EPSILON = 2.220446049250313e-16;

/**
 * The root of a continuous function between two places where its signs differ (Brent's method).
 * @param f the function
 * @param low one end
 * @param high the other end
 * @param tolerance absolute accuracy of the root, on top of the limits of a double
 * @returns the root
 * @throws RangeError when the function has the same sign at both ends
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4
 * @example findRoot((x) => x * x - 2, 0, 2, 0) // 1.4142135623730951
 */
export function findRoot(f: RealFunction, low: number, high: number, tolerance: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) throw new RangeError("findRoot requires a change of sign between the ends");
  let c = a;
  let fc = fa;
  let d = b - a;
  let e = d;
  for (let i = 0; i < 300; i += 1) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const least = 2 * MACHINE_EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= least || fb === 0) break;
    const step =
      Math.abs(e) >= least && Math.abs(fa) > Math.abs(fb) ? interpolate({ a, b, c }, { fa, fb, fc }) : null;
    const usable =
      step !== null &&
      2 * Math.abs(step) < Math.min(3 * Math.abs(half) - least, Math.abs(e)) &&
      step * half > 0;
    e = usable ? d : half;
    d = usable && step !== null ? step : half;
    a = b;
    fa = fb;
    b += Math.abs(d) > least ? d : Math.sign(half) * least;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      d = b - a;
      e = d;
    }
  }
  return b;
}

/** The step from b to the root by inverse quadratic interpolation, or by the secant when two places coincide. */
function interpolate(
  { a, b, c }: { readonly a: number; readonly b: number; readonly c: number },
  { fa, fb, fc }: { readonly fa: number; readonly fb: number; readonly fc: number },
): number | null {
  const s = fb / fa;
  let p: number;
  let q: number;
  if (a === c) {
    p = (c - b) * s;
    q = 1 - s;
  } else {
    const t = fa / fc;
    const r = fb / fc;
    p = s * ((c - b) * t * (t - r) - (b - a) * (r - 1));
    q = (t - 1) * (r - 1) * (s - 1);
  }
  const step = q === 0 ? Number.NaN : p / q;
  return Number.isFinite(step) ? step : null;
}

function bracketFrom(f: RealFunction, start: number, firstStep: number): Bracket {
  let step = firstStep;
  let low = start - step;
  let high = start + step;
  let below = f(low);
  let above = f(high);
  const rising = above >= below;
  for (let i = 0; i < 200; i += 1) {
    if (below === 0 || above === 0 || below > 0 !== above > 0) return { low, high };
    step *= 2;
    if (above > 0 === rising) {
      [high, above] = [low, below];
      low -= step;
      below = f(low);
    } else {
      [low, below] = [high, above];
      high += step;
      above = f(high);
    }
  }
  throw new RangeError("findMonotoneRoot requires a function that changes its sign");
}

/**
 * The root of a monotone function, looked for outwards from a guess.
 * @param f a function that only rises or only falls
 * @param start a guess
 * @param firstStep how far from the guess to begin, above 0
 * @returns the root, as accurate as a double allows
 * @throws RangeError when no change of sign is found
 * @see Brent (1973), chapter 4
 * @example findMonotoneRoot((x) => Math.exp(x) - 2, 0, 1) // log 2
 */
export function findMonotoneRoot(f: RealFunction, start: number, firstStep: number): number {
  const { low, high } = bracketFrom(f, start, firstStep);
  return findRoot(f, low, high, 0);
}
