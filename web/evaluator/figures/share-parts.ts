/** A distribution cut into favourable, neutral and unfavourable parts, and where each stands in a diverging bar. */
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";
import { midpoint } from "../../../analysis/staff-tables/count-bounds.ts";

/** "mixed": points of both sides were put together before they left the server. */
type PartTone =
  | "unfavourable-strong"
  | "unfavourable"
  | "neutral"
  | "favourable"
  | "favourable-strong"
  | "mixed";

export interface PlacedPart extends DistributionPart {
  readonly tone: PartTone;
  /** 0 to 1, of all answers. */
  readonly share: number;
  /** Left end, −1 to 1: 0 is the middle of the scale. */
  readonly start: number;
}

function toneOf({ from, to }: DistributionPart, points: number): PartTone {
  const middle = (points + 1) / 2;
  if (from > middle) return from > middle + 1 ? "favourable-strong" : "favourable";
  if (to < middle) return to < middle - 1 ? "unfavourable-strong" : "unfavourable";
  return from === to ? "neutral" : "mixed";
}

/** Parts of one item whose points run from little to much. Parts that hold the middle stand half on each side. */
export function placeParts(parts: readonly DistributionPart[], points: number): readonly PlacedPart[] {
  const n = parts.reduce((sum, part) => sum + midpoint(part), 0);
  if (n === 0) return [];
  const middle = (points + 1) / 2;
  const left = parts.reduce((sum, part) => {
    const { from, to } = part;
    const count = midpoint(part);
    if (to < middle) return sum + count;
    return from > middle ? sum : sum + count / 2;
  }, 0);
  let start = -left / n;
  return parts.map((part) => {
    const share = midpoint(part) / n;
    const placed = { ...part, tone: toneOf(part, points), share, start };
    start += share;
    return placed;
  });
}
