/** One mean and its limits on the whole scale. */
import type { Interval } from "../../../analysis/statistics/interval.ts";
import { percentOn, type Range } from "./place.ts";
import { IntervalLine, RangeGrid } from "./scale-axis.tsx";

const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;

interface MeanStripProps {
  readonly range: Range;
  readonly mean: number;
  readonly interval: Interval | null;
  readonly sentence: string;
}

export function MeanStrip({ range, mean, interval, sentence }: MeanStripProps) {
  return (
    <svg className="strip-chart" role="img" aria-label={sentence} width="100%" height={HEIGHT}>
      <RangeGrid range={range} height={HEIGHT} />
      <IntervalLine range={range} interval={interval} y={MIDDLE} />
      <circle className="dot dot-after" cx={percentOn(range, mean)} cy={MIDDLE} r="4" />
    </svg>
  );
}
