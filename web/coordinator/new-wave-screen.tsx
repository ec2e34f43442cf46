/** A new wave: which survey, under which title and policy, until when. */
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { definitionsApi, programmesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { type Choice, ChoiceField } from "./choice-field.tsx";
import { isoOfField } from "./local-time.ts";
import { draftOf, policyOf } from "./policy-draft.ts";
import { PolicyFields } from "./policy-fields.tsx";

const TEXTS = COORDINATOR_TEXTS.newWave;

async function loadDefinitions() {
  return (await answerOf(definitionsApi.$get())).definitions;
}

type Definition = Awaited<ReturnType<typeof loadDefinitions>>[number];

function choiceOf(definition: Definition): Choice<string> {
  const { id, title, version, description, minutes, items, kind, identity } = definition;
  return {
    value: id,
    label: `${title} (${version})`,
    hint: `${COORDINATOR_TEXTS.kinds[kind]}. ${COORDINATOR_TEXTS.identities[identity]}. ${TEXTS.about(minutes, items)}.`,
    ...(description === "" ? {} : { more: <span className="choice-description">{description}</span> }),
  };
}

interface NewWaveFormProps {
  readonly programme: string;
  readonly definitions: readonly Definition[];
}

function NewWaveForm({ programme, definitions }: NewWaveFormProps) {
  const [chosen, setChosen] = useState<string>();
  const definition = definitions.find((one) => one.id === chosen);
  return (
    <div className="form">
      <ChoiceField
        legend={TEXTS.survey}
        choices={definitions.map(choiceOf)}
        value={chosen}
        onChange={setChosen}
      />
      {definition === undefined ? (
        <p className="hint">{TEXTS.choose}</p>
      ) : (
        <WaveDetails key={definition.id} programme={programme} definition={definition} />
      )}
    </div>
  );
}

interface WaveDetailsProps {
  readonly programme: string;
  readonly definition: Definition;
}

function WaveDetails({ programme, definition }: WaveDetailsProps) {
  const [title, setTitle] = useState("");
  const [closes, setCloses] = useState("");
  const [draft, setDraft] = useState(draftOf(definition.defaultPolicy));
  const [, go] = useLocation();
  const create = useAction(
    useCallback(async () => {
      const closesAt = isoOfField(closes);
      const json = {
        definition: definition.id,
        title: title.trim(),
        policy: policyOf(draft),
        ...(closesAt === undefined ? {} : { closesAt }),
      };
      const { id } = await answerOf(programmesApi[":programme"].waves.$post({ param: { programme }, json }));
      go(`/staff/waves/${id}`);
    }, [closes, title, draft, definition.id, programme, go]),
  );
  return (
    <form className="form" onSubmit={submitting(create.run)}>
      <TextField
        label={TEXTS.name}
        hint={TEXTS.nameHint}
        value={title}
        onChange={setTitle}
        maxLength={120}
        required
      />
      <TextField
        label={TEXTS.closes}
        hint={TEXTS.closesHint}
        type="datetime-local"
        value={closes}
        onChange={setCloses}
      />
      {definition.identity === "anonymous" && (
        <>
          <h2>{COORDINATOR_TEXTS.policy.title}</h2>
          <p className="hint">{COORDINATOR_TEXTS.policy.intro}</p>
          <PolicyFields survey={definition} draft={draft} onChange={setDraft} />
        </>
      )}
      <RefusalNotice reason={create.refused} />
      <div className="screen-actions">
        <BusyButton busy={create.busy} busyText={TEXTS.creating}>
          {TEXTS.create}
        </BusyButton>
      </div>
    </form>
  );
}

export function NewWaveScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(loadDefinitions, "definitions");
  return (
    <Screen
      title={TEXTS.title}
      up={{ href: `/staff/programmes/${programme}`, label: COORDINATOR_TEXTS.wave.up }}
    >
      <WhenLoaded loading={loading}>
        {(definitions) => <NewWaveForm programme={programme} definitions={definitions} />}
      </WhenLoaded>
    </Screen>
  );
}
