/** One figure of a table: its number with n, or hatched with the reason. */
import type { ReactNode } from "react";
import { rounded } from "../../../analysis/number-text.ts";
import { FIGURES_TEXTS } from "../../ui/texts/mentoring-figures.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import type { CountCell, MeanCell } from "./load-figures.ts";

interface CellProps<Of> {
  readonly cell: Of;
  readonly minimum: number;
  readonly head: string;
}

interface CountProps extends CellProps<CountCell> {
  /** Whole numbers unless it says otherwise. */
  readonly digits?: number;
  readonly unit?: string;
}

function Shown({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <td className="number" data-head={head}>
      {children}
    </td>
  );
}

export function CountFigure({ cell, minimum, head, digits = 0, unit = "" }: CountProps) {
  return (
    <Shown head={head}>
      {cell.shown ? (
        `${rounded(cell.value, digits)}${unit}`
      ) : (
        <HiddenFigure reason={cell.reason} minimum={minimum} />
      )}
    </Shown>
  );
}

export function MeanFigure({ cell, minimum, head }: CellProps<MeanCell>) {
  return (
    <Shown head={head}>
      {cell.shown ? (
        `${FIGURES_TEXTS.bounds[cell.value.bound]}${rounded(cell.value.mean, 1)}`
      ) : (
        <HiddenFigure reason={cell.reason} minimum={minimum} />
      )}
    </Shown>
  );
}

/** The share of two figures that are both shown. */
export function shareText(part: CountCell, whole: CountCell): string | undefined {
  if (!part.shown || !whole.shown || whole.value === 0) return undefined;
  return `${rounded((part.value / whole.value) * 100, 0)} %`;
}
