/** The funnel: how far an area may lie from all areas together by chance alone, given how few people are in it. */
import { binomialAtLeast, binomialCdf } from "../statistics/distributions/binomial.ts";
import { normalCdf, normalUpper } from "../statistics/distributions/normal.ts";

/** Where an area lies: beyond the limits of 95 %, beyond those of 99.8 % ("far"), or within what chance explains. */
export type FunnelPosition = "far-below" | "below" | "within" | "above" | "far-above";

/** One-sided probabilities beyond the limits of 99.8 % and of 95 %. */
const FAR = 0.001;
const BEYOND = 0.025;

function positionOf(below: number, above: number): FunnelPosition {
  if (above <= FAR) return "far-above";
  if (above <= BEYOND) return "above";
  if (below <= FAR) return "far-below";
  if (below <= BEYOND) return "below";
  return "within";
}

/**
 * Where a share lies in the funnel, by exact binomial tails, so that it holds for small numbers too.
 *
 * @param count how many of the area's people did it, a whole number
 * @param n how many people there are
 * @param share of all areas together, 0 to 1
 * @returns the place
 * @throws RangeError if the count is not between 0 and n, or the share not between 0 and 1
 * @see Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185–1202
 * @example shareInFunnel(2, 40, 0.3); // "far-below"
 */
export function shareInFunnel(count: number, n: number, share: number): FunnelPosition {
  if (!(count >= 0 && count <= n)) throw new RangeError("shareInFunnel requires a count between 0 and n");
  return positionOf(binomialCdf(count, n, share), binomialAtLeast(count, n, share));
}

/**
 * Where a mean lies in the funnel, by the normal approximation.
 *
 * @param mean of the area
 * @param n answers behind it, 1 or more
 * @param all mean and standard deviation (of single answers) of all areas together, in the same unit
 * @returns the place; "within" where nobody differs from anybody
 * @throws RangeError if n is below 1 or the standard deviation negative
 * @see Spiegelhalter (2005), section 3.1: the target plus or minus z times s over the root of n
 * @example meanInFunnel(3.1, 25, { mean: 3.8, sd: 0.9 }); // "far-below"
 */
export function meanInFunnel(
  mean: number,
  n: number,
  all: { readonly mean: number; readonly sd: number },
): FunnelPosition {
  if (!(n >= 1) || !(all.sd >= 0))
    throw new RangeError("meanInFunnel requires answers and a spread of 0 or more");
  if (all.sd === 0) return "within";
  const z = ((mean - all.mean) * Math.sqrt(n)) / all.sd;
  return positionOf(normalCdf(z), normalUpper(z));
}
