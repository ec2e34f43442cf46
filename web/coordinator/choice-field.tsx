/** One of several possibilities, each with a sentence that says what it means. */
import { type ReactNode, useId } from "react";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
  readonly more?: ReactNode;
}

interface ChoiceFieldProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
}

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend>{props.legend}</legend>
      {props.choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={props.value === choice.value}
            onChange={() => props.onChange(choice.value)}
            required
          />
          <span className="choice-words">
            <span>{choice.label}</span>
            {choice.hint !== undefined && <span className="hint">{choice.hint}</span>}
            {choice.more}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
