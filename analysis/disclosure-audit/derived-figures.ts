/** Whether figures that claim to be made of displayed ones really are: then they tell nothing new. */
import type { DerivedFigure, DisplayedFigure } from "./published.ts";

/** Tenths of a point: the step between two displayed numbers. */
const STEPS = 10;

/**
 * Works a derived figure out again, in whole tenths.
 *
 * @param derived a figure and the displayed ones it claims to be made of
 * @returns true if value, count and bound are exactly what the parts give
 * @example isDerived({ name, shown, parts, divisor: 9, count: "sum" });
 */
export function isDerived({ shown, parts, divisor, count }: DerivedFigure): boolean {
  if (parts.length === 0 || !Number.isSafeInteger(divisor) || divisor < 1) return false;
  const total = parts.reduce((sum, { figure, weight }) => sum + weight * inTenths(figure.value), 0);
  // Halves go up: shown - 1/2 <= total / divisor < shown + 1/2, doubled so that all numbers stay whole.
  const twice = 2 * inTenths(shown.value) * divisor;
  if (!(twice - divisor <= 2 * total && 2 * total < twice + divisor)) return false;
  const counts = parts.map(({ figure }) => figure.n);
  const expected = count === "sum" ? counts.reduce((sum, n) => sum + n, 0) : Math.min(...counts);
  return shown.n === expected && shown.bound === boundOf(parts);
}

/** NaN for a number that is not in tenths, which no comparison lets pass. */
function inTenths(value: number): number {
  const steps = Math.round(value * STEPS);
  return Math.abs(value * STEPS - steps) < 1e-6 ? steps : Number.NaN;
}

function boundOf(parts: DerivedFigure["parts"]): DisplayedFigure["bound"] {
  let least = false;
  let most = false;
  for (const { figure, weight } of parts) {
    const { bound } = figure;
    if (bound === "about" || bound === (weight > 0 ? "at-least" : "at-most")) least = true;
    if (bound === "about" || bound === (weight > 0 ? "at-most" : "at-least")) most = true;
  }
  if (least && most) return "about";
  if (least) return "at-least";
  return most ? "at-most" : "exact";
}
