/** Two means on the whole scale: before hollow, after filled, each with its limits; joined by a line where exact. */

import type { StaffFigures, WaveCell } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { isExact } from "../../../analysis/staff-tables/count-bounds.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { MeanMark } from "./mean-mark.tsx";
import { percentOn, type Range } from "./place.ts";
import { IntervalLine, RangeGrid } from "./scale-axis.tsx";

const HEIGHT = 36;
const LANES = { before: 11, after: 25 } as const;

interface ChangeStripProps {
  readonly range: Range;
  readonly before: WaveCell<StaffFigures> | undefined;
  readonly after: WaveCell<StaffFigures> | undefined;
  readonly sentence: string;
}

function figuresOf(cell: WaveCell<StaffFigures> | undefined): StaffFigures | undefined {
  return cell?.shown === true && cell.value.mean !== null ? cell.value : undefined;
}

interface LaneProps {
  readonly range: Range;
  readonly figures: StaffFigures | undefined;
  readonly lane: keyof typeof LANES;
}

function Lane({ range, figures, lane }: LaneProps) {
  const y = LANES[lane];
  if (figures === undefined || figures.mean === null) {
    return <rect className="hatched" fill={HATCH_FILL} y={y - 6} width="100%" height="12" rx="2" />;
  }
  const { interval, mean } = figures;
  return (
    <>
      <IntervalLine range={range} interval={interval} y={y} />
      <MeanMark range={range} mean={mean} y={y} when={lane} />
    </>
  );
}

export function ChangeStrip({ range, before, after, sentence }: ChangeStripProps) {
  const [first, last] = [figuresOf(before), figuresOf(after)];
  const [from, to] = [first?.mean ?? null, last?.mean ?? null];
  return (
    <svg className="strip-chart" role="img" aria-label={sentence} width="100%" height={HEIGHT}>
      <RangeGrid range={range} height={HEIGHT} />
      {from !== null && to !== null && isExact(from) && isExact(to) && (
        <line
          className="change-line"
          x1={percentOn(range, from.low)}
          x2={percentOn(range, to.low)}
          y1={LANES.before}
          y2={LANES.after}
        />
      )}
      <Lane range={range} figures={first} lane="before" />
      <Lane range={range} figures={last} lane="after" />
    </svg>
  );
}
