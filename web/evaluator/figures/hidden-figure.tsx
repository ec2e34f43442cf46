/** A hatched field and the reason why there is no figure. */
import type { NoFigureReason } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { HatchSwatch } from "../../ui/hatch.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { REASONS, SHORT_REASONS, SHORT_SURVEY_REASONS, SURVEY_REASONS } from "../../ui/texts/suppression.ts";

interface HiddenFigureProps {
  readonly reason: NoFigureReason;
  readonly minimum: number;
}

/** Why a figure is not shown. */
export interface HiddenWords {
  /** A few words, for a cell. */
  readonly short: string;
  /** For where there is room. */
  readonly sentence: string;
}

/** In the words of a survey. */
export function hiddenWords({ reason, minimum }: HiddenFigureProps): HiddenWords {
  if (reason === "not-asked") {
    return { short: COMPARISON_TEXTS.notAskedShort, sentence: COMPARISON_TEXTS.notAsked };
  }
  return {
    short: (SHORT_SURVEY_REASONS[reason] ?? SHORT_REASONS[reason])(minimum),
    sentence: (SURVEY_REASONS[reason] ?? REASONS[reason])(minimum),
  };
}

/** For a table's cell; the sentence follows a pointer. */
export function Hidden({ short, sentence }: HiddenWords) {
  return (
    <span className="hidden-figure" title={sentence}>
      <HatchSwatch /> {short}
    </span>
  );
}

export function HiddenFigure(props: HiddenFigureProps) {
  return <Hidden {...hiddenWords(props)} />;
}
