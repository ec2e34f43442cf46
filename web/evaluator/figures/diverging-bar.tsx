/** A diverging bar: unfavourable answers to the left of the middle, favourable ones to the right. */
import { percentRange } from "../../../analysis/bound-text.ts";
import type { Bounds } from "../../../analysis/bounds.ts";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import { isExact } from "../../../analysis/staff-tables/count-bounds.ts";
import { OpenEnd } from "./open-end.tsx";
import { type PlacedBar, type PlacedPart, placeParts } from "./share-parts.ts";

const HEIGHT = 18;
/** Below this share a number does not fit into its part. */
const ROOM_FOR_NUMBER = 0.13;
/** With a sign before it. */
const ROOM_FOR_BOUND = 0.2;

interface DivergingBarProps {
  readonly parts: readonly DistributionPart[];
  /** How many answers there are. */
  readonly given: Bounds;
  /** What the points mean, the least first. */
  readonly points: readonly string[];
  /** What the bar is about, said before the shares. */
  readonly about: string;
}

function pointsText(from: number, to: number, points: readonly string[]): string {
  const first = points[from - 1] ?? String(from);
  return from === to ? first : `${first} – ${points[to - 1] ?? to}`;
}

/** Its parts in words, as the bar's own sentence and for the table behind it. */
function partsSentence({ points, about }: DivergingBarProps, { parts }: PlacedBar): string {
  const shares = parts.map(({ from, to, share }) => `${pointsText(from, to, points)} ${percentRange(share)}`);
  return `${about}: ${shares.join(", ")}.`;
}

/** Half of the bar's width is all answers. */
const placeOf = (value: number): number => 50 + value * 50;

function PartNumber({ part: { tone, share, start } }: { readonly part: PlacedPart }) {
  const isKnown = isExact(share);
  if (share.low < (isKnown ? ROOM_FOR_NUMBER : ROOM_FOR_BOUND)) return null;
  return (
    <text
      className={`part-number part-number-${tone}`}
      x={`${placeOf(start + share.low / 2)}%`}
      y={HEIGHT / 2 + 4}
      textAnchor="middle"
    >
      {isKnown ? "" : "≥ "}
      {Math.round(share.low * 100)}
    </text>
  );
}

export function DivergingBar(props: DivergingBarProps) {
  const placed = placeParts(props.parts, props.points.length, props.given);
  if (placed === undefined) return null;
  const { parts, open } = placed;
  return (
    <svg
      className="diverging"
      role="img"
      aria-label={partsSentence(props, placed)}
      width="100%"
      height={HEIGHT}
    >
      {parts.map(({ from, tone, share, start }) => (
        <rect
          key={from}
          className={`part part-${tone}`}
          x={`${placeOf(start)}%`}
          width={`${share.low * 50}%`}
          height={HEIGHT}
        />
      ))}
      <OpenEnd from={placeOf(open.left.low)} to={placeOf(open.left.high)} height={HEIGHT} />
      <OpenEnd from={placeOf(open.right.low)} to={placeOf(open.right.high)} height={HEIGHT} />
      <line className="middle-line" x1="50%" x2="50%" y1="0" y2={HEIGHT} />
      {parts.map((part) => (
        <PartNumber key={part.from} part={part} />
      ))}
    </svg>
  );
}
