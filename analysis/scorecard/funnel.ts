/** The funnel: how far an area may lie from all areas together by chance alone, given how few people are in it. */
import type { Bounds } from "../bounds.ts";
import { binomialAtLeast, binomialCdf } from "../statistics/distributions/binomial.ts";
import { normalCdf, normalQuantile, normalUpper } from "../statistics/distributions/normal.ts";
import type { Interval } from "../statistics/interval.ts";

/** Limits of the funnel for n people or answers, for drawing; from all areas together. */
export interface FunnelLimits {
  readonly n: number;
  /** 95 %. */
  readonly near: Interval;
  /** 99.8 %. */
  readonly far: Interval;
}

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

/**
 * Where a mean lies of which only bounds are known, against one of which only bounds are known.
 *
 * @param mean bounds of the area's mean
 * @param n answers behind it, 1 or more
 * @param all bounds of the mean of all areas together, and the standard deviation of single answers at most
 * @returns the place; "only-bounds" where it is not the same for all values within the bounds
 * @throws RangeError if n is below 1 or the standard deviation negative
 * @see meanInFunnel: the place can only rise with the area's mean, and fall with that of all
 * @example boundedInFunnel({ low: 60, high: 66 }, 25, { mean: { low: 70, high: 71 }, sd: 18 });
 */
export function boundedInFunnel(
  mean: Bounds,
  n: number,
  all: { readonly mean: Bounds; readonly sd: number },
): FunnelPosition | "only-bounds" {
  const least = meanInFunnel(mean.low, n, { mean: all.mean.high, sd: all.sd });
  const most = meanInFunnel(mean.high, n, { mean: all.mean.low, sd: all.sd });
  return least === most ? least : "only-bounds";
}

/** Sizes at which the limits of a funnel are drawn. */
const STEPS = 24;

function sizesBetween(smallest: number, largest: number): readonly number[] {
  const steps = Math.min(STEPS, Math.max(1, largest - smallest));
  const sizes = Array.from({ length: steps + 1 }, (_, step) =>
    // The funnel is steep where n is small, so the steps are smaller there.
    Math.round(smallest + (largest - smallest) * (step / steps) ** 2),
  );
  return [...new Set(sizes)];
}

/** The first whole number from 0 to `end` for which `holds`, which stays true once it is. */
function firstWhere(end: number, holds: (k: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The limits between which chance explains a share: the smallest and greatest share of n that is "within".
 *
 * @param smallest n where the funnel begins, 1 or more
 * @param largest n where it ends
 * @param share of all areas together, 0 to 1
 * @returns from the smallest to the largest n
 * @see shareInFunnel
 * @example shareLimits(5, 200, 0.3)[0]?.near;
 */
export function shareLimits(smallest: number, largest: number, share: number): readonly FunnelLimits[] {
  return sizesBetween(smallest, largest).map((n) => {
    const limits = (tail: number) => ({
      lower: firstWhere(n, (count) => binomialCdf(count, n, share) > tail) / n,
      upper: 1 - firstWhere(n, (missing) => binomialAtLeast(n - missing, n, share) > tail) / n,
    });
    return { n, near: limits(BEYOND), far: limits(FAR) };
  });
}

/**
 * The limits between which chance explains a mean.
 *
 * @param smallest n where the funnel begins, 1 or more
 * @param largest n where it ends
 * @param all bounds of the mean and the standard deviation of all areas together; the scale that no limit leaves
 * @returns from the smallest to the largest n
 * @see meanInFunnel
 * @example meanLimits(5, 200, { mean: { low: 3.8, high: 3.9 }, sd: 0.9, lowest: 1, highest: 5 });
 */
export function meanLimits(
  smallest: number,
  largest: number,
  all: { readonly mean: Bounds; readonly sd: number; readonly lowest: number; readonly highest: number },
): readonly FunnelLimits[] {
  return sizesBetween(smallest, largest).map((n) => {
    const limits = (tail: number) => {
      const half = (normalQuantile(1 - tail) * all.sd) / Math.sqrt(n);
      return {
        lower: Math.max(all.lowest, all.mean.low - half),
        upper: Math.min(all.highest, all.mean.high + half),
      };
    };
    return { n, near: limits(BEYOND), far: limits(FAR) };
  });
}
