/** A score of 0 to 100 as a number and a short bar; below the limit it says so in words too. */
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";

export function ScoreMark({ score, cap }: { readonly score: number; readonly cap: number }) {
  const low = score < cap;
  return (
    <span className="score-mark">
      <span className="score-number">{score}</span>
      <meter
        className={low ? "score-bar score-low" : "score-bar"}
        min={0}
        max={100}
        value={score}
        aria-hidden="true"
      />
      {low && <span className="hint">{BOARD_TEXTS.below(cap).toLowerCase()}</span>}
    </span>
  );
}
