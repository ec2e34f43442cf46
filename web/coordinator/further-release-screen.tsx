/** A further release of a staff survey with other groups: examined together with everything released before. */
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { hasTables, loadWave, type Wave } from "./load-wave.ts";

const TEXTS = SURVEY_TEXTS.further;

interface PromisedCutsProps {
  readonly wave: Wave;
  readonly chosen: readonly (readonly string[])[];
  readonly onChange: (chosen: readonly (readonly string[])[]) => void;
}

/** The groups that people were told of before they answered; there are no others. */
function PromisedCuts({ wave, chosen, onChange }: PromisedCutsProps) {
  const promised = wave.policy.cuts ?? [];
  const labelOf = (code: string) => wave.cutQuestions.find((one) => one.code === code)?.label ?? code;
  return (
    <fieldset>
      <legend>{TEXTS.groups}</legend>
      <p className="hint">{promised.length === 0 ? TEXTS.noGroups : TEXTS.groupsHint}</p>
      {promised.map((cut) => {
        const [first = "", second] = cut;
        return (
          <label className="choice" key={cut.join("+")}>
            <input
              type="checkbox"
              checked={chosen.includes(cut)}
              onChange={({ target }) =>
                onChange(promised.filter((one) => (one === cut ? target.checked : chosen.includes(one))))
              }
            />
            <span>
              {second === undefined
                ? labelOf(first)
                : SURVEY_TEXTS.cuts.pair(labelOf(first), labelOf(second))}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function ReleaseForm({ wave }: { readonly wave: Wave }) {
  const [cuts, setCuts] = useState<readonly (readonly string[])[]>(wave.policy.cuts ?? []);
  const [, go] = useLocation();
  const release = useAction(
    useCallback(async () => {
      const json = { cuts: cuts.map((cut) => [...cut]) };
      const answer = await answerOf(wavesApi[":wave"].tables.$post({ param: { wave: wave.id }, json }));
      go(`/staff/surveys/${wave.id}?release=${answer.release}`);
    }, [cuts, wave.id, go]),
  );
  return (
    <form className="form" onSubmit={submitting(release.run)}>
      <PromisedCuts wave={wave} chosen={cuts} onChange={setCuts} />
      <p className="hint">{TEXTS.wait}</p>
      <RefusalNotice reason={release.refused} />
      <div className="screen-actions">
        <BusyButton busy={release.busy} busyText={TEXTS.busy}>
          {TEXTS.button}
        </BusyButton>
      </div>
    </form>
  );
}

export function FurtherReleaseScreen({ wave: id }: { readonly wave: string }) {
  const loading = useLoaded(() => loadWave(id), id);
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${id}`, label: COORDINATOR_TEXTS.wave.back }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {(wave) =>
          hasTables(wave) && wave.state === "released" ? (
            <ReleaseForm wave={wave} />
          ) : (
            <p>{COORDINATOR_TEXTS.steps.wrongState}</p>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
