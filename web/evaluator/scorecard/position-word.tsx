/** Where an area lies among the others, in words, with a sign that needs no colour. */
import type { ScorecardPosition } from "../../../analysis/scorecard/scorecard-model.ts";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";

const SIGNS: Readonly<Record<ScorecardPosition, string>> = {
  "far-below": "▼▼",
  below: "▼",
  within: "○",
  above: "▲",
  "far-above": "▲▲",
  "only-bounds": "?",
};

export function PositionWord({ position }: { readonly position: ScorecardPosition | null }) {
  if (position === null) return <span className="hint">{SCORECARD_TEXTS.noPosition}</span>;
  const isFar = position === "far-above" || position === "far-below";
  return (
    <span className={isFar ? "figure-strong" : undefined}>
      <span aria-hidden="true">{SIGNS[position]}</span> {SCORECARD_TEXTS.positions[position]}
    </span>
  );
}
