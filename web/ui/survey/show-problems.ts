/** Puts the answer check's problems beside their questions and takes the reader to the first one on the page. */

import { CustomError, type SurveyModel } from "survey-core";
import { questionOfItem } from "./form-progress.ts";
import type { SurveyProblems } from "./survey-problems.ts";

/** Ratings and grids show their problems themselves, beside the row. */
const SHOWS_ITS_OWN: ReadonlySet<string> = new Set(["matrix", "rating"]);

/**
 * Hands the problems to SurveyJS's questions and focuses the first control that has one.
 * @param frame - the element that holds the page's questions
 */
export function showProblems(model: SurveyModel, problems: SurveyProblems, frame: HTMLElement | null): void {
  for (const question of model.getAllQuestions()) {
    const sentence = problems.get(question.name);
    if (SHOWS_ITS_OWN.has(question.getType())) continue;
    if (sentence === undefined) question.clearErrors();
    else question.errors = [new CustomError(sentence, question)];
  }
  const [first] = problems.keys();
  if (first === undefined || frame === null) return;
  requestAnimationFrame(() => focusItem(model, first, frame));
}

/** Takes the reader to the control of an item, if it is on the page. */
function focusItem(model: SurveyModel, item: string, frame: HTMLElement): void {
  const question = questionOfItem(model, item);
  const drawn = question === undefined ? null : frame.querySelector(`[id="${question.id}"]`);
  const place = drawn?.querySelector('[data-problem="true"]') ?? drawn;
  const control = place?.querySelector("input, textarea, select");
  if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "center" });
}
