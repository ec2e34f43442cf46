/** The disclosure policy in plain words, with its floors, and the promise that follows from it. */
import { wavePromise } from "../../surveys/promise.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CutFields, type CutQuestion } from "./cut-fields.tsx";
import { floorsOf, isComplete, type PolicyDraft, policyOf } from "./policy-draft.ts";

const TEXTS = COORDINATOR_TEXTS.policy;

/** What of a survey the promise speaks of. */
interface PromisedSurvey {
  readonly kind: "360" | "staff-survey" | "observation" | "form";
  readonly identity: "anonymous" | "identified";
  readonly groups: readonly { readonly code: string; readonly label: string; readonly attributed: boolean }[];
  readonly cutQuestions: readonly CutQuestion[];
  readonly personalCode: boolean;
}

interface PolicyFieldsProps {
  readonly survey: PromisedSurvey;
  readonly draft: PolicyDraft;
  readonly onChange: (draft: PolicyDraft) => void;
}

/** The sentences raters will read, from the same source as their own page. */
export function PromisePreview({ survey, draft }: Omit<PolicyFieldsProps, "onChange">) {
  if (!isComplete(draft)) return null;
  const promise = wavePromise({
    policy: policyOf(draft),
    soundings: {
      kind: survey.kind,
      identity: survey.identity,
      groups: survey.groups.map(({ code, label, attributed }) => ({
        code,
        label: { en: label },
        attributed,
        wording: code === "self" ? "self" : "other",
      })),
      languages: ["en"],
      // The promise says that there is a code, not which questions it is made of.
      ...(survey.personalCode ? { personalCode: [] } : {}),
    },
    language: "en",
    items: survey.cutQuestions.map(({ code, label }) => ({ code, title: { en: label } })),
  });
  return (
    <div className="notice">
      <p>
        <strong>{promise.lead}</strong>
      </p>
      <ul>
        {promise.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {promise.limits.points.length > 0 && (
        <details className="unfold">
          <summary>{promise.limits.title}</summary>
          <ul>
            {promise.limits.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ReportFieldsProps {
  readonly draft: PolicyDraft;
  readonly set: (change: Partial<PolicyDraft>) => void;
}

/** What only reports about people know: tables of a survey merge nothing, and their answers are kept to a date. */
function ReportFields({ draft, set }: ReportFieldsProps) {
  return (
    <>
      <ChoiceField
        legend={TEXTS.small}
        choices={[
          { value: "merge", label: TEXTS.merge, hint: TEXTS.mergeHint },
          { value: "omit", label: TEXTS.omit, hint: TEXTS.omitHint },
        ]}
        value={draft.smallGroups}
        onChange={(smallGroups) => set({ smallGroups })}
      />
      <ChoiceField
        legend={TEXTS.retention}
        choices={[
          { value: "until-release", label: TEXTS.untilRelease, hint: TEXTS.untilReleaseHint },
          { value: "until-date", label: TEXTS.untilDate, hint: TEXTS.untilDateHint },
        ]}
        value={draft.retention}
        onChange={(retention) => set({ retention })}
      />
    </>
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly floor: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function CountField({ floor, ...field }: CountFieldProps) {
  return <TextField {...field} type="number" min={floor} max={100} required />;
}

export function PolicyFields({ survey, draft, onChange }: PolicyFieldsProps) {
  const floors = floorsOf(survey.kind);
  const set = (change: Partial<PolicyDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <CountField
        label={TEXTS.minimum}
        hint={TEXTS.minimumHint(floors.minimumGroupSize)}
        floor={floors.minimumGroupSize}
        value={draft.minimum}
        onChange={(minimum) => set({ minimum })}
      />
      <CountField
        label={TEXTS.comments}
        hint={TEXTS.commentsHint(floors.minimumComments)}
        floor={floors.minimumComments}
        value={draft.comments}
        onChange={(comments) => set({ comments })}
      />
      {survey.kind !== "staff-survey" && <ReportFields draft={draft} set={set} />}
      {draft.retention === "until-date" && (
        <TextField
          label={TEXTS.date}
          hint={TEXTS.dateHint}
          type="date"
          value={draft.date}
          onChange={(date) => set({ date })}
          required
        />
      )}
      {survey.cutQuestions.length > 0 && (
        <CutFields questions={survey.cutQuestions} cuts={draft.cuts} onChange={(cuts) => set({ cuts })} />
      )}
      <h3>{TEXTS.promise}</h3>
      <PromisePreview survey={survey} draft={draft} />
    </>
  );
}
