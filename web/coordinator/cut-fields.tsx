/** The groups that a staff survey's results are shown for: questions alone, and named pairs of questions. */
import { useId, useState } from "react";
import { SelectField } from "../ui/select-field.tsx";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";

const TEXTS = SURVEY_TEXTS.cuts;
/** From here on a pair makes more groups than anybody reads. */
const MANY_GROUPS = 20;

export interface CutQuestion {
  readonly code: string;
  readonly label: string;
  readonly choices: number;
}

type Cuts = readonly (readonly string[])[];

interface CutFieldsProps {
  readonly questions: readonly CutQuestion[];
  readonly cuts: Cuts;
  readonly onChange: (cuts: Cuts) => void;
}

function sameCut(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

function SingleCuts({ questions, cuts, onChange }: CutFieldsProps) {
  const toggle = (code: string, wanted: boolean) =>
    onChange(wanted ? [...cuts, [code]] : cuts.filter((cut) => !sameCut(cut, [code])));
  return questions.map(({ code, label, choices }) => (
    <label className="choice" key={code}>
      <input
        type="checkbox"
        checked={cuts.some((cut) => sameCut(cut, [code]))}
        onChange={(event) => toggle(code, event.target.checked)}
      />
      <span className="choice-words">
        <span>{label}</span>
        <span className="hint">{TEXTS.one(choices)}</span>
      </span>
    </label>
  ));
}

function optionsOf(questions: readonly CutQuestion[]) {
  return [
    { value: "", label: TEXTS.choose },
    ...questions.map(({ code, label }) => ({ value: code, label })),
  ];
}

function PairAdder({ questions, cuts, onChange }: CutFieldsProps) {
  const id = useId();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const pair = [first, second];
  const isReady = first !== "" && second !== "" && first !== second;
  const isThere = cuts.some((cut) => sameCut(cut, pair));
  const groups = pair.reduce(
    (product, code) => product * (questions.find((question) => question.code === code)?.choices ?? 1),
    1,
  );
  const add = () => {
    if (!isReady || isThere) return;
    onChange([...cuts, pair]);
    setFirst("");
    setSecond("");
  };
  return (
    <>
      <SelectField
        id={`${id}-first`}
        label={TEXTS.first}
        value={first}
        options={optionsOf(questions)}
        onChange={setFirst}
      />
      <SelectField
        id={`${id}-second`}
        label={TEXTS.second}
        value={second}
        options={optionsOf(questions.filter(({ code }) => code !== first))}
        onChange={setSecond}
      />
      <p className="hint" role="status">
        {isReady && (groups > MANY_GROUPS ? TEXTS.manyGroups(groups) : TEXTS.pairGroups(groups))}
      </p>
      <div className="screen-actions">
        <button type="button" className="button" aria-disabled={!isReady || isThere} onClick={add}>
          {TEXTS.add}
        </button>
      </div>
    </>
  );
}

function PairList({ questions, cuts, onChange }: CutFieldsProps) {
  const labelOf = (code: string | undefined) =>
    questions.find((question) => question.code === code)?.label ?? code ?? "";
  const pairs = cuts.filter((cut) => cut.length === 2);
  if (pairs.length === 0) return null;
  return (
    <ul className="cards">
      {pairs.map((pair) => {
        const label = TEXTS.pair(labelOf(pair[0]), labelOf(pair[1]));
        return (
          <li className="card" key={pair.join("+")}>
            <span>{label}</span>
            <button
              type="button"
              className="button button-plain"
              onClick={() => onChange(cuts.filter((cut) => !sameCut(cut, pair)))}
            >
              {TEXTS.remove(label)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

export function CutFields(props: CutFieldsProps) {
  const { cuts, questions } = props;
  return (
    <>
      <fieldset>
        <legend>{TEXTS.title}</legend>
        <p className="hint">{TEXTS.intro}</p>
        <p className="hint">{TEXTS.which}</p>
        <SingleCuts {...props} />
        {cuts.length === 0 && <p className="hint">{TEXTS.none}</p>}
      </fieldset>
      {questions.length > 1 && (
        <details className="pairs" open={cuts.some((cut) => cut.length === 2)}>
          <summary>{TEXTS.together}</summary>
          <div className="form">
            <p className="hint">{TEXTS.togetherHint}</p>
            <PairList {...props} />
            <PairAdder {...props} />
          </div>
        </details>
      )}
      {cuts.length > 0 && <p className="notice notice-caution">{TEXTS.warning}</p>}
    </>
  );
}
