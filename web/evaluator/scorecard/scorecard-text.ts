/** The scorecard in words: shares in per cent, means in points, changes with their sign, and why one is missing. */

import type { Cell } from "../../../analysis/disclosure/cell.ts";
import { percent, rounded, signed } from "../../../analysis/number-text.ts";
import type {
  ScorecardArea,
  ScorecardFigure,
  ScorecardMeasure,
} from "../../../analysis/scorecard/scorecard-model.ts";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { type HiddenWords, hiddenWords } from "../figures/hidden-figure.tsx";

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

interface MissingFigure {
  readonly kind: ScorecardMeasure["kind"];
  readonly figure: Extract<Cell<ScorecardFigure>, { readonly shown: false }>;
  /** Undefined: of all areas together. */
  readonly area: ScorecardArea | undefined;
  readonly minimum: number;
}

/** Shares count people of a list, means the answers of a survey: what is missing differs. */
export function missingWords({ kind, figure: { reason }, area, minimum }: MissingFigure): HiddenWords {
  const { missing } = SCORECARD_TEXTS;
  if (kind === "mean") return reason === "no-answers" ? missing.noAnswers : hiddenWords({ reason, minimum });
  if (area?.headcount === null) return missing.noHeadcount;
  return reason === "no-answers" ? missing.nobody : missing.fewPeople(minimum);
}
