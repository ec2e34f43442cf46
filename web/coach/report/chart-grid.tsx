/** What every chart stands on: the whole scale as grid lines. */
import { placeOnScale, scaleTicks } from "./strip-layout.ts";

/** Grid lines at each point of the scale, from top to bottom of the chart. */
export function ScaleGrid({ points, height }: { readonly points: number; readonly height: number }) {
  return (
    <g>
      {scaleTicks(points).map((tick) => (
        <line
          key={tick}
          className="grid-line"
          x1={`${placeOnScale(tick, points)}%`}
          x2={`${placeOnScale(tick, points)}%`}
          y1="0"
          y2={height}
        />
      ))}
    </g>
  );
}

/** The numbers of the scale, to stand above or below a chart. Decoration: sentence and table say them too. */
export function ScaleNumbers({ points }: { readonly points: number }) {
  return (
    <svg className="scale-numbers" aria-hidden="true" width="100%" height="18">
      {scaleTicks(points).map((tick) => (
        <text key={tick} x={`${placeOnScale(tick, points)}%`} y="13" textAnchor="middle">
          {tick}
        </text>
      ))}
    </svg>
  );
}
