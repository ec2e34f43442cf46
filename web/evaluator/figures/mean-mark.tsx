/** A mean on a scale: a dot where it is known, and from where to where it lies where only bounds are. */
import type { Bounds } from "../../../analysis/bounds.ts";
import { isExact } from "../../../analysis/staff-tables/count-bounds.ts";
import { percentOn, placeOn, type Range } from "./place.ts";

const THICK = 8;

interface MeanMarkProps {
  readonly range: Range;
  readonly mean: Bounds;
  readonly y: number;
  /** Before is hollow, after is filled. */
  readonly when: "before" | "after";
}

/** Two ends and what lies between them; no middle is marked. */
export function MeanMark({ range, mean, y, when }: MeanMarkProps) {
  const [from, to] = [placeOn(range, mean.low), placeOn(range, mean.high)];
  if (isExact(mean)) {
    return <circle className={`dot dot-${when}`} cx={percentOn(range, mean.low)} cy={y} r="4" />;
  }
  return (
    <g>
      <rect
        className={`dot dot-${when}`}
        x={`${from}%`}
        width={`${Math.max(0.4, to - from)}%`}
        y={y - THICK / 2}
        height={THICK}
        rx="1"
      />
      {[from, to].map((end) => (
        <line key={end} className="bound-end" x1={`${end}%`} x2={`${end}%`} y1={y - THICK} y2={y + THICK} />
      ))}
    </g>
  );
}
