/** What can be done with a staff survey beside what every wave has: counts, letters, its results. */
import { Link } from "wouter";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { hasTables, type Wave } from "./load-wave.ts";
import { StepLink } from "./step-link.tsx";

const TEXTS = SURVEY_TEXTS.wave;

/** Nothing for other waves. */
export function SurveyLinks({ wave }: { readonly wave: Wave }) {
  if (!hasTables(wave)) return null;
  const hasCuts = (wave.policy.cuts ?? []).length > 0;
  return (
    <>
      {wave.state === "open" && (
        <StepLink wave={wave} step="letters">
          {TEXTS.letters}
        </StepLink>
      )}
      {hasCuts && (wave.state === "draft" || wave.state === "open") && (
        <StepLink wave={wave} step="forecast">
          {TEXTS.forecast}
        </StepLink>
      )}
      {hasCuts && (
        <StepLink wave={wave} step="headcounts">
          {TEXTS.headcounts}
        </StepLink>
      )}
      <StepLink wave={wave} step="events">
        {TEXTS.events}
      </StepLink>
    </>
  );
}

export function SurveyClosedSteps({ wave }: { readonly wave: Wave }) {
  return (
    <>
      <p>{TEXTS.releaseLine}</p>
      <div className="screen-actions">
        <StepLink wave={wave} step="release" primary>
          {TEXTS.release}
        </StepLink>
        <SurveyLinks wave={wave} />
      </div>
    </>
  );
}

export function SurveyReleasedSteps({ wave }: { readonly wave: Wave }) {
  return (
    <>
      <p>{TEXTS.releasedLine}</p>
      <div className="screen-actions">
        <Link className="button button-primary" href={`/staff/surveys/${wave.id}`}>
          {TEXTS.results}
        </Link>
        <Link className="button" href={`/staff/surveys/${wave.id}/rules`}>
          {TEXTS.rules}
        </Link>
        <StepLink wave={wave} step="further-release">
          {TEXTS.further}
        </StepLink>
        <StepLink wave={wave} step="events">
          {TEXTS.events}
        </StepLink>
      </div>
      <p className="hint">{SURVEY_TEXTS.step.undo}</p>
    </>
  );
}
