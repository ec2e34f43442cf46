/** How far somebody is through a form: what is asked of them, what is answered, and the time it still takes. */
import type { PageModel, Question, QuestionMatrixModel, SurveyModel } from "survey-core";

export interface PageProgress {
  readonly asked: number;
  readonly answered: number;
}

/** Types that show something and ask nothing. */
const DISPLAY_TYPES: ReadonlySet<string> = new Set(["html", "expression", "image", "empty"]);

function progressOfQuestion(question: Question): PageProgress {
  if (DISPLAY_TYPES.has(question.getType())) return { asked: 0, answered: 0 };
  if (question.getType() !== "matrix") return { asked: 1, answered: question.isEmpty() ? 0 : 1 };
  const rows = matrixOf(question).visibleRows;
  return { asked: rows.length, answered: rows.filter((row) => !row.isValueEmpty(row.value)).length };
}

/** Guarantee: called only for questions whose type is "matrix". */
function matrixOf(question: Question): QuestionMatrixModel {
  return question as QuestionMatrixModel;
}

/** Items asked and answered on one page, counting only what is visible. */
export function progressOfPage(page: PageModel): PageProgress {
  const parts = page.questions.filter((question) => question.isVisible).map(progressOfQuestion);
  return {
    asked: parts.reduce((sum, part) => sum + part.asked, 0),
    answered: parts.reduce((sum, part) => sum + part.answered, 0),
  };
}

/** Minutes still needed from a page on: the form's own estimate, by the share of items not yet answered there. */
export function minutesLeft(model: SurveyModel, minutes: number, fromPage: number): number {
  const pages = model.visiblePages.map(progressOfPage);
  const all = pages.reduce((sum, page) => sum + page.asked, 0);
  const open = pages.slice(fromPage).reduce((sum, page) => sum + page.asked - page.answered, 0);
  return all === 0 ? 0 : Math.ceil((minutes * open) / all);
}

/** The question an item code belongs to: itself, or the grid of which it is a row. */
export function questionOfItem(model: SurveyModel, item: string): Question | undefined {
  const dot = item.lastIndexOf(".");
  const found = model.getQuestionByName(item) ?? model.getQuestionByName(item.slice(0, Math.max(dot, 0)));
  return found ?? undefined;
}

/** The page an item code stands on: its index among the visible pages, or undefined if it is not shown. */
export function pageOfItem(model: SurveyModel, item: string): number | undefined {
  const question = questionOfItem(model, item);
  if (question === undefined) return undefined;
  const index = model.visiblePages.findIndex((page) => page.questions.includes(question));
  return index === -1 ? undefined : index;
}
