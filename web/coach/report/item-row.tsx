/** One item: its words, its strip, and every figure with its count. */

import type { ItemRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import type { Scale } from "../../../surveys/definition.ts";
import { inEnglish } from "../../ui/localised.ts";
import { directionSentence, REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { MarkSign } from "./chart-mark.tsx";
import { DistributionTable } from "./distribution-table.tsx";
import { FigureCell } from "./figure-table.tsx";
import { namedCells } from "./row-figures.ts";
import { StripChart } from "./strip-chart.tsx";

interface ItemRowProps {
  readonly item: ItemRow;
  readonly blocks: readonly ReportBlock[];
  readonly points: number;
  readonly minimum: number;
  readonly scale: Scale | undefined;
}

export function ItemFigures({ item, blocks, points, minimum, scale }: ItemRowProps) {
  return (
    <li className="item">
      <div className="item-words">
        <p className="item-label">{inEnglish(item.label)}</p>
        {item.selfLabel !== undefined && (
          <p className="hint">{REPORT_TEXTS.selfRead(inEnglish(item.selfLabel))}</p>
        )}
        {item.reverseKeyed && <p className="hint">{REPORT_TEXTS.turned}</p>}
      </div>
      <div className="item-chart">
        <StripChart row={item} blocks={blocks} points={points} />
        <ul className="item-figures">
          {namedCells(item, blocks).map(({ code, label, cell }) => (
            <li key={code}>
              <MarkSign code={code} />
              <span className="reader-only">{label} </span>
              <FigureCell cell={cell} minimum={minimum} />
            </li>
          ))}
        </ul>
        {blocks.map(({ code, label }) => {
          const told = item.directions?.[code];
          // That nothing can be told, the hatched field says.
          if (told === undefined || told.direction === "not-told") return null;
          return (
            <p className="hint" key={code}>
              <MarkSign code={code} />{" "}
              {directionSentence(inEnglish(label), { ...told, direction: told.direction })}
            </p>
          );
        })}
        <DistributionTable item={item} blocks={blocks} scale={scale} />
      </div>
    </li>
  );
}
