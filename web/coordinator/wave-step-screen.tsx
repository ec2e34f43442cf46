/** The screen before a step that cannot be undone: what will happen, and to how many. */
import { useCallback } from "react";
import { Link, useLocation } from "wouter";
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { ForecastSummary } from "./forecast-summary.tsx";
import { LineUpWarnings } from "./line-up-warnings.tsx";
import { USUAL_RESPONSE } from "./load-forecast.ts";
import { groupName, hasTables, loadWave, type Wave } from "./load-wave.ts";

const TEXTS = COORDINATOR_TEXTS.steps;

import { NothingShown } from "./nothing-shown.tsx";

export type WaveStep = "open" | "close" | "release";

const FROM: Readonly<Record<WaveStep, Wave["state"]>> = { open: "draft", close: "open", release: "closed" };

interface StepWords {
  readonly will: readonly string[];
  readonly undo: string;
  readonly button: string;
  readonly busy: string;
}

function wordsOf(step: WaveStep, wave: Wave): StepWords {
  const { open, close, release } = TEXTS;
  const isAnonymous = wave.identity === "anonymous";
  if (step === "open") {
    const invites = hasTables(wave)
      ? SURVEY_TEXTS.step.open(wave.raters)
      : open.will(wave.raters, wave.invitations);
    const will = [...invites, ...(isAnonymous ? [open.sealed] : [])];
    return { will, undo: open.undo, button: open.button(wave.raters), busy: open.busy };
  }
  if (step === "close") {
    const will = [...close.will(wave.raters), ...(isAnonymous ? close.unsealed : [close.kept])];
    return { will, undo: close.undo, button: close.button, busy: close.busy };
  }
  if (hasTables(wave)) {
    return {
      will: SURVEY_TEXTS.step.will,
      undo: SURVEY_TEXTS.step.undo,
      button: SURVEY_TEXTS.step.button,
      busy: release.busy,
    };
  }
  const destroys = wave.policy.retention.rule === "until-release" ? [release.destroys] : [];
  const will = [...release.will(wave.subjects.length), ...destroys];
  return { will, undo: release.undo, button: release.button(wave.subjects.length), busy: release.busy };
}

/** Takes the step on the server. */
async function take(step: WaveStep, wave: string): Promise<void> {
  const asked = { param: { wave }, json: {} };
  if (step === "open") await answerOf(wavesApi[":wave"].open.$post(asked));
  else if (step === "close") await answerOf(wavesApi[":wave"].close.$post(asked));
  else await answerOf(wavesApi[":wave"].release.$post(asked));
}

function StepBody({ step, wave }: { readonly step: WaveStep; readonly wave: Wave }) {
  const [, go] = useLocation();
  const address = `/staff/waves/${wave.id}`;
  const action = useAction(
    useCallback(async () => {
      await take(step, wave.id);
      go(address, { replace: true });
    }, [step, wave.id, go, address]),
  );
  const words = wordsOf(step, wave);
  const isEmpty = step === "open" && hasTables(wave) && wave.raters === 0;
  if (wave.state !== FROM[step] || isEmpty) {
    return (
      <>
        <p>{isEmpty ? SURVEY_TEXTS.step.nobody : TEXTS.wrongState}</p>
        <p>
          <Link className="button" href={address}>
            {TEXTS.backToWave}
          </Link>
        </p>
      </>
    );
  }
  return (
    <>
      <ul>
        {words.will.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {step === "open" && hasTables(wave) && (
        <NothingShown
          invited={wave.raters}
          response={USUAL_RESPONSE}
          minimum={wave.policy.minimumGroupSize}
        />
      )}
      {step === "open" && hasTables(wave) && (wave.policy.cuts ?? []).length > 0 && (
        <ForecastSummary wave={wave.id} />
      )}
      {step === "open" && <LineUpWarnings wave={wave} groupName={(code) => groupName(wave, code)} />}
      <p>
        <strong>{words.undo}</strong>
      </p>
      <RefusalNotice reason={action.refused} />
      <div className="screen-actions">
        <BusyButton busy={action.busy} busyText={words.busy} onPress={action.run}>
          {words.button}
        </BusyButton>
        <Link className="button" href={address}>
          {TEXTS.back}
        </Link>
      </div>
    </>
  );
}

export function WaveStepScreen({ wave: id, step }: { readonly wave: string; readonly step: WaveStep }) {
  const loading = useLoaded(() => loadWave(id), id);
  const wave = loading.loaded.state === "loaded" ? loading.loaded.value : undefined;
  const up = { href: `/staff/waves/${id}`, label: wave?.title ?? COORDINATOR_TEXTS.wave.back };
  const isTables = step === "release" && wave !== undefined && hasTables(wave);
  return (
    <Screen title={isTables ? SURVEY_TEXTS.step.title : TEXTS[step].title} up={up}>
      <WhenLoaded loading={loading}>{(found) => <StepBody step={step} wave={found} />}</WhenLoaded>
    </Screen>
  );
}
