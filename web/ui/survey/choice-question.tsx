/** One choice of several: SurveyJS's list with a way to take the choice back, or a rating row where it is a scale. */
import { createElement, type ReactElement, useContext } from "react";
import type { QuestionRadiogroupModel } from "survey-core";
import { ReactQuestionFactory, SurveyQuestionRadiogroup } from "survey-react-ui";
import { NOT_OBSERVED } from "../../../surveys/definition.ts";
import { type RatingChoice, RatingRow } from "./rating-row.tsx";
import { SurveyProblemsContext } from "./survey-problems.ts";
import { SURVEY_TEXTS } from "./texts/en.ts";

/** The points of a scale that came as choices because "not observed" is offered beside them. */
function scaleOf(question: QuestionRadiogroupModel): RatingChoice[] | undefined {
  const choices = question.visibleChoices.map((choice): RatingChoice => {
    const value: unknown = choice.value;
    const known = typeof value === "number" ? value : String(value);
    return {
      value: known,
      figure: typeof known === "number" ? String(known) : "",
      label: choice.locText.textOrHtml,
    };
  });
  const apart = choices.filter(({ value }) => typeof value !== "number");
  return apart.length === 1 && apart[0]?.value === NOT_OBSERVED ? choices : undefined;
}

interface ScaleChoiceProps {
  readonly question: QuestionRadiogroupModel;
  readonly choices: readonly RatingChoice[];
}

function ScaleChoice({ question, choices }: ScaleChoiceProps): ReactElement {
  const problems = useContext(SurveyProblemsContext);
  const value: unknown = question.value;
  return (
    <RatingRow
      name={question.inputId}
      statement={question.locTitle.textOrHtml}
      statementHidden={true}
      points={choices.filter((choice) => choice.value !== NOT_OBSERVED)}
      apart={choices.filter((choice) => choice.value === NOT_OBSERVED)}
      value={typeof value === "number" || typeof value === "string" ? value : undefined}
      required={question.isRequired}
      // SurveyJS shows the sentence above the question; here it marks the buttons.
      problem={problems.has(question.name) ? "" : undefined}
      clearLabel={SURVEY_TEXTS.clear}
      onChange={(next) => {
        if (next === undefined) question.clearValue();
        else question.value = next;
      }}
    />
  );
}

class ChoiceQuestion extends SurveyQuestionRadiogroup {
  protected override renderElement(): ReactElement {
    const question = radiogroupOf(this.questionBase);
    const scale = scaleOf(question);
    if (scale !== undefined) return <ScaleChoice question={question} choices={scale} />;
    return (
      <>
        {super.renderElement()}
        {question.isEmpty() ? null : (
          <button
            type="button"
            className="rating-clear"
            aria-label={`${SURVEY_TEXTS.clear}: ${question.locTitle.textOrHtml}`}
            onClick={() => question.clearValue()}
          >
            {SURVEY_TEXTS.clear}
          </button>
        )}
      </>
    );
  }
}

/** Guarantee: this component is registered for the type "radiogroup" only, whose class is QuestionRadiogroupModel. */
function radiogroupOf(question: unknown): QuestionRadiogroupModel {
  return question as QuestionRadiogroupModel;
}

/** Tells SurveyJS to draw radio groups with ours. */
export function registerChoiceQuestion(): void {
  ReactQuestionFactory.Instance.registerQuestion("radiogroup", (props) =>
    createElement(ChoiceQuestion, props),
  );
}
