/** What every chart stands on: the whole scale as grid lines, and the hatching of what is not shown. */
import { placeOnScale, scaleTicks } from "./strip-layout.ts";

const HATCH = "hatch";
/** The fill of suppressed figures. */
export const HATCH_FILL = `url(#${HATCH})`;

/** Defines the hatching once for a page; every chart refers to it. */
export function HatchDefinition() {
  return (
    <svg className="hatch-definition" aria-hidden="true" width="0" height="0">
      <defs>
        <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}

/** A small hatched field before the reason why a figure is not shown. */
export function HatchSwatch() {
  return (
    <svg className="hatch-swatch" aria-hidden="true" width="18" height="12">
      <rect className="hatched" fill={HATCH_FILL} x="0.5" y="0.5" width="17" height="11" rx="2" />
    </svg>
  );
}

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
