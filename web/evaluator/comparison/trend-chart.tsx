/** One theme over all waves: means with limits in the order of time, the line broken where the questions differ. */
import { meanText } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import { digitsOf } from "../../../analysis/number-text.ts";
import type {
  StaffFigures,
  StaffMeasure,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { isExact } from "../../../analysis/staff-tables/count-bounds.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { placeOn, ticksOn } from "../figures/place.ts";
import { LevelGrid } from "../figures/scale-axis.tsx";

const HEIGHT = 150;
const EDGE = 8;
const ENDS = ["low", "high"] as const;

interface TrendChartProps {
  readonly measure: StaffMeasure;
  readonly titles: readonly string[];
  /** Places of waves that do not compare with the one before them. */
  readonly breaks: ReadonlySet<number>;
}

interface Point {
  readonly place: number;
  readonly x: number;
  readonly mean: Bounds;
  readonly interval: StaffFigures["interval"];
}

function pointsOf({ waves }: StaffMeasure): readonly Point[] {
  return waves.flatMap((cell, place) => {
    if (!cell.shown || cell.value.mean === null) return [];
    const { mean, interval } = cell.value;
    return [{ place, x: xOf(place, waves.length), mean, interval }];
  });
}

/** Waves stand at equal distances; the first and the last have room for their labels. */
function xOf(place: number, waves: number): number {
  return EDGE + ((100 - 2 * EDGE) * place) / Math.max(1, waves - 1);
}

function trendSentence({ measure, titles }: TrendChartProps): string {
  const digits = digitsOf(measure.kind);
  const parts = measure.waves.map((cell, place) => {
    const title = titles[place] ?? "";
    return cell.shown && cell.value.mean !== null
      ? COMPARISON_TEXTS.trendPart(title, meanText(cell.value.mean, digits), cell.value.given)
      : COMPARISON_TEXTS.trendHidden(title);
  });
  return COMPARISON_TEXTS.trendSentence(measure.label, parts);
}

interface MarkProps {
  readonly point: Point;
  readonly yOf: (value: number) => number;
  readonly digits: number;
}

function TrendMark({ point, yOf, digits }: MarkProps) {
  const { x, mean, interval } = point;
  return (
    <g>
      {interval !== null && (
        <line
          className="interval-line"
          x1={`${x}%`}
          x2={`${x}%`}
          y1={yOf(interval.lower)}
          y2={yOf(interval.upper)}
        />
      )}
      {isExact(mean) ? (
        <circle className="dot dot-after" cx={`${x}%`} cy={yOf(mean.low)} r="4.5" />
      ) : (
        <svg x={`${x}%`} overflow="visible" role="presentation">
          <rect
            className="dot dot-after"
            x="-4"
            width="8"
            y={yOf(mean.high)}
            height={Math.max(2, yOf(mean.low) - yOf(mean.high))}
            rx="1"
          />
        </svg>
      )}
      <text className="trend-label" x={`${x}%`} dx="9" y={yOf(mean.high) - 8}>
        {meanText(mean, digits)}
      </text>
    </g>
  );
}

/** From one mean to the next, or from bounds to bounds; none where a wave lies between that is not shown, or where the questions differ. */
function TrendLines({
  points,
  breaks,
  yOf,
}: {
  points: readonly Point[];
  breaks: ReadonlySet<number>;
  yOf: MarkProps["yOf"];
}) {
  return points.map((point, index) => {
    const next = points[index + 1];
    if (next === undefined || next.place !== point.place + 1) return null;
    const isBroken = breaks.has(next.place);
    const middle = (point.x + next.x) / 2;
    return (
      <g key={point.place}>
        {ENDS.map((end) => (
          <line
            key={end}
            className={isBroken ? "trend-line trend-line-broken" : "trend-line"}
            x1={`${point.x}%`}
            x2={`${next.x}%`}
            y1={yOf(point.mean[end])}
            y2={yOf(next.mean[end])}
          />
        ))}
        {isBroken && (
          <>
            <line className="break-line" x1={`${middle}%`} x2={`${middle}%`} y1={EDGE} y2={HEIGHT - EDGE} />
            <text className="break-label" x={`${middle}%`} dx="4" y={HEIGHT - EDGE}>
              {COMPARISON_TEXTS.breakMark}
            </text>
          </>
        )}
      </g>
    );
  });
}

export function TrendChart(props: TrendChartProps) {
  const { measure, breaks } = props;
  const yOf = (value: number) => HEIGHT - (placeOn(measure, value) / 100) * HEIGHT;
  const points = pointsOf(measure);
  const hidden = measure.waves.flatMap((cell, place) => (cell.shown ? [] : [place]));
  return (
    <svg className="trend" role="img" aria-label={trendSentence(props)} width="100%" height={HEIGHT}>
      <LevelGrid levels={ticksOn(measure)} yOf={yOf} start="4%" />
      {hidden.map((place) => (
        <rect
          key={place}
          className="hatched"
          fill={HATCH_FILL}
          x={`${xOf(place, measure.waves.length) - 2}%`}
          width="4%"
          height={HEIGHT}
        />
      ))}
      <TrendLines points={points} breaks={breaks} yOf={yOf} />
      {points.map((point) => (
        <TrendMark key={point.place} point={point} yOf={yOf} digits={digitsOf(measure.kind)} />
      ))}
    </svg>
  );
}
