/** A 360 report in one line of a terminal: how many answered, and each dimension. */
import type { Cell, Figure } from "../../analysis/disclosure/cell.ts";
import type { Report360 } from "../../analysis/report360/report-model.ts";

export interface ReportSummary {
  readonly subject: string;
  readonly blocks: readonly { readonly code: string; readonly received: Cell<number> }[];
  /** All others, by dimension. */
  readonly dimensions: readonly { readonly code: string; readonly allOthers: Cell<Figure> }[];
  readonly notes: readonly string[];
}

export function summariseReport(report: Report360): ReportSummary {
  return {
    subject: report.subject,
    blocks: report.blocks.map(({ code, received }) => ({ code, received })),
    dimensions: report.dimensions.map(({ code, allOthers }) => ({ code, allOthers })),
    notes: report.notes.map(({ code }) => code),
  };
}

/** For instance "company-2  direct-report n=45  leadership-climate 3.1". */
export function summaryLine({ subject, blocks, dimensions }: ReportSummary): string {
  const responses = blocks.map(
    ({ code, received }) => `${code} ${received.shown ? `n=${received.n}` : "n hidden"}`,
  );
  const figures = dimensions.map(({ code, allOthers }) => `${code} ${figureText(allOthers)}`);
  return [subject, ...(responses.length > 0 ? responses : ["no group large enough"]), ...figures].join("  ");
}

const BOUNDS = { exact: "", "at-least": ">=", "at-most": "<=", about: "~" } as const satisfies Record<
  Figure["bound"],
  string
>;

function figureText(cell: Cell<Figure>): string {
  return cell.shown ? `${BOUNDS[cell.value.bound]}${cell.value.mean.toFixed(1)}` : `hidden (${cell.reason})`;
}
