/** A diverging bar: unfavourable answers to the left of the middle, favourable ones to the right. */
import { percent } from "../../../analysis/number-text.ts";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import { placeParts } from "./share-parts.ts";

const HEIGHT = 18;
/** Below this share a number does not fit into its part. */
const ROOM_FOR_NUMBER = 0.13;

interface DivergingBarProps {
  readonly parts: readonly DistributionPart[];
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
function partsSentence({ parts, points, about }: DivergingBarProps): string {
  const shares = placeParts(parts, points.length).map(
    ({ from, to, share }) => `${pointsText(from, to, points)} ${percent(share)}`,
  );
  return `${about}: ${shares.join(", ")}.`;
}

export function DivergingBar(props: DivergingBarProps) {
  const placed = placeParts(props.parts, props.points.length);
  return (
    <svg className="diverging" role="img" aria-label={partsSentence(props)} width="100%" height={HEIGHT}>
      {placed.map(({ from, tone, share, start }) => (
        <rect
          key={from}
          className={`part part-${tone}`}
          x={`${50 + start * 50}%`}
          width={`${share * 50}%`}
          height={HEIGHT}
        />
      ))}
      <line className="middle-line" x1="50%" x2="50%" y1="0" y2={HEIGHT} />
      {placed
        .filter(({ share }) => share >= ROOM_FOR_NUMBER)
        .map(({ from, tone, share, start }) => (
          <text
            key={from}
            className={`part-number part-number-${tone}`}
            x={`${50 + (start + share / 2) * 50}%`}
            y={HEIGHT / 2 + 4}
            textAnchor="middle"
          >
            {Math.round(share * 100)}
          </text>
        ))}
    </svg>
  );
}
