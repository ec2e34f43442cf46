/** Numbers as the evaluator reads them: rounded once, with a real minus sign, and never "−0". */
import type { Change, ComparedMeasure } from "../../../analysis/comparison/comparison-model.ts";

/** Rounded half away from zero. */
export function rounded(value: number, digits: number): string {
  const factor = 10 ** digits;
  // The nudge undoes what binary fractions lose: 1.005 is stored as 1.00499…
  const whole = Math.round(Math.abs(value) * factor * (1 + 4 * Number.EPSILON));
  const text = (whole / factor).toFixed(digits);
  return value < 0 && whole > 0 ? `−${text}` : text;
}

/** With its sign: changes read "+0.31" and "−6". */
export function signed(value: number, digits: number): string {
  const text = rounded(value, digits);
  return value > 0 && Number(text) > 0 ? `+${text}` : text;
}

/** A share of 0 to 1 as whole per cent. */
export function percent(share: number): string {
  return `${rounded(share * 100, 0)} %`;
}

/** Digits after the point: two for scale points, none for the index. */
export function digitsOf(kind: ComparedMeasure["kind"]): number {
  return kind === "index" ? 0 : 2;
}

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
