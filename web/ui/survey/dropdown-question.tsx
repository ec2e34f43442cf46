/** A dropdown as the browser's own list, with the name that SurveyJS forgets to give it. */
import { createElement, type ReactElement } from "react";
import type { QuestionDropdownModel } from "survey-core";
import { ReactQuestionFactory, SurveyQuestionDropdownSelect } from "survey-react-ui";
import { SURVEY_TEXTS } from "./texts/en.ts";

function Dropdown({ question }: { question: QuestionDropdownModel }): ReactElement {
  const value: unknown = question.renderedValue;
  return (
    <select
      id={question.inputId}
      aria-label={question.locTitle.textOrHtml}
      aria-required={question.isRequired}
      aria-invalid={question.errors.length > 0}
      aria-describedby={question.errors.length > 0 ? `${question.id}_errors` : undefined}
      value={value === undefined || value === null ? "" : String(value)}
      onChange={(event) => {
        const chosen = question.visibleChoices.find((one) => String(one.value) === event.target.value);
        if (chosen === undefined) question.clearValue();
        else question.renderedValue = chosen.value;
      }}
    >
      <option value="">{SURVEY_TEXTS.choose}</option>
      {question.visibleChoices.map((choice) => (
        <option key={String(choice.value)} value={String(choice.value)}>
          {choice.locText.textOrHtml}
        </option>
      ))}
    </select>
  );
}

/** SurveyJS still draws the field for "other". */
class DropdownQuestion extends SurveyQuestionDropdownSelect {
  protected override renderSelect(): ReactElement {
    return <Dropdown question={dropdownOf(this.questionBase)} />;
  }
}

/** Guarantee: this component is registered for dropdowns only, whose class is QuestionDropdownModel. */
function dropdownOf(question: unknown): QuestionDropdownModel {
  return question as QuestionDropdownModel;
}

/** Tells SurveyJS to draw its "select" dropdowns with ours. */
export function registerDropdownQuestion(): void {
  ReactQuestionFactory.Instance.registerQuestion("sv-dropdown-select", (props) =>
    createElement(DropdownQuestion, props),
  );
}
