/** One mean and its limits on the whole scale. */
import type { Bounds } from "../../../analysis/bounds.ts";
import type { Interval } from "../../../analysis/statistics/interval.ts";
import { MeanMark } from "./mean-mark.tsx";
import type { Range } from "./place.ts";
import { IntervalLine, RangeGrid } from "./scale-axis.tsx";

const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;

interface MeanStripProps {
  readonly range: Range;
  readonly mean: Bounds;
  readonly interval: Interval | null;
  readonly sentence: string;
}

export function MeanStrip({ range, mean, interval, sentence }: MeanStripProps) {
  return (
    <svg className="strip-chart" role="img" aria-label={sentence} width="100%" height={HEIGHT}>
      <RangeGrid range={range} height={HEIGHT} />
      <IntervalLine range={range} interval={interval} y={MIDDLE} />
      <MeanMark range={range} mean={mean} y={MIDDLE} when="after" />
    </svg>
  );
}
