/** Self and all others on the whole scale, joined by a line: the gap as a length. */
import type { Figure } from "../../../analysis/disclosure/cell.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { ScaleGrid } from "./chart-grid.tsx";
import { MarkShape } from "./chart-mark.tsx";
import { placeOnScale } from "./strip-layout.ts";

const HEIGHT = 26;

interface GapChartProps {
  readonly sentence: string;
  readonly points: number;
  readonly self: Figure | undefined;
  readonly others: Figure | undefined;
}

export function GapChart({ sentence, points, self, others }: GapChartProps) {
  const place = (figure: Figure) => `${placeOnScale(figure.mean, points)}%`;
  return (
    <svg className="strip" role="img" aria-label={sentence} width="100%" height={HEIGHT}>
      {(self === undefined || others === undefined) && (
        <rect className="hatched" fill={HATCH_FILL} width="100%" height={HEIGHT} rx="3" />
      )}
      <ScaleGrid points={points} height={HEIGHT} />
      {self !== undefined && others !== undefined && (
        <line className="gap-line" x1={place(self)} x2={place(others)} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      )}
      {others !== undefined && (
        <line
          className="mark mark-all-others strip-overall"
          x1={place(others)}
          x2={place(others)}
          y1="3"
          y2={HEIGHT - 3}
        />
      )}
      {self !== undefined && (
        <svg x={place(self)} y={HEIGHT / 2} overflow="visible" role="presentation">
          <MarkShape code="self" />
        </svg>
      )}
    </svg>
  );
}
