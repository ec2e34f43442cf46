/** The open end of a bar: hatched, with an edge above and below and none at its end, for what may or may not belong. */
import { HATCH_FILL } from "../../ui/hatch.tsx";

/** Narrower ones are nothing but rounding. */
const LEAST = 0.05;

interface OpenEndProps {
  /** Per cent of the width. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

export function OpenEnd({ from, to, height }: OpenEndProps) {
  if (to - from < LEAST) return null;
  const ends = { x1: `${from}%`, x2: `${to}%` };
  return (
    <g className="open-end">
      <rect fill={HATCH_FILL} x={`${from}%`} width={`${to - from}%`} height={height} />
      <line className="open-edge" {...ends} y1="0.5" y2="0.5" />
      <line className="open-edge" {...ends} y1={height - 0.5} y2={height - 0.5} />
    </g>
  );
}
