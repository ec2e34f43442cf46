/** A change, its limits and its p as the evaluator reads them. */
import type { Change } from "../../../analysis/comparison/comparison-model.ts";
import { rounded, signed } from "../../../analysis/number-text.ts";

/** "0.12 to 0.50". */
export function intervalText({ lower, upper }: { lower: number; upper: number }, digits: number): string {
  return `${rounded(lower, digits)} to ${rounded(upper, digits)}`;
}

/** "+0.31", and its limits "+0.12 to +0.50" where there are some. */
export function changeTexts(
  { estimate, interval }: Change,
  digits: number,
): { readonly estimate: string; readonly limits: string | null } {
  return {
    estimate: signed(estimate, digits),
    limits:
      interval === null ? null : `${signed(interval.lower, digits)} to ${signed(interval.upper, digits)}`,
  };
}

/** "p" as printed in a detail row. */
export function pText(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${rounded(p, 3)}`;
}
