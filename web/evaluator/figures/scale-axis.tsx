/** What the evaluator's charts have in common: grid lines and numbers of the whole scale, and limits as a line. */
import type { Interval } from "../../../analysis/statistics/interval.ts";
import { percentOn, type Range, ticksOn } from "./place.ts";

export function RangeGrid({ range, height }: { readonly range: Range; readonly height: number }) {
  return (
    <g>
      {ticksOn(range).map((tick) => (
        <line
          key={tick}
          className="grid-line"
          x1={percentOn(range, tick)}
          x2={percentOn(range, tick)}
          y1="0"
          y2={height}
        />
      ))}
    </g>
  );
}

interface IntervalLineProps {
  readonly range: Range;
  readonly interval: Interval | null;
  readonly y: number;
}

/** Nothing where there are no limits. */
export function IntervalLine({ range, interval, y }: IntervalLineProps) {
  if (interval === null) return null;
  return (
    <line
      className="interval-line"
      x1={percentOn(range, interval.lower)}
      x2={percentOn(range, interval.upper)}
      y1={y}
      y2={y}
    />
  );
}

interface LevelGridProps {
  readonly levels: readonly number[];
  readonly yOf: (level: number) => number;
  /** Where the lines begin, right of the numbers: an SVG length. */
  readonly start: string;
}

/** Lines from left to right, each with its number, of a chart that runs from bottom to top. */
export function LevelGrid({ levels, yOf, start }: LevelGridProps) {
  return levels.map((level) => (
    <g key={level}>
      <line className="grid-line" x1={start} x2="100%" y1={yOf(level)} y2={yOf(level)} />
      <text className="trend-tick" x="0" y={yOf(level) + 4}>
        {level}
      </text>
    </g>
  ));
}

/** Decoration: the table says the numbers too. */
export function RangeNumbers({ range }: { readonly range: Range }) {
  return (
    <svg className="range-numbers" aria-hidden="true" width="100%" height="16">
      {ticksOn(range).map((tick) => (
        <text key={tick} x={percentOn(range, tick)} y="12" textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  );
}
