/** Figures of the scorecard as texts: shares in per cent, means in points, changes with their sign. */
import { percent, rounded, signed } from "../../../analysis/number-text.ts";
import type { ScorecardFigure, ScorecardMeasure } from "../../../analysis/scorecard/scorecard-model.ts";

type Measured = Pick<ScorecardMeasure, "kind" | "lowest" | "highest">;

/** Scales as long as an index need no decimals. */
const LONG = 20;

/** A mean whose scale goes below 0 is a change. */
export function valueText({ kind, lowest, highest }: Measured, value: number): string {
  if (kind === "share") return percent(value);
  const digits = highest - lowest > LONG ? 0 : 2;
  return lowest < 0 ? signed(value, digits) : rounded(value, digits);
}

export function limitsText(measure: Measured, { interval }: ScorecardFigure): string {
  if (interval === null) return "–";
  return `${valueText(measure, interval.lower)} to ${valueText(measure, interval.upper)}`;
}
