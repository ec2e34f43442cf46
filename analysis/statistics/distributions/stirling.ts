/** What is left of log gamma and of binomial deviances once their large, cancelling parts are taken out. */

/**
 * The error of Stirling's formula, log Γ(x + 1) − (x + ½) log x + x − ½ log 2π.
 * Probabilities built from it keep their relative accuracy where sums of log gammas lose it.
 * @param x a number above 0
 * @returns the error, between 0 and about 0.92 for x above 0.01
 * @throws RangeError when x is not above 0
 * @see Loader (2000), Fast and Accurate Computation of Binomial Probabilities, section 3
 * @example stirlingError(1) // 0.0810614667953…
 */
export function stirlingError(x: number): number {
  if (!(x > 0)) throw new RangeError("stirlingError requires a number above 0");
  let at = x;
  let shifted = 0;
  while (at < 16) {
    shifted += (at + 0.5) * Math.log1p(1 / at) - 1;
    at += 1;
  }
  const square = at * at;
  const series =
    1 / 12 -
    (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) /
      square;
  return shifted + series / at;
}

/**
 * The deviance part x log(x / m) + m − x, without cancellation where x is close to m.
 * @param x an observed count, 0 or more, not necessarily whole
 * @param m the expected count, above 0
 * @returns the deviance part, 0 or more
 * @see Loader (2000), section 4, function bd0
 * @example devianceTerm(3, 3) // 0
 */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const ratio = (x - m) / (x + m);
  const square = ratio * ratio;
  let total = (x - m) * ratio;
  let power = 2 * x * ratio;
  for (let j = 1; j < 1000; j += 1) {
    power *= square;
    const next = total + power / (2 * j + 1);
    if (next === total) break;
    total = next;
  }
  return total;
}
