/** Title, policy and closing time of a draft. */
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { wavesApi } from "../ui/api.ts";
import { answerOf, Refusal } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { useUnsavedWarning } from "../ui/use-unsaved-warning.ts";
import { loadWave, type Wave } from "./load-wave.ts";
import { fieldOfIso, isoOfField } from "./local-time.ts";
import { draftOf, policyOf } from "./policy-draft.ts";
import { PolicyFields } from "./policy-fields.tsx";

const TEXTS = COORDINATOR_TEXTS.settings;

/** What this form changes, to see whether another tab or another coordinator changed it meanwhile. */
function settingsOf({ title, policy, closesAt }: Wave): string {
  return JSON.stringify([title, policy, closesAt]);
}

function SettingsForm({ wave }: { readonly wave: Wave }) {
  const [title, setTitle] = useState(wave.title);
  const [closes, setCloses] = useState(fieldOfIso(wave.closesAt));
  const [draft, setDraft] = useState(draftOf(wave.policy));
  const [, go] = useLocation();
  const save = useAction(
    useCallback(async () => {
      if (settingsOf(await loadWave(wave.id)) !== settingsOf(wave)) {
        throw new Refusal({ code: "changed-meanwhile", ...TEXTS.changedMeanwhile, problems: [] });
      }
      const json = { title: title.trim(), policy: policyOf(draft), closesAt: isoOfField(closes) ?? null };
      await answerOf(wavesApi[":wave"].$post({ param: { wave: wave.id }, json }));
      go(`/staff/waves/${wave.id}`);
    }, [title, draft, closes, wave, go]),
  );
  const typed = [title, closes, JSON.stringify(draft)].join();
  useUnsavedWarning(
    typed !== [wave.title, fieldOfIso(wave.closesAt), JSON.stringify(draftOf(wave.policy))].join(),
  );
  return (
    <form className="form" onSubmit={submitting(save.run)}>
      <TextField
        label={COORDINATOR_TEXTS.newWave.name}
        value={title}
        onChange={setTitle}
        maxLength={120}
        required
      />
      <TextField
        label={COORDINATOR_TEXTS.newWave.closes}
        hint={COORDINATOR_TEXTS.newWave.closesHint}
        type="datetime-local"
        value={closes}
        onChange={setCloses}
      />
      {wave.identity === "anonymous" && <PolicyFields survey={wave} draft={draft} onChange={setDraft} />}
      <RefusalNotice reason={save.refused} />
      <div className="screen-actions">
        <BusyButton busy={save.busy} busyText={TEXTS.saving}>
          {TEXTS.save}
        </BusyButton>
      </div>
    </form>
  );
}

export function WaveSettingsScreen({ wave: id }: { readonly wave: string }) {
  const loading = useLoaded(() => loadWave(id), id);
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${id}`, label: COORDINATOR_TEXTS.wave.back }}>
      <WhenLoaded loading={loading}>
        {(wave) =>
          wave.state === "draft" ? <SettingsForm wave={wave} /> : <p>{COORDINATOR_TEXTS.steps.wrongState}</p>
        }
      </WhenLoaded>
    </Screen>
  );
}
