/** Figures of a comparison within tables: a mean with its n, a change with its limits. */
import { meanText } from "../../../analysis/bound-text.ts";
import type {
  StaffDifference,
  StaffFigures,
  WaveCell,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { changeTexts } from "../figures/change-text.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";

interface MeanFigureProps {
  readonly cell: WaveCell<StaffFigures> | undefined;
  readonly digits: number;
  readonly minimum: number;
}

export function MeanFigure({ cell, digits, minimum }: MeanFigureProps) {
  if (cell === undefined) return "–";
  if (!cell.shown) return <HiddenFigure reason={cell.reason} minimum={minimum} />;
  const { mean, given } = cell.value;
  return (
    <>
      <span className="figure-strong">
        {mean === null ? COMPARISON_TEXTS.hiddenParts : meanText(mean, digits)}
      </span>{" "}
      <span className="figure-count">{EVALUATOR_TEXTS.results.answersN(given)}</span>
    </>
  );
}

export function ChangeFigure({
  change,
  digits,
}: {
  readonly change: StaffDifference | null;
  readonly digits: number;
}) {
  if (change === null) return "–";
  const { estimate, limits } = changeTexts(change, digits);
  return (
    <>
      <span className="figure-strong">{estimate}</span>
      {limits !== null && (
        <span className="figure-limits">
          <span className="reader-only">{COMPARISON_TEXTS.limits("")}</span> {limits}
        </span>
      )}
    </>
  );
}
