/** The tables behind the charts: every figure with its count, every hidden one with its reason. */

import type { Cell, Figure } from "../../../analysis/disclosure/cell.ts";
import type { FigureRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import { HatchSwatch } from "../../ui/hatch.tsx";
import { inEnglish } from "../../ui/localised.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { REASONS, SHORT_REASONS } from "../../ui/texts/suppression.ts";
import { ALL_OTHERS, MarkSign } from "./chart-mark.tsx";
import { figureText } from "./figure-text.ts";
import { namedCells } from "./row-figures.ts";

/** A figure and its n; or a hatched field that says why there is none. */
export function FigureCell({ cell, minimum }: { readonly cell: Cell<Figure>; readonly minimum: number }) {
  if (!cell.shown) {
    return (
      <span className="hidden-figure">
        <HatchSwatch /> {SHORT_REASONS[cell.reason](minimum)}
      </span>
    );
  }
  return (
    <span className="figure">
      <span className="figure-mean">{figureText(cell.value)}</span>{" "}
      <span className="figure-count">{REPORT_TEXTS.n(cell.n)}</span>
    </span>
  );
}

interface FigureTableProps {
  readonly caption: string;
  readonly head: string;
  readonly rows: readonly FigureRow[];
  readonly blocks: readonly ReportBlock[];
  readonly minimum: number;
}

/** Lines of figures by block, behind a chart of several lines. */
export function FigureTable({ caption, head, rows, blocks, minimum }: FigureTableProps) {
  return (
    <ScrollRegion className="table-scroll" label={caption}>
      <table className="figures-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {blocks.map((block) => (
              <th scope="col" key={block.code}>
                <MarkSign code={block.code} /> {inEnglish(block.label)}
              </th>
            ))}
            <th scope="col">
              <MarkSign code={ALL_OTHERS} /> {REPORT_TEXTS.allOthers}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row">{inEnglish(row.label)}</th>
              {namedCells(row, blocks).map(({ code, cell }) => (
                <td key={code}>
                  <FigureCell cell={cell} minimum={minimum} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** One line of figures, a group a row: stands beside the large chart of a dimension. */
export function GroupTable({
  caption,
  row,
  blocks,
  minimum,
}: {
  readonly caption: string;
  readonly row: FigureRow;
  readonly blocks: readonly ReportBlock[];
  readonly minimum: number;
}) {
  return (
    <table className="group-table">
      <caption className="reader-only">{caption}</caption>
      <thead className="reader-only">
        <tr>
          <th scope="col">{REPORT_TEXTS.group}</th>
          <th scope="col">{REPORT_TEXTS.value}</th>
          <th scope="col">{REPORT_TEXTS.count}</th>
        </tr>
      </thead>
      <tbody>
        {namedCells(row, blocks).map(({ code, label, cell }) => (
          <tr key={code}>
            <th scope="row">
              <MarkSign code={code} /> {label}
            </th>
            {cell.shown ? (
              <>
                <td className="figure-mean">{figureText(cell.value)}</td>
                <td className="figure-count">{REPORT_TEXTS.n(cell.n)}</td>
              </>
            ) : (
              <td colSpan={2} className="hidden-reason">
                <HatchSwatch /> {REASONS[cell.reason](minimum)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
