/** Figures of the scorecard as texts: shares in per cent, means in points, changes with their sign. */
import type { ScorecardFigure, ScorecardMeasure } from "../../../analysis/scorecard/scorecard-model.ts";
import { percent, rounded, signed } from "../figures/number-text.ts";

type Measured = Pick<ScorecardMeasure, "kind" | "lowest">;

/** A mean whose scale goes below 0 is a change. */
export function valueText({ kind, lowest }: Measured, value: number): string {
  if (kind === "share") return percent(value);
  return lowest < 0 ? signed(value, 2) : rounded(value, 2);
}

export function limitsText(measure: Measured, { interval }: ScorecardFigure): string {
  if (interval === null) return "–";
  return `${valueText(measure, interval.lower)} to ${valueText(measure, interval.upper)}`;
}
