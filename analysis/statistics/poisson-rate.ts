/** Rates of events such as complaints, and the ratio of two rates, with exact limits. */
import { binomialAtLeast, binomialCdf, binomialProbability } from "./distributions/binomial.ts";
import { gammaQuantile } from "./distributions/chi-square.ts";
import { betaQuantile } from "./distributions/f-distribution.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";

/** Events among so many staff (or staff-months: any exposure). */
export interface EventCount {
  /** A whole number of 0 or more. */
  readonly events: number;
  /** Above 0. */
  readonly exposure: number;
}

/** Direction: second / first. p values are two-sided. */
export interface RateRatio {
  readonly rate1: number;
  readonly rate2: number;
  readonly interval1: Interval;
  readonly interval2: Interval;
  /** Infinity when only the first had no events. */
  readonly ratio: number;
  /** Exact, given the total of events; upper may be Infinity. */
  readonly interval: Interval;
  /** Twice the smaller tail: goes with the interval. */
  readonly pCentral: number;
  /** All outcomes at most as likely. */
  readonly pMinimumLikelihood: number;
  readonly pCentralMid: number;
}

function requireCount({ events, exposure }: EventCount): void {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError("a rate requires a whole number of events, 0 or more");
  if (!(exposure > 0) || !Number.isFinite(exposure))
    throw new RangeError("a rate requires an exposure above 0");
}

/**
 * The exact limits of a Poisson rate, per unit of exposure.
 * @param count events and exposure
 * @param level confidence level
 * @returns the limits
 * @throws RangeError when the count or the level is not valid
 * @see Garwood (1936), by gamma quantiles
 * @example rateInterval({ events: 3, exposure: 50 }) // 0.0124 to 0.1753
 */
export function rateInterval(count: EventCount, level = DEFAULT_LEVEL): Interval {
  requireCount(count);
  const tail = tailOf(level);
  const { events, exposure } = count;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events) / exposure,
    upper: gammaQuantile(1 - tail, events + 1) / exposure,
  };
}

/** P of all binomial outcomes at most as likely as the observed one, with the slack of R's binom.test. */
function minimumLikelihoodP(k: number, n: number, p: number): number {
  const limit = binomialProbability(k, n, p) * (1 + 1e-7);
  const mode = n * p;
  if (k === mode) return 1;
  let away = 0;
  if (k < mode) {
    for (let i = n; i >= Math.ceil(mode) && binomialProbability(i, n, p) <= limit; i -= 1) away += 1;
    return Math.min(1, binomialCdf(k, n, p) + (away > 0 ? binomialAtLeast(n - away + 1, n, p) : 0));
  }
  for (let i = 0; i <= Math.floor(mode) && binomialProbability(i, n, p) <= limit; i += 1) away += 1;
  return Math.min(1, binomialAtLeast(k, n, p) + (away > 0 ? binomialCdf(away - 1, n, p) : 0));
}

/**
 * Compares two rates: the ratio second / first with exact conditional limits.
 * @param first events and exposure of the first wave
 * @param second events and exposure of the second wave
 * @param level confidence level
 * @returns rates, ratio, limits and p values, or "no-answers" when there was no event at all
 * @throws RangeError when a count or the level is not valid
 * @see Przyborowski and Wilenski (1940): given the total, the second count is binomial; Clopper-Pearson limits
 * @example rateRatio({ events: 12, exposure: 400 }, { events: 25, exposure: 380 }).ratio // 2.19
 */
export function rateRatio(first: EventCount, second: EventCount, level = DEFAULT_LEVEL): Outcome<RateRatio> {
  const tail = tailOf(level);
  const interval1 = rateInterval(first, level);
  const interval2 = rateInterval(second, level);
  const total = first.events + second.events;
  if (total === 0) return notComputed("no-answers");
  const x = second.events;
  const share = second.exposure / (first.exposure + second.exposure);
  const low = x === 0 ? 0 : betaQuantile(tail, x, total - x + 1);
  const high = x === total ? 1 : betaQuantile(1 - tail, x + 1, total - x);
  const scale = first.exposure / second.exposure;
  const upperTail = binomialAtLeast(x, total, share);
  const lowerTail = binomialCdf(x, total, share);
  const half = binomialProbability(x, total, share) / 2;
  const rate1 = first.events / first.exposure;
  const rate2 = x / second.exposure;
  return {
    computed: true,
    rate1,
    rate2,
    interval1,
    interval2,
    ratio: rate2 / rate1,
    interval: { lower: (low / (1 - low)) * scale, upper: (high / (1 - high)) * scale },
    pCentral: Math.min(1, 2 * Math.min(upperTail, lowerTail)),
    pMinimumLikelihood: minimumLikelihoodP(x, total, share),
    pCentralMid: Math.min(1, 2 * Math.min(upperTail - half, lowerTail - half)),
  };
}
