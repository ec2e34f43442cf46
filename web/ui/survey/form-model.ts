/** A SurveyJS model set up for our pages: we navigate, check and speak; SurveyJS asks. */
import { Serializer, SurveyModel, settings } from "survey-core";
import type { SurveyJson } from "../../../surveys/definition.ts";
import { registerChoiceQuestion } from "./choice-question.tsx";
import { registerDropdownQuestion } from "./dropdown-question.tsx";
import { registerMatrixQuestion } from "./matrix-question.tsx";
import { registerRatingQuestion } from "./rating-question.tsx";
import { SURVEY_TEXTS } from "./texts/en.ts";

let registered = false;

/** Native controls, because phones and screen readers know them best. */
const DEFAULTS = [
  ["dropdown", "renderAs", "select"],
  ["boolean", "renderAs", "radio"],
] as const;

/** Renderers and headings are global to SurveyJS: set once. */
function registerOnce(): void {
  if (registered) return;
  registered = true;
  registerMatrixQuestion();
  registerRatingQuestion();
  registerChoiceQuestion();
  registerDropdownQuestion();
  settings.titleTags.page = "h2";
  settings.titleTags.panel = "h2";
  settings.titleTags.question = "h2";
  for (const [type, name, value] of DEFAULTS) {
    const property = Serializer.findProperty(type, name);
    if (property !== null && property !== undefined) property.defaultValue = value;
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
