/** The named rule that tells blind spots and hidden strengths from small differences. */
import type { Figure } from "../disclosure/cell.ts";

/**
 * The half-point rule. Published thresholds differ: many 360 reports mark half a point on a scale of five,
 * others a whole point or a third of the scale. Half a point is about half a standard deviation of such
 * ratings, the cut that Atwater and Yammarino (1992) and Fleenor, McCauley and Brutus (1996) use to tell
 * over- and under-estimators from those in agreement. The words come from the Johari window (Luft and
 * Ingham, 1955). It is a convention for a conversation, not a test of significance.
 */
export const HALF_POINT_RULE = {
  name: "half-point rule",
  source:
    "Self at least half a point (on a scale of 1 to 5; in proportion on others) above all others: blind spot; " +
    "as much below: hidden strength. After the half standard deviation of Atwater & Yammarino (1992) and " +
    "Fleenor, McCauley & Brutus (1996); words after Luft & Ingham (1955). A convention, not a significance test.",
  /** Of the distance between the ends of the scale: half a point of 1 to 5. */
  shareOfRange: 1 / 8,
} as const;

/**
 * What a gap means under the half-point rule. A bound that could undo the verdict counts as agreement: self
 * 5.0 beside "at least 4.5" is no blind spot.
 *
 * @param gap self minus all others, from displayed numbers
 * @param bound whether the true gap may be smaller ("at-most") or larger ("at-least") than displayed
 * @param points points of the scale
 * @returns the verdict
 * @see HALF_POINT_RULE
 * @example gapVerdict(0.5, "exact", 5); // "blind-spot"
 */
export function gapVerdict(
  gap: number,
  bound: Figure["bound"],
  points: number,
): "blind-spot" | "hidden-strength" | "in-agreement" {
  const threshold = (points - 1) * HALF_POINT_RULE.shareOfRange;
  const maySmaller = bound === "at-most" || bound === "about";
  const mayLarger = bound === "at-least" || bound === "about";
  if (gap >= threshold && !maySmaller) return "blind-spot";
  if (gap <= -threshold && !mayLarger) return "hidden-strength";
  return "in-agreement";
}
