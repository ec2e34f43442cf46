/** The funnel of one measure: every area at its number of people, between the limits of what chance explains. */
import { scaleLinear } from "d3-scale";
import type { Bounds } from "../../../analysis/bounds.ts";
import type {
  Scorecard,
  ScorecardMeasure,
  ScorecardPosition,
} from "../../../analysis/scorecard/scorecard-model.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { valueText } from "./scorecard-text.ts";

const HEIGHT = 260;
/** Per cent of the width. */
const LEFT = 12;
const RIGHT = 82;
const FOOT = 34;

interface FunnelPlotProps {
  readonly scorecard: Scorecard;
  readonly measure: ScorecardMeasure;
}

interface Dot {
  readonly code: string;
  readonly label: string;
  readonly n: number;
  readonly value: Bounds;
  readonly position: ScorecardPosition | null;
}

function dotsOf({ scorecard, measure }: FunnelPlotProps): readonly Dot[] {
  return measure.cells.flatMap(({ figure, position }, place) => {
    const area = scorecard.areas[place];
    if (!figure.shown || area === undefined) return [];
    return [{ code: area.code, label: area.label, n: figure.n, value: figure.value.value, position }];
  });
}

function axesOf(dots: readonly Dot[], measure: ScorecardMeasure) {
  const largest = Math.max(...dots.map(({ n }) => n), ...measure.limits.map(({ n }) => n), 1);
  const x = scaleLinear().domain([0, largest]).range([LEFT, RIGHT]);
  const y = scaleLinear()
    .domain([measure.lowest, measure.highest])
    .range([HEIGHT - FOOT, 10])
    .clamp(true);
  return { x, y };
}

type Axes = ReturnType<typeof axesOf>;

function LimitLine({
  limits,
  pick,
  axes,
  className,
}: {
  readonly limits: ScorecardMeasure["limits"];
  readonly pick: (at: ScorecardMeasure["limits"][number]) => number;
  readonly axes: Axes;
  readonly className: string;
}) {
  const points = limits.map((at) => `${axes.x(at.n)},${axes.y(pick(at))}`);
  return <polyline className={className} points={points.join(" ")} vectorEffect="non-scaling-stroke" />;
}

const MARKS: Readonly<Record<ScorecardPosition, string>> = {
  "far-below": "▼▼",
  below: "▼",
  within: "",
  above: "▲",
  "far-above": "▲▲",
  "only-bounds": "",
};

/** From here on a label stands left of its dot. */
const MIDDLE = 50;

/** Areas beyond the limits carry their name; the others are in the table. */
function DotMark({ dot, axes }: { readonly dot: Dot; readonly axes: Axes }) {
  const isRight = axes.x(dot.n) > MIDDLE;
  const isBeyond = dot.position !== null && MARKS[dot.position] !== "";
  const [low, high] = [axes.y(dot.value.low), axes.y(dot.value.high)];
  return (
    <g>
      {low === high ? (
        <circle
          className={isBeyond ? "dot dot-after" : "dot dot-before"}
          cx={`${axes.x(dot.n)}%`}
          cy={low}
          r="5"
        />
      ) : (
        <svg x={`${axes.x(dot.n)}%`} overflow="visible" role="presentation">
          <rect
            className={isBeyond ? "dot dot-after" : "dot dot-before"}
            x="-4"
            width="8"
            y={high}
            height={low - high}
            rx="1"
          />
        </svg>
      )}
      {isBeyond && dot.position !== null && (
        <text
          className="trend-label"
          x={`${axes.x(dot.n)}%`}
          dx={isRight ? -9 : 9}
          y={(low + high) / 2 + 4}
          textAnchor={isRight ? "end" : "start"}
        >
          {MARKS[dot.position]} {dot.label}
        </text>
      )}
    </g>
  );
}

function FunnelAxes({ measure, axes }: { readonly measure: ScorecardMeasure; readonly axes: Axes }) {
  return (
    <>
      {axes.y.ticks(5).map((tick) => (
        <g key={tick}>
          <line className="grid-line" x1={`${LEFT}%`} x2="100%" y1={axes.y(tick)} y2={axes.y(tick)} />
          <text className="trend-tick" x={`${LEFT}%`} dx="-6" y={axes.y(tick) + 4} textAnchor="end">
            {valueText(measure, exactly(tick))}
          </text>
        </g>
      ))}
      {axes.x.ticks(5).map((tick) => (
        <text key={tick} className="trend-tick" x={`${axes.x(tick)}%`} y={HEIGHT - 14} textAnchor="middle">
          {tick}
        </text>
      ))}
      <text className="trend-tick" x="100%" y={HEIGHT - 14} textAnchor="end">
        {SCORECARD_TEXTS.peopleAxis}
      </text>
    </>
  );
}

export function FunnelPlot({ scorecard, measure }: FunnelPlotProps) {
  const dots = dotsOf({ scorecard, measure });
  const { overall, limits } = measure;
  if (dots.length === 0 || !overall.shown) return null;
  const axes = axesOf(dots, measure);
  const all = valueText(measure, overall.value.value);
  return (
    <svg
      className="funnel"
      role="img"
      aria-label={SCORECARD_TEXTS.funnelSentence(measure.label, all, dots.length)}
      width="100%"
      height={HEIGHT}
    >
      <FunnelAxes measure={measure} axes={axes} />
      {[...new Set([overall.value.value.low, overall.value.value.high])].map((end) => (
        <line key={end} className="middle-line" x1={`${LEFT}%`} x2="100%" y1={axes.y(end)} y2={axes.y(end)} />
      ))}
      <svg
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        role="presentation"
      >
        <LimitLine limits={limits} pick={({ near }) => near.lower} axes={axes} className="limit limit-near" />
        <LimitLine limits={limits} pick={({ near }) => near.upper} axes={axes} className="limit limit-near" />
        <LimitLine limits={limits} pick={({ far }) => far.lower} axes={axes} className="limit" />
        <LimitLine limits={limits} pick={({ far }) => far.upper} axes={axes} className="limit" />
      </svg>
      {dots.map((dot) => (
        <DotMark key={dot.code} dot={dot} axes={axes} />
      ))}
    </svg>
  );
}
