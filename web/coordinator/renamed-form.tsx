/** Stating one new name: of which question, which group, and what it is called now. */
import { useId, useState } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { submitting } from "../ui/submitting.ts";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";
import { earlierNames, laterNames, type Question, type Renamed } from "./renamed-names.ts";

const TEXTS = STATED_TEXTS.renamed;

interface RenamedFormProps {
  /** Those with names that something can be stated of; one at least. */
  readonly questions: readonly Question[];
  readonly stated: readonly Renamed[];
  readonly busy: boolean;
  readonly onState: (row: Renamed) => void;
}

function options(names: readonly { readonly value: string; readonly label: string }[]) {
  return [{ value: "", label: TEXTS.choose }, ...names.map(({ value, label }) => ({ value, label }))];
}

export function RenamedForm({ questions, stated, busy, onState }: RenamedFormProps) {
  const id = useId();
  const [item, setItem] = useState(questions[0]?.item ?? "");
  const [earlier, setEarlier] = useState("");
  const [later, setLater] = useState("");
  const question = questions.find((one) => one.item === item) ?? questions[0];
  if (question === undefined) return null;
  const state = () => {
    if (earlier !== "" && later !== "") onState({ item: question.item, earlier, later });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{TEXTS.add}</h2>
      <form className="form" onSubmit={submitting(state)}>
        {questions.length > 1 && (
          <SelectField
            id={`${id}-item`}
            label={TEXTS.question}
            value={question.item}
            options={questions.map((one) => ({ value: one.item, label: one.label }))}
            onChange={(chosen) => {
              setItem(chosen);
              setEarlier("");
              setLater("");
            }}
          />
        )}
        <SelectField
          id={`${id}-earlier`}
          label={TEXTS.earlier}
          value={earlier}
          options={options(earlierNames(question, stated))}
          onChange={(chosen) => {
            setEarlier(chosen);
            setLater("");
          }}
        />
        <SelectField
          id={`${id}-later`}
          label={TEXTS.later}
          value={later}
          options={options(laterNames(question, earlier, stated))}
          onChange={setLater}
        />
        <p className="hint">{TEXTS.oneHint}</p>
        <div className="screen-actions">
          <BusyButton
            busy={busy || earlier === "" || later === ""}
            busyText={busy ? TEXTS.saving : TEXTS.save}
          >
            {TEXTS.save}
          </BusyButton>
        </div>
      </form>
    </section>
  );
}
