/** What the evaluator's charts stand on: grid lines of the whole scale, and its numbers. */
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
