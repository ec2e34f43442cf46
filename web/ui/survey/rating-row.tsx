/** One thing rated: a fieldset whose legend is the statement, and one radio button for each point of the scale. */
import { type ReactElement, useId } from "react";
import { SURVEY_TEXTS } from "./texts/en.ts";

export interface RatingChoice {
  readonly value: string | number;
  /** The figure shown large; empty for "not observed". */
  readonly figure: string;
  readonly label: string;
}

export interface RatingRowProps {
  /** Unique in the page: radio buttons of one row share it. */
  readonly name: string;
  readonly statement: string;
  /** True if the statement is already shown as the question's heading. */
  readonly statementHidden?: boolean;
  readonly points: readonly RatingChoice[];
  readonly apart: readonly RatingChoice[];
  readonly value: string | number | undefined;
  readonly required: boolean;
  /** "" where the sentence stands elsewhere and only the buttons are marked. */
  readonly problem: string | undefined;
  readonly clearLabel: string;
  readonly onChange: (value: string | number | undefined) => void;
}

/** Labels under the figures are shown for up to this many points; longer scales name their ends. */
const LABELLED_POINTS = 5;

export function RatingRow(props: RatingRowProps): ReactElement {
  const id = useId();
  const problemId = props.problem === undefined || props.problem === "" ? undefined : `${id}-problem`;
  const long = props.points.length > LABELLED_POINTS;
  const first = props.points[0];
  const last = props.points[props.points.length - 1];
  return (
    <fieldset
      className="rating-row"
      aria-describedby={problemId}
      data-answered={props.value !== undefined}
      data-problem={props.problem !== undefined}
    >
      <legend className={props.statementHidden === true ? "reader-only" : "rating-statement"}>
        {props.statement}
        {props.required ? <span className="rating-required"> {SURVEY_TEXTS.required}</span> : null}
      </legend>
      {props.problem === undefined || props.problem === "" ? null : (
        <p className="survey-problem" id={problemId}>
          {props.problem}
        </p>
      )}
      <div className="rating-line">
        <div className="rating-points" data-long={long}>
          {props.points.map((choice) => (
            <RatingOption key={choice.value} row={props} choice={choice} labelShown={!long} />
          ))}
        </div>
        {long && first !== undefined && last !== undefined && first.label !== "" ? (
          <p className="rating-ends" aria-hidden="true">
            <span>{first.label}</span>
            <span>{last.label}</span>
          </p>
        ) : null}
        <div className="rating-apart">
          {props.apart.map((choice) => (
            <RatingOption key={choice.value} row={props} choice={choice} labelShown={true} />
          ))}
          {props.value === undefined ? null : (
            <button
              type="button"
              className="rating-clear"
              aria-label={`${props.clearLabel}: ${props.statement}`}
              onClick={() => props.onChange(undefined)}
            >
              {props.clearLabel}
            </button>
          )}
        </div>
      </div>
    </fieldset>
  );
}

interface RatingOptionProps {
  readonly row: RatingRowProps;
  readonly choice: RatingChoice;
  readonly labelShown: boolean;
}

function RatingOption({ row, choice, labelShown }: RatingOptionProps): ReactElement {
  const chosen = row.value === choice.value;
  return (
    <label className="rating-option" data-chosen={chosen}>
      <input
        type="radio"
        name={row.name}
        value={choice.value}
        checked={chosen}
        aria-invalid={row.problem === undefined ? undefined : true}
        onChange={() => row.onChange(choice.value)}
      />
      {choice.figure === "" ? null : <span className="rating-figure">{choice.figure}</span>}
      {choice.label === "" ? null : (
        <span className={labelShown ? "rating-label" : "reader-only"}>{choice.label}</span>
      )}
    </label>
  );
}
