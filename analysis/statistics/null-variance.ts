/** The variance of answers given at random, against which agreement is measured. */

/**
 * The variance of a uniform null distribution: every point equally likely.
 * @param points number of points of the item, 2 or more
 * @returns (A² − 1) / 12
 * @throws RangeError when there are fewer than two points
 * @see James, Demaree and Wolf (1984), equation 4
 * @example uniformNullVariance(5) // 2
 */
export function uniformNullVariance(points: number): number {
  if (!Number.isInteger(points) || points < 2)
    throw new RangeError("a null variance requires at least two points");
  return (points * points - 1) / 12;
}

/**
 * The variance of any null distribution over the points 1, 2, 3, …
 * @param chances the probability of each point, adding up to 1
 * @returns its variance
 * @throws RangeError when the probabilities do not add up to 1
 * @see James, Demaree and Wolf (1984)
 * @example nullVariance([0.5, 0.5]) // 0.25
 */
export function nullVariance(chances: readonly number[]): number {
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  if (!(Math.abs(all - 1) < 1e-9))
    throw new RangeError("a null distribution requires probabilities that add up to 1");
  const centre = chances.reduce((sum, chance, i) => sum + chance * (i + 1), 0);
  return chances.reduce((sum, chance, i) => sum + chance * (i + 1 - centre) ** 2, 0);
}

/** Slightly skewed null distribution of a five-point item: people tend to answer kindly. Variance 1.34. */
export const SLIGHTLY_SKEWED_FIVE_POINTS = [0.05, 0.15, 0.2, 0.35, 0.25] as const;
