/** A labelled field for one line of text. */
import { useId } from "react";

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly type?: "text" | "email" | "number" | "date" | "datetime-local" | "search";
  readonly autoComplete?: string;
  readonly required?: boolean;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
}

export function TextField({ label, value, onChange, hint, ...field }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={field.type ?? "text"}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete={field.autoComplete ?? "off"}
        required={field.required ?? false}
        min={field.min}
        max={field.max}
        maxLength={field.maxLength ?? 200}
      />
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
