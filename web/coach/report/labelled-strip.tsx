/** One line of figures, large: each group's mark with its figure and count; hatched lanes for what is not shown. */
import type { FigureRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { ScaleGrid } from "./chart-grid.tsx";
import { ALL_OTHERS, MarkShape } from "./chart-mark.tsx";
import { figureText } from "./figure-text.ts";
import { type NamedCell, namedCells, rowSentence } from "./row-figures.ts";
import { labelledSpan, labelSide, placeOnScale, rowsWithoutOverlap } from "./strip-layout.ts";

const LANE = 24;

interface LabelledStripProps {
  readonly row: FigureRow;
  readonly blocks: readonly ReportBlock[];
  readonly points: number;
}

function LabelledMark({ named, points, y }: { named: NamedCell; points: number; y: number }) {
  if (!named.cell.shown) return null;
  const { n, value } = named.cell;
  const side = labelSide(value.mean, points);
  return (
    <svg x={`${placeOnScale(value.mean, points)}%`} y={y} overflow="visible" role="presentation">
      <MarkShape code={named.code} />
      <text
        className="mark-label"
        x={side === "right" ? 12 : -12}
        y="5"
        textAnchor={side === "right" ? "start" : "end"}
      >
        <tspan className="mark-figure">{figureText(value)}</tspan>
        <tspan className="mark-count" dx="4">
          {REPORT_TEXTS.n(n)}
        </tspan>
      </text>
    </svg>
  );
}

/** The chart at the head of a dimension. */
export function LabelledStrip({ row, blocks, points }: LabelledStripProps) {
  const cells = namedCells(row, blocks);
  const shown = cells.filter(({ cell }) => cell.shown);
  const hidden = cells.filter(({ cell }) => !cell.shown);
  const lanes = rowsWithoutOverlap(
    shown.flatMap(({ cell }) => (cell.shown ? [labelledSpan(cell.value.mean, points)] : [])),
  );
  const shownHeight = shown.length === 0 ? 0 : LANE * (Math.max(0, ...lanes) + 1);
  const height = shownHeight + LANE * hidden.length;
  const overall = row.allOthers;
  return (
    <svg className="strip" role="img" aria-label={rowSentence(row, cells)} width="100%" height={height}>
      <ScaleGrid points={points} height={height} />
      {overall.shown && (
        <line
          className="overall-guide"
          x1={`${placeOnScale(overall.value.mean, points)}%`}
          x2={`${placeOnScale(overall.value.mean, points)}%`}
          y1="0"
          y2={shownHeight}
        />
      )}
      {shown.map((named, index) => (
        <LabelledMark
          key={named.code}
          named={named}
          points={points}
          y={LANE * (lanes[index] ?? 0) + LANE / 2}
        />
      ))}
      {hidden.map(({ code, label }, index) => (
        <svg key={code} y={shownHeight + LANE * index} width="100%" height={LANE} role="presentation">
          <rect className="hatched" fill={HATCH_FILL} y="2" width="100%" height={LANE - 4} rx="3" />
          <text className="hatched-label" x="8" y="16">
            {code === ALL_OTHERS
              ? REPORT_TEXTS.rowHidden(REPORT_TEXTS.allOthers)
              : REPORT_TEXTS.rowHidden(label)}
          </text>
        </svg>
      ))}
    </svg>
  );
}
