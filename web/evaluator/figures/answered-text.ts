/** How many answered, of how many; or fewer than the minimum, where few is the reason for saying no more. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import { percent } from "../../../analysis/number-text.ts";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";

interface Answered {
  /** Null before anything is released. */
  readonly answered: Cell<number> | null;
  readonly invited: number | null;
  readonly minimum: number | null;
}

export function answeredText({ answered, invited, minimum }: Answered): string {
  if (answered?.shown !== true) {
    const few = answered?.reason === "too-few-answers" && minimum !== null;
    if (few) return EVALUATOR_TEXTS.answeredFew(minimum, invited);
    return invited === null ? "–" : EVALUATOR_TEXTS.invited(invited);
  }
  const { value } = answered;
  return invited === null || invited === 0
    ? EVALUATOR_TEXTS.answeredOnly(value)
    : EVALUATOR_TEXTS.answeredOf(value, invited, percent(value / invited));
}
