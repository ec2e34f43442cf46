/** A hatched field and the reason why there is no figure. */
import type { NoFigureReason } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { HatchSwatch } from "../../ui/hatch.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { REASONS, SHORT_REASONS } from "../../ui/texts/suppression.ts";

interface HiddenFigureProps {
  readonly reason: NoFigureReason;
  readonly minimum: number;
}

/** In a few words. */
export function hiddenShort({ reason, minimum }: HiddenFigureProps): string {
  return reason === "not-asked" ? COMPARISON_TEXTS.notAskedShort : SHORT_REASONS[reason](minimum);
}

/** For a table's cell; the sentence follows a pointer. */
export function HiddenFigure(props: HiddenFigureProps) {
  return (
    <span className="hidden-figure" title={hiddenSentence(props)}>
      <HatchSwatch /> {hiddenShort(props)}
    </span>
  );
}

/** The sentence, for where there is room. */
export function hiddenSentence({ reason, minimum }: HiddenFigureProps): string {
  return reason === "not-asked" ? COMPARISON_TEXTS.notAsked : REASONS[reason](minimum);
}
