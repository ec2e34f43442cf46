/** The scorecard in words: shares in per cent, means in points, changes with their sign, and why one is missing. */

import { changeText, meanText, percentRange } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import type {
  NoShareReason,
  ScorecardFigure,
  ScorecardFigureCell,
  ScorecardMeasure,
} from "../../../analysis/scorecard/scorecard-model.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { type HiddenWords, hiddenWords } from "../figures/hidden-figure.tsx";

type Measured = Pick<ScorecardMeasure, "kind" | "lowest" | "highest">;

/** Scales as long as an index need no decimals. */
const LONG = 20;

/** A mean whose scale goes below 0 is a change. */
export function valueText({ kind, lowest, highest }: Measured, value: Bounds): string {
  if (kind === "share") return percentRange(value);
  const digits = highest - lowest > LONG ? 0 : 2;
  return lowest < 0 ? changeText(value, digits) : meanText(value, digits);
}

export function limitsText(measure: Measured, { interval }: ScorecardFigure): string {
  if (interval === null) return "–";
  return [interval.lower, interval.upper].map((end) => valueText(measure, exactly(end))).join(" to ");
}

type Missing = Extract<ScorecardFigureCell, { readonly shown: false }>;

function shareWords(reason: NoShareReason, minimum: number): HiddenWords {
  const { missing } = SCORECARD_TEXTS;
  if (reason === "no-headcount") return missing.noHeadcount;
  return reason === "no-people" ? missing.nobody : missing.fewPeople(minimum);
}

/** Shares count people of a list, means the answers of a survey: what is missing differs. */
export function missingWords({ reason }: Missing, minimum: number): HiddenWords {
  switch (reason) {
    case "no-headcount":
    case "no-people":
    case "few-people":
      return shareWords(reason, minimum);
    case "no-answers":
      return SCORECARD_TEXTS.missing.noAnswers;
    default:
      return hiddenWords({ reason, minimum });
  }
}
