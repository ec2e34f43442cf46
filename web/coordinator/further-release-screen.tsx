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
import { CutFields } from "./cut-fields.tsx";
import { hasTables, loadWave, type Wave } from "./load-wave.ts";

const TEXTS = SURVEY_TEXTS.further;

function ReleaseForm({ wave }: { readonly wave: Wave }) {
  const [cuts, setCuts] = useState(wave.policy.cuts ?? []);
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
      <CutFields questions={wave.cutQuestions} cuts={cuts} onChange={setCuts} intro={TEXTS.groups} />
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
