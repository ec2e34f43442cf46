/** A SurveyJS model set up for our pages: we navigate, check and speak; SurveyJS asks. */
import { Serializer, SurveyModel, settings } from "survey-core";
import type { SurveyJson } from "../../../surveys/definition.ts";
import { registerMatrixQuestion } from "./matrix-question.tsx";
import { registerRatingQuestion } from "./rating-question.tsx";
import { SURVEY_TEXTS } from "./texts/en.ts";

let registered = false;

/** Renderers and headings are global to SurveyJS: set once. */
function registerOnce(): void {
  if (registered) return;
  registered = true;
  registerMatrixQuestion();
  registerRatingQuestion();
  settings.titleTags.page = "h2";
  settings.titleTags.panel = "h2";
  settings.titleTags.question = "h2";
  // Native controls: they are what phones and screen readers know best.
  for (const [type, renderAs] of [
    ["dropdown", "select"],
    ["boolean", "radio"],
  ] as const) {
    const property = Serializer.findProperty(type, "renderAs");
    if (property !== null && property !== undefined) property.defaultValue = renderAs;
  }
}

/**
 * Makes the model of a form.
 * @param json - the SurveyJS JSON made for this rater
 * @param language - BCP 47 tag of the language shown
 */
export function createFormModel(json: SurveyJson, language: string): SurveyModel {
  registerOnce();
  const model = new SurveyModel(json);
  model.locale = language;
  model.showTitle = false;
  model.showPageTitles = false;
  model.showNavigationButtons = false;
  model.showCompletePage = false;
  model.showQuestionNumbers = "off";
  model.requiredMark = SURVEY_TEXTS.required;
  model.validationEnabled = false;
  model.clearInvisibleValues = "onHidden";
  model.textUpdateMode = "onTyping";
  model.autoGrowComment = true;
  model.autoFocusFirstQuestion = false;
  model.questionErrorLocation = "top";
  model.onScrollToTop.add((_, options) => {
    options.allow = false;
  });
  return model;
}
