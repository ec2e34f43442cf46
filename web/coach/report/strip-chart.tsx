/** One line of figures on one strip: each group's mark at its place on the whole scale. */
import type { FigureRow, ReportBlock } from "../../../analysis/report360/report-model.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { ScaleGrid } from "./chart-grid.tsx";
import { ALL_OTHERS, MarkShape } from "./chart-mark.tsx";
import { namedCells, rowSentence } from "./row-figures.ts";
import { markSpan, placeOnScale, rowsWithoutOverlap } from "./strip-layout.ts";

const LANE = 15;
const PADDING = 11;

interface StripChartProps {
  readonly row: FigureRow;
  readonly blocks: readonly ReportBlock[];
  readonly points: number;
}

/** Marks that would cover each other stand one above the other. */
export function StripChart({ row, blocks, points }: StripChartProps) {
  const cells = namedCells(row, blocks);
  const shown = cells.flatMap(({ code, cell }) => (cell.shown ? [{ code, mean: cell.value.mean }] : []));
  const marks = shown.filter(({ code }) => code !== ALL_OTHERS);
  const overall = shown.find(({ code }) => code === ALL_OTHERS);
  const lanes = rowsWithoutOverlap(marks.map(({ mean }) => markSpan(mean, points)));
  const height = PADDING * 2 + LANE * Math.max(0, ...lanes);
  const middle = height / 2;
  const means = marks.map(({ mean }) => mean);
  return (
    <svg className="strip" role="img" aria-label={rowSentence(row, cells)} width="100%" height={height}>
      {shown.length === 0 && (
        <rect className="hatched" fill={HATCH_FILL} width="100%" height={height} rx="3" />
      )}
      <ScaleGrid points={points} height={height} />
      {means.length > 1 && (
        <line
          className="strip-range"
          x1={`${placeOnScale(Math.min(...means), points)}%`}
          x2={`${placeOnScale(Math.max(...means), points)}%`}
          y1={middle}
          y2={middle}
        />
      )}
      {overall !== undefined && (
        <line
          className="mark mark-all-others strip-overall"
          x1={`${placeOnScale(overall.mean, points)}%`}
          x2={`${placeOnScale(overall.mean, points)}%`}
          y1="1"
          y2={height - 1}
        />
      )}
      {marks.map(({ code, mean }, index) => (
        <svg
          key={code}
          x={`${placeOnScale(mean, points)}%`}
          y={PADDING + LANE * (lanes[index] ?? 0)}
          overflow="visible"
          role="presentation"
        >
          <MarkShape code={code} />
        </svg>
      ))}
    </svg>
  );
}
