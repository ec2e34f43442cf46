/** What can be done with a wave now: one thing first, the others beside it. */
import { useCallback, useState } from "react";
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { useAction } from "../ui/use-action.ts";
import { hasTables, isAboutPeople, type Wave } from "./load-wave.ts";
import { StepLink } from "./step-link.tsx";
import { SurveyClosedSteps, SurveyLinks, SurveyReleasedSteps } from "./survey-steps.tsx";

const TEXTS = COORDINATOR_TEXTS.wave;

function DraftSteps({ wave }: { readonly wave: Wave }) {
  const about = isAboutPeople(wave);
  const settings = (
    <StepLink wave={wave} step="settings">
      {TEXTS.settings}
    </StepLink>
  );
  const hasSubjects = wave.subjects.length > 0;
  const ready = about ? wave.raters > wave.subjects.length : wave.raters > 0;
  if (!about) {
    return (
      <>
        <p>{ready ? TEXTS.draftReady(wave.raters) : TEXTS.draftParticipants}</p>
        <div className="screen-actions">
          {ready && (
            <StepLink wave={wave} step="open" primary>
              {TEXTS.open}
            </StepLink>
          )}
          <StepLink wave={wave} step="participants" primary={!ready}>
            {ready ? TEXTS.replaceParticipants : TEXTS.importParticipants}
          </StepLink>
          {settings}
          <SurveyLinks wave={wave} />
        </div>
      </>
    );
  }
  return (
    <>
      <p>{ready ? TEXTS.draftReady(wave.raters) : hasSubjects ? TEXTS.draftRaters : TEXTS.draftSubjects}</p>
      <div className="screen-actions">
        {ready && (
          <StepLink wave={wave} step="open" primary>
            {TEXTS.open}
          </StepLink>
        )}
        {hasSubjects && (
          <StepLink wave={wave} step="raters" primary={!ready}>
            {ready ? TEXTS.replaceRaters : TEXTS.importRaters}
          </StepLink>
        )}
        <StepLink wave={wave} step="subjects" primary={!hasSubjects}>
          {hasSubjects ? TEXTS.replaceSubjects : TEXTS.importSubjects}
        </StepLink>
        {settings}
      </div>
    </>
  );
}

function OpenSteps({ wave }: { readonly wave: Wave }) {
  const [reminded, setReminded] = useState<string>();
  const remind = useAction(
    useCallback(async () => {
      await answerOf(wavesApi[":wave"].remind.$post({ param: { wave: wave.id }, json: {} }));
      setReminded(wave.delivers ? TEXTS.reminded : TEXTS.remindedAll);
    }, [wave.id, wave.delivers]),
  );
  return (
    <>
      <p>{TEXTS.openLine}</p>
      <RefusalNotice reason={remind.refused} />
      <div className="screen-actions">
        <BusyButton busy={remind.busy} busyText={TEXTS.reminding} onPress={remind.run}>
          {TEXTS.remind}
        </BusyButton>
        <StepLink wave={wave} step="close">
          {TEXTS.close}
        </StepLink>
        {wave.identity === "anonymous" && (
          <StepLink wave={wave} step="second-ticket">
            {TEXTS.reissue}
          </StepLink>
        )}
        <StepLink wave={wave} step="invited">
          {TEXTS.invited}
        </StepLink>
        <SurveyLinks wave={wave} />
      </div>
      <p className="hint" role="status">
        {reminded ?? (wave.delivers ? TEXTS.remindHint : TEXTS.remindAllHint)}
      </p>
    </>
  );
}

/** Closing and releasing large waves take a while; the page asks again by itself. */
function WorkUnderWay({ wave: { state, work } }: { readonly wave: Wave }) {
  const label = state === "closing" ? TEXTS.closingProgress : TEXTS.releasingProgress;
  return (
    <>
      <p role="status">{TEXTS.busyLine}</p>
      {work !== null && (
        <p>
          <label>
            {label(work.done, work.total)} <progress max={work.total} value={work.done} />
          </label>
        </p>
      )}
    </>
  );
}

function Steps({ wave }: { readonly wave: Wave }) {
  switch (wave.state) {
    case "draft":
      return <DraftSteps wave={wave} />;
    case "open":
      return <OpenSteps wave={wave} />;
    case "closed":
      if (hasTables(wave)) return <SurveyClosedSteps wave={wave} />;
      if (wave.kind !== "360") return <p>{TEXTS.closedNothing}</p>;
      return (
        <>
          <p>{TEXTS.closedLine}</p>
          <div className="screen-actions">
            <StepLink wave={wave} step="release" primary>
              {TEXTS.release}
            </StepLink>
          </div>
        </>
      );
    case "released":
      if (hasTables(wave)) return <SurveyReleasedSteps wave={wave} />;
      return <p>{TEXTS.releasedLine}</p>;
    default:
      return <WorkUnderWay wave={wave} />;
  }
}

/** What the server could not do by itself: said first, because everything else of the wave waits for it. */
function Troubles({ troubles }: Pick<Wave, "troubles">) {
  return troubles.map(({ step, sentence }) => (
    <p key={step} className="notice notice-caution" role="status">
      <strong>{TEXTS.trouble[step]}</strong> {sentence}
    </p>
  ));
}

export function WaveNextSteps({ wave }: { readonly wave: Wave }) {
  return (
    <section className="next-steps" aria-labelledby="next">
      <h2 id="next">{TEXTS.next}</h2>
      <Troubles troubles={wave.troubles} />
      <Steps wave={wave} />
    </section>
  );
}
