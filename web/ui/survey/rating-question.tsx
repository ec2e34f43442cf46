/** A single rating, drawn like a row of a rating grid. */
import { createElement, type ReactElement, useContext } from "react";
import type { QuestionRatingModel } from "survey-core";
import { ReactQuestionFactory, SurveyQuestionElementBase } from "survey-react-ui";
import { NOT_OBSERVED } from "../../../surveys/definition.ts";
import { type RatingChoice, RatingRow } from "./rating-row.tsx";
import { SurveyProblemsContext } from "./survey-problems.ts";
import { SURVEY_TEXTS } from "./texts/en.ts";

function choicesOf(question: QuestionRatingModel): RatingChoice[] {
  const values = question.visibleRateValues;
  return values.map((rate, index): RatingChoice => {
    const value: unknown = rate.value;
    const known = typeof value === "number" ? value : String(value);
    const text = rate.locText.textOrHtml;
    const end =
      index === 0
        ? question.minRateDescription
        : index === values.length - 1
          ? question.maxRateDescription
          : "";
    return {
      value: known,
      figure: typeof known === "number" ? String(known) : "",
      label: text === String(known) ? end : text,
    };
  });
}

function Rating({ question }: { question: QuestionRatingModel }): ReactElement {
  const problems = useContext(SurveyProblemsContext);
  const choices = choicesOf(question);
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
      problem={problems.get(question.name)}
      clearLabel={SURVEY_TEXTS.clear}
      onChange={(next) => {
        if (next === undefined) question.clearValue();
        else question.value = next;
      }}
    />
  );
}

class RatingQuestion extends SurveyQuestionElementBase {
  protected override renderElement(): ReactElement {
    return <Rating question={ratingOf(this.questionBase)} />;
  }
}

/** Guarantee: this component is registered for the type "rating" only, whose class is QuestionRatingModel. */
function ratingOf(question: unknown): QuestionRatingModel {
  return question as QuestionRatingModel;
}

/** Tells SurveyJS to draw ratings with ours. */
export function registerRatingQuestion(): void {
  ReactQuestionFactory.Instance.registerQuestion("rating", (props) => createElement(RatingQuestion, props));
}
