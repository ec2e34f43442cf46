/** A change, its limits and its p as the evaluator reads them. */
import { changeText, rangeText } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import { rounded, signed } from "../../../analysis/number-text.ts";
import type { StaffDifference } from "../../../analysis/staff-comparison/staff-comparison-model.ts";

/** "0.12 to 0.50". */
export function intervalText({ lower, upper }: { lower: number; upper: number }, digits: number): string {
  return `${rounded(lower, digits)} to ${rounded(upper, digits)}`;
}

/** "+0.31" or "+0.20 to +0.42", and its limits "+0.12 to +0.50" where there are some. */
export function changeTexts(
  { estimate, interval }: StaffDifference,
  digits: number,
): { readonly estimate: string; readonly limits: string | null } {
  return {
    estimate: changeText(estimate, digits),
    limits:
      interval === null ? null : `${signed(interval.lower, digits)} to ${signed(interval.upper, digits)}`,
  };
}

/** "p" as printed in a detail row: from the most to the least favourable value within the bounds. */
export function pText({ low, high }: Bounds): string {
  if (high < 0.001) return "p < 0.001";
  const text = rangeText({ low, high }, (p) => (p < 0.001 ? "less than 0.001" : rounded(p, 3)));
  return low === high ? `p = ${text}` : `p from ${text}`;
}
