/** The practical size of a difference: significance alone says little when thousands answered. */
import { type EstimateWithError, equivalenceTest } from "../statistics/equivalence-test.ts";
import type { Band } from "./comparison-model.ts";

/** 0.2 on a scale of five points, and as much in proportion on others. */
const PART_OF_RANGE = 0.05;
/** In percentage points of shares and points of the index. */
export const BAND_IN_POINTS_OF_100 = 3;

/**
 * The difference below which two waves count as about the same.
 * @param kind what is compared
 * @param lowest lowest possible score
 * @param highest highest possible score
 * @returns the limit in the measure's units
 * @example bandLimit("scale", 1, 5) // 0.2
 */
export function bandLimit(kind: "item" | "scale" | "index", lowest: number, highest: number): number {
  return kind === "index" ? BAND_IN_POINTS_OF_100 : (highest - lowest) * PART_OF_RANGE;
}

/**
 * Puts a difference into its band.
 * @param estimate the difference, after − before
 * @param limit the limit of the band
 * @param test the same difference with its error, when it could be worked out
 * @returns the band, with the verdict of two one-sided tests at 5 %
 * @see Schuirmann (1987); Lakens (2017)
 * @example practicalBand(0.05, 0.2, null).size // "about-the-same"
 */
export function practicalBand(estimate: number, limit: number, test: EstimateWithError | null): Band {
  const equivalent = test === null ? null : equivalenceTest(test, { lower: -limit, upper: limit }).equivalent;
  // Exactly at the limit is a difference; sums of fractions of a point must not decide that.
  const within = Math.abs(estimate) < limit - 1e-9;
  return { limit, size: within ? "about-the-same" : estimate > 0 ? "higher" : "lower", equivalent };
}
