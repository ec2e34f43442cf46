/** Planning a survey: expected answers in, the smallest change that can be shown out; no server is asked. */
import { useSearchParams } from "wouter";
import { howMany, rounded } from "../../../analysis/number-text.ts";
import { Screen } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PLANNING_TEXTS } from "../../ui/texts/evaluator-planning.ts";
import {
  answersNeeded,
  bandOf,
  PLAN_BOUNDS,
  type Plan,
  type PlanDraft,
  type PlanField,
  planQuery,
  planSteps,
  readPlan,
  readPlanDraft,
  smallestChange,
} from "./plan.ts";
import { PlanningChart } from "./planning-chart.tsx";

const TEXTS = PLANNING_TEXTS;

const FIELDS: readonly { readonly name: PlanField; readonly hint?: string }[] = [
  { name: "before", hint: TEXTS.answersHint },
  { name: "after" },
  { name: "sd", hint: TEXTS.sdHint },
  { name: "points" },
  { name: "correlation", hint: TEXTS.correlationHint },
];

interface PlanFieldsProps {
  readonly draft: PlanDraft;
  readonly onChange: (change: Partial<PlanDraft>) => void;
}

function PlanFields({ draft, onChange }: PlanFieldsProps) {
  return (
    <form className="form plan-form screen-only" onSubmit={(event) => event.preventDefault()}>
      <label className="choice">
        <input
          type="checkbox"
          checked={draft.linked}
          onChange={(event) => onChange({ linked: event.target.checked })}
        />
        <span className="choice-words">
          <span>{TEXTS.linked}</span>
          <span className="hint">{TEXTS.linkedHint}</span>
        </span>
      </label>
      <div className="plan-fields">
        {FIELDS.filter(({ name }) => draft.linked || name !== "correlation").map(({ name, hint }) => (
          <TextField
            key={name}
            label={TEXTS[name]}
            value={draft[name]}
            onChange={(text) => onChange({ [name]: text })}
            {...(hint === undefined ? {} : { hint })}
          />
        ))}
      </div>
    </form>
  );
}

function WrongFields({ wrong }: { readonly wrong: readonly PlanField[] }) {
  return (
    <div className="notice notice-caution">
      {wrong.map((name) => {
        const { from, to, whole } = PLAN_BOUNDS[name];
        return <p key={name}>{TEXTS.wrong(TEXTS[name], from, to, whole)}</p>;
      })}
    </div>
  );
}

function StepTable({ plan }: { readonly plan: Plan }) {
  const band = bandOf(plan);
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.chart}>
      <table className="list">
        <caption className="reader-only">{TEXTS.chart}</caption>
        <TableHead columns={[TEXTS.answers, TEXTS.change, TEXTS.index, TEXTS.verdict]} />
        <tbody>
          {planSteps(plan).map(({ answers, change, indexPoints }) => (
            <tr key={answers}>
              <th scope="row">{answers}</th>
              <td>{rounded(change, 2)}</td>
              <td>{rounded(indexPoints, 1)}</td>
              <td>{change <= band ? TEXTS.yes : TEXTS.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function PlanResult({ plan }: { readonly plan: Plan }) {
  const found = smallestChange(plan);
  const band = bandOf(plan);
  const needed = answersNeeded(plan);
  const isEnough = found.change <= band;
  return (
    <>
      <section className="headline" aria-labelledby="result">
        <h2 id="result">{TEXTS.result}</h2>
        <p className="headline-sentence" role="status">
          {isEnough ? TEXTS.enough(rounded(band, 2)) : TEXTS.notEnough(rounded(band, 2))}
        </p>
        <p>{TEXTS.sentence(rounded(found.change, 2), plan.points, rounded(found.indexPoints, 1))}</p>
        {!isEnough && (
          <p>{needed === null ? TEXTS.neededNever : TEXTS.needed(howMany(needed), rounded(band, 2))}</p>
        )}
      </section>
      <section className="page-section" aria-labelledby="chart">
        <h2 id="chart">{TEXTS.chart}</h2>
        <p className="hint">{TEXTS.chartHint}</p>
        <PlanningChart
          steps={planSteps(plan)}
          band={band}
          planned={{ answers: Math.min(plan.before, plan.after), ...found }}
        />
        <StepTable plan={plan} />
      </section>
    </>
  );
}

export function PlanningScreen() {
  const [search, setSearch] = useSearchParams();
  const draft = readPlanDraft(search);
  const plan = readPlan(draft);
  return (
    <Screen title={TEXTS.title} up={{ href: "/staff/surveys", label: TEXTS.up }}>
      <p>{TEXTS.intro}</p>
      <PlanFields
        draft={draft}
        onChange={(change) => setSearch(planQuery({ ...draft, ...change }), { replace: true })}
      />
      {"wrong" in plan ? <WrongFields wrong={plan.wrong} /> : <PlanResult plan={plan} />}
      <section className="page-section" aria-labelledby="assumptions">
        <h2 id="assumptions">{TEXTS.assumptions}</h2>
        <ul>
          {TEXTS.assumptionList.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </Screen>
  );
}
