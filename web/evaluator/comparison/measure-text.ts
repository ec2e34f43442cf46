/** The figures of a compared measure as texts: each wave, the change, and a sentence for the chart. */
import { meanText } from "../../../analysis/bound-text.ts";
import { digitsOf } from "../../../analysis/number-text.ts";
import type {
  StaffFigures,
  StaffMeasure,
  WaveCell,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { courseOf } from "./course.ts";

/** "3.24 (n 270)", or that it is not shown. */
function waveText(cell: WaveCell<StaffFigures> | undefined, digits: number): string {
  if (cell?.shown !== true || cell.value.mean === null) return COMPARISON_TEXTS.waveHidden;
  return COMPARISON_TEXTS.wavePart(meanText(cell.value.mean, digits), cell.value.given);
}

/** What a chart of this measure shows, for those who do not see it. */
export function measureSentence(measure: StaffMeasure): string {
  const digits = digitsOf(measure.kind);
  const { from, to } = measure.change;
  const parts = [measure.waves[from], measure.waves[to]].map((cell) => waveText(cell, digits));
  return COMPARISON_TEXTS.changeSentence(
    measure.label,
    parts,
    COMPARISON_TEXTS.courses[courseOf(measure.change)],
  );
}
