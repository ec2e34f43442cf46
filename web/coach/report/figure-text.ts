/** Figures as text: one decimal, bounds with their sign, gaps with theirs. */
import type { Figure } from "../../../analysis/disclosure/cell.ts";

const BOUND_SIGNS = { exact: "", "at-least": "≥ ", "at-most": "≤ ", about: "≈ " } as const;
const BOUND_WORDS = { exact: "", "at-least": "at least ", "at-most": "at most ", about: "about " } as const;

/** "3.5", or "≥ 4.7" where the exact mean would tell single answers. */
export function figureText(figure: Figure): string {
  return BOUND_SIGNS[figure.bound] + figure.mean.toFixed(1);
}

/** The same for a sentence: "at least 4.7". */
export function spokenFigure(figure: Figure): string {
  return BOUND_WORDS[figure.bound] + figure.mean.toFixed(1);
}

/** "+0.8", "−0.6" with a real minus sign, "0.0"; with the sign of its bound, "≤ +0.4". */
export function gapText(gap: number, bound: Figure["bound"]): string {
  const digits = Math.abs(gap).toFixed(1);
  const sign = digits === "0.0" ? "" : gap > 0 ? "+" : "−";
  return BOUND_SIGNS[bound] + sign + digits;
}
