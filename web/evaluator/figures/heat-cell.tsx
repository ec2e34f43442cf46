/** One cell of a heat map: the number, its sign in words of a shade, and n; never a shade alone. */
import { type Bounds, leastSize } from "../../../analysis/bounds.ts";
import { HATCH_FILL } from "../../ui/hatch.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import type { HiddenWords } from "./hidden-figure.tsx";

/** Parts of the scale's range from which a shade is used; a twentieth is what matters in practice. */
const SHADES = [0.05, 0.1, 0.15] as const;

/** "up-2", "down-1", or "same": the palest shade of all differences within the bounds. */
function shadeOf(difference: Bounds): string {
  const least = leastSize(difference);
  const size = SHADES.filter((limit) => least >= limit - 1e-9).length;
  return size === 0 ? "same" : `${difference.low > 0 ? "up" : "down"}-${size}`;
}

interface HeatCellProps {
  /** As a part of the scale's range; decides the shade. */
  readonly difference: Bounds;
  readonly figure: string;
  readonly beside: string | undefined;
  readonly n: Bounds | undefined;
}

export function HeatCell({ difference, figure, beside, n }: HeatCellProps) {
  return (
    <td className={`heat-cell heat-${shadeOf(difference)}`}>
      <span className="heat-figure">{figure}</span>
      {beside !== undefined && <span className="heat-beside"> {beside}</span>}
      {n !== undefined && <span className="heat-count"> {EVALUATOR_TEXTS.results.answersN(n)}</span>}
    </td>
  );
}

/** Hatched, with the reason in a few words; the sentence follows a pointer and a reader. */
export function HiddenCell({ short, sentence }: HiddenWords) {
  return (
    <td className="heat-cell heat-hidden" title={sentence}>
      <svg className="heat-hatch" aria-hidden="true" width="100%" height="100%">
        <rect className="hatched" fill={HATCH_FILL} width="100%" height="100%" />
      </svg>
      <span className="hidden-figure">{short}</span>
    </td>
  );
}
