/** The hatching of what is not shown: in charts, and as a small field before the reason in words. */
import "./charts.css";

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
