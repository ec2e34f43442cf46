/** A rating grid without a table: every row is a fieldset of radio buttons, in reading order, also on a phone. */
import { createElement, type ReactElement, useContext } from "react";
import type { QuestionMatrixModel } from "survey-core";
import { ReactQuestionFactory, SurveyQuestionElementBase } from "survey-react-ui";
import { NOT_OBSERVED } from "../../../surveys/definition.ts";
import { type RatingChoice, RatingRow } from "./rating-row.tsx";
import { SurveyProblemsContext } from "./survey-problems.ts";
import { SURVEY_TEXTS } from "./texts/en.ts";

function isScaleValue(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function MatrixRows({ question }: { question: QuestionMatrixModel }): ReactElement {
  const problems = useContext(SurveyProblemsContext);
  const columns = question.visibleColumns.map((column): RatingChoice => {
    const value: unknown = column.value;
    const known = isScaleValue(value) ? value : String(value);
    const label = column.locText.textOrHtml;
    return {
      value: known,
      figure: typeof known === "number" ? String(known) : "",
      label: label === String(known) ? "" : label,
    };
  });
  const rows = question.visibleRows;
  return (
    <div className="rating-rows">
      {rows.map((row) => {
        const value: unknown = row.value;
        return (
          <RatingRow
            key={row.name}
            name={row.fullName}
            statement={row.locText.textOrHtml}
            points={columns.filter((column) => column.value !== NOT_OBSERVED)}
            apart={columns.filter((column) => column.value === NOT_OBSERVED)}
            value={isScaleValue(value) ? value : undefined}
            required={question.eachRowRequired}
            problem={problems.get(`${question.name}.${row.name}`)}
            clearLabel={SURVEY_TEXTS.clear}
            onChange={(next) => {
              row.value = next;
            }}
          />
        );
      })}
    </div>
  );
}

class MatrixQuestion extends SurveyQuestionElementBase {
  private get matrix(): QuestionMatrixModel {
    return matrixOf(this.questionBase);
  }

  override componentDidMount(): void {
    super.componentDidMount();
    this.matrix.visibleRowsChangedCallback = () => this.setState({ rows: this.matrix.visibleRows.length });
  }

  override componentWillUnmount(): void {
    super.componentWillUnmount();
    Reflect.set(this.matrix, "visibleRowsChangedCallback", null);
  }

  protected override renderElement(): ReactElement {
    return <MatrixRows question={this.matrix} />;
  }
}

/** Guarantee: this component is registered for the type "matrix" only, whose class is QuestionMatrixModel. */
function matrixOf(question: unknown): QuestionMatrixModel {
  return question as QuestionMatrixModel;
}

/** Tells SurveyJS to draw matrices with ours. */
export function registerMatrixQuestion(): void {
  ReactQuestionFactory.Instance.registerQuestion("matrix", (props) => createElement(MatrixQuestion, props));
}
