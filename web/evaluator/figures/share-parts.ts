/** A distribution cut into favourable, neutral and unfavourable parts, and where each stands in a diverging bar. */
import { type Bounds, shareOf } from "../../../analysis/bounds.ts";
import type { DistributionPart } from "../../../analysis/staff-tables/answer-bounds.ts";

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
  readonly share: Bounds;
  /** Left end, −1 to 1: 0 is the middle of the scale. The part is drawn as wide as its share is at least. */
  readonly start: number;
}

/** What is drawn open beyond the parts: a side may reach as far, but nobody can say that it does. */
interface OpenEnds {
  /** Ends of the two sides, −1 to 1: from where the parts end to where they may end. */
  readonly left: Bounds;
  readonly right: Bounds;
}

export interface PlacedBar {
  readonly parts: readonly PlacedPart[];
  readonly open: OpenEnds;
}

type Side = "left" | "middle" | "right";

function toneOf({ from, to }: DistributionPart, points: number): PartTone {
  const middle = (points + 1) / 2;
  if (from > middle) return from > middle + 1 ? "favourable-strong" : "favourable";
  if (to < middle) return to < middle - 1 ? "unfavourable-strong" : "unfavourable";
  return from === to ? "neutral" : "mixed";
}

/** What the parts of each side are together, at least and at most, as parts of all answers. */
function sidesOf(parts: readonly DistributionPart[], points: number, n: number): Record<Side, Bounds> {
  const middle = (points + 1) / 2;
  const sideOf = ({ from, to }: DistributionPart): Side =>
    to < middle ? "left" : from > middle ? "right" : "middle";
  const all = parts.reduce((sum, { low }) => sum + low, 0);
  const of = (side: Side): Bounds => {
    const own = parts.filter((part) => sideOf(part) === side);
    const low = own.reduce((sum, part) => sum + part.low, 0);
    const high = own.reduce((sum, part) => sum + part.high, 0);
    return { low: low / n, high: Math.min(high, n - (all - low)) / n };
  };
  return { left: of("left"), middle: of("middle"), right: of("right") };
}

/**
 * Parts of one item whose points run from little to much, stacked from the middle outwards. Parts that hold the middle
 * stand half on each side. Where only bounds are known, parts are as wide as they are at least, and each side has an
 * open end to where it may reach: to the right (1 + favourable − unfavourable) / 2, whatever the middle is.
 */
export function placeParts(
  parts: readonly DistributionPart[],
  points: number,
  given: Bounds,
): PlacedBar | undefined {
  const n = given.high;
  if (n === 0) return undefined;
  const { left, middle, right } = sidesOf(parts, points, n);
  const solid = { left: left.low + middle.low / 2, right: right.low + middle.low / 2 };
  const reach = (own: Bounds, other: Bounds): number =>
    Math.min(own.high + middle.high / 2, (1 + own.high - other.low) / 2);
  let start = -solid.left;
  const placed = parts.map((part) => {
    const share = shareOf(part, given) ?? { low: 0, high: 1 };
    const one = { ...part, tone: toneOf(part, points), share, start };
    start += share.low;
    return one;
  });
  return {
    parts: placed,
    open: {
      left: { low: -Math.max(solid.left, reach(left, right)), high: -solid.left },
      right: { low: solid.right, high: Math.max(solid.right, reach(right, left)) },
    },
  };
}
