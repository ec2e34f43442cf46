/** Welch's t test of two samples of which only bounds are known: what holds for every sample within them. */
import { tQuantile, tTwoSided, tUpper } from "./distributions/student-t.ts";
import { DEFAULT_LEVEL, type Interval, tailOf } from "./interval.ts";

/** The least and the most that a number can be. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** One sample. */
export interface BoundedSample {
  /** 2 or more; a range where it is not known how many answered. */
  readonly n: Range;
  readonly mean: Range;
  /** Sample standard deviation. */
  readonly sd: Range;
}

/** What the test can give; direction second − first. */
export interface BoundedWelch {
  readonly estimate: Range;
  readonly standardError: Range;
  readonly t: Range;
  readonly df: Range;
  /** Two-sided. The high end is the least favourable value. */
  readonly p: Range;
  /** Outermost limits. */
  readonly interval: Interval;
}

/** Welch-Satterthwaite depends on the ratio of both squared errors alone: one peak, lower towards both sides. */
function degreesOfFreedom(ratio: Range, [first, second]: readonly [Range, Range]): Range {
  const at = (r: number, end: keyof Range): number =>
    r === Number.POSITIVE_INFINITY ? first[end] : (r + 1) ** 2 / (r ** 2 / first[end] + 1 / second[end]);
  const isPeakInside = ratio.low <= first.high / second.low && first.low / second.high <= ratio.high;
  return {
    low: Math.min(at(ratio.low, "low"), at(ratio.high, "low")),
    high: isPeakInside ? first.high + second.high : Math.max(at(ratio.low, "high"), at(ratio.high, "high")),
  };
}

function errorsOf(first: BoundedSample, second: BoundedSample): { squared: Range; ratio: Range } {
  const squared = ({ n, sd }: BoundedSample): Range => ({
    low: sd.low ** 2 / n.high,
    high: sd.high ** 2 / n.low,
  });
  const [a, b] = [squared(first), squared(second)];
  const over = (x: number, y: number): number => (y === 0 ? Number.POSITIVE_INFINITY : x / y);
  return {
    squared: { low: a.low + b.low, high: a.high + b.high },
    ratio: { low: a.low === 0 ? 0 : over(a.low, b.high), high: over(a.high, b.low) },
  };
}

function withoutOne({ low, high }: Range): Range {
  return { low: low - 1, high: high - 1 };
}

/** How far a difference is from 0, at least and at most. */
function sizeOf({ low, high }: Range): Range {
  return {
    low: low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high)),
    high: Math.max(Math.abs(low), Math.abs(high)),
  };
}

/**
 * Welch's t test over all samples within bounds. p falls with |t| and with df, so the largest p belongs to the smallest
 * difference with the largest errors and the smallest df; each of the three is taken by itself, so that the range holds
 * every p that is possible and may be a little wider. With exact samples it is Welch's test.
 * @param first the first sample
 * @param second the second sample
 * @param level confidence level
 * @returns ranges that hold what each pair of samples within the bounds gives; undefined where none can vary
 * @throws RangeError below two answers in a sample, or when the level is not between 0 and 1
 * @see Welch (1947); Satterthwaite (1946)
 * @example boundedWelch({ n: { low: 20, high: 20 }, mean: { low: 3, high: 3.2 }, sd }, after)?.p.high
 */
export function boundedWelch(
  first: BoundedSample,
  second: BoundedSample,
  level = DEFAULT_LEVEL,
): BoundedWelch | undefined {
  if (!(first.n.low >= 2 && second.n.low >= 2))
    throw new RangeError("boundedWelch requires two answers a sample");
  const { squared, ratio } = errorsOf(first, second);
  if (squared.high === 0) return undefined;
  const estimate = { low: second.mean.low - first.mean.high, high: second.mean.high - first.mean.low };
  const standardError = { low: Math.sqrt(squared.low), high: Math.sqrt(squared.high) };
  const df = degreesOfFreedom(ratio, [withoutOne(first.n), withoutOne(second.n)]);
  const size = sizeOf(estimate);
  const over = (difference: number, error: number): number =>
    difference === 0 ? 0 : error === 0 ? difference * Number.POSITIVE_INFINITY : difference / error;
  const { low: surest, high: vaguest } = standardError;
  const half = -tQuantile(tailOf(level), df.low) * vaguest;
  const largest = over(size.high, surest);
  return {
    estimate,
    standardError,
    t: {
      low: over(estimate.low, estimate.low < 0 ? surest : vaguest),
      high: over(estimate.high, estimate.high > 0 ? surest : vaguest),
    },
    df,
    p: {
      low: Number.isFinite(largest) ? tTwoSided(largest, df.high) : 0,
      high: tTwoSided(over(size.low, vaguest), df.low),
    },
    interval: { lower: estimate.low - half, upper: estimate.high + half },
  };
}

/**
 * Whether every difference within the bounds is shown to lie within a limit, by two one-sided tests at 5 %.
 * @param test from boundedWelch
 * @param limit the smallest difference that matters, above 0
 * @returns true only if it holds for all of them
 * @see Schuirmann (1987)
 * @example isEquivalentThroughout(test, 0.2)
 */
export function isEquivalentThroughout(
  { estimate, standardError, df }: Pick<BoundedWelch, "estimate" | "standardError" | "df">,
  limit: number,
): boolean {
  const room = Math.min(limit + estimate.low, limit - estimate.high);
  return room > 0 && tUpper(room / standardError.high, df.low) < 0.05;
}
