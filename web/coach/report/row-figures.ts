/** One line of figures as a list of named cells, in the order in which every chart and table shows them. */
import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import type { FigureRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { ALL_OTHERS } from "./chart-mark.tsx";
import { spokenFigure } from "./figure-text.ts";

export interface NamedCell {
  readonly code: string;
  readonly label: string;
  readonly cell: Cell<Figure>;
}

/** The blocks in the report's order, then all others. */
export function namedCells(row: FigureRow, blocks: readonly ReportBlock[]): readonly NamedCell[] {
  const cells = blocks.map((block): NamedCell => {
    const cell = row.blocks[block.code] ?? { shown: false, reason: "no-answers" };
    return { code: block.code, label: inEnglish(block.label), cell };
  });
  return [...cells, { code: ALL_OTHERS, label: REPORT_TEXTS.allOthers, cell: row.allOthers }];
}

/** What a chart of this line shows, as a sentence for those who do not see it. */
export function rowSentence(row: FigureRow, cells: readonly NamedCell[]): string {
  const parts = cells.map(({ label, cell }) =>
    cell.shown
      ? REPORT_TEXTS.rowPart(label, spokenFigure(cell.value), cell.n)
      : REPORT_TEXTS.rowHidden(label),
  );
  return REPORT_TEXTS.rowSentence(inEnglish(row.label), parts);
}
