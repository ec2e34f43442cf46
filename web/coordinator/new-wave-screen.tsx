/** A new wave: which survey, under which title and policy, until when. */
import { useCallback, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
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
import { useUnsavedWarning } from "../ui/use-unsaved-warning.ts";
import { isoOfField } from "./local-time.ts";
import { draftOf, policyOf } from "./policy-draft.ts";
import { PolicyFields } from "./policy-fields.tsx";

const TEXTS = COORDINATOR_TEXTS.newWave;

async function loadDefinitions() {
  return (await answerOf(definitionsApi.$get())).definitions;
}

type Definition = Awaited<ReturnType<typeof loadDefinitions>>[number];

function DefinitionWords({ definition }: { readonly definition: Definition }) {
  const { title, version, description, minutes, items, kind, identity } = definition;
  return (
    <div className="card-words">
      <h2>
        {title} <span className="hint">{version}</span>
      </h2>
      <p className="hint">
        {COORDINATOR_TEXTS.kinds[kind]}. {COORDINATOR_TEXTS.identities[identity]}.{" "}
        {TEXTS.about(minutes, items)}.
      </p>
      {description !== "" && <p className="choice-description">{description}</p>}
    </div>
  );
}

interface NewWaveProps {
  readonly programme: string;
  readonly definitions: readonly Definition[];
}

function DefinitionList({ programme, definitions }: NewWaveProps) {
  return (
    <section aria-label={TEXTS.survey}>
      <ul className="cards">
        {definitions.map((definition) => (
          <li className="card definition" key={definition.id}>
            <DefinitionWords definition={definition} />
            <Link
              className="button"
              href={`/staff/programmes/${programme}/new-wave?survey=${definition.id}`}
              aria-label={TEXTS.useNamed(definition.title)}
            >
              {TEXTS.use}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChosenDefinition({ programme, definition }: { programme: string; definition: Definition }) {
  return (
    <>
      <div className="card definition">
        <DefinitionWords definition={definition} />
        <Link className="button" href={`/staff/programmes/${programme}/new-wave`}>
          {TEXTS.other}
        </Link>
      </div>
      <WaveDetails key={definition.id} programme={programme} definition={definition} />
    </>
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
  useUnsavedWarning(title !== "");
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

/** The chosen survey stands in the address, so that Back leads to the list again. */
export function NewWaveScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(loadDefinitions, "definitions");
  const [search] = useSearchParams();
  const chosen = search.get("survey");
  return (
    <Screen
      key={chosen}
      title={chosen === null ? TEXTS.survey : TEXTS.title}
      up={{ href: `/staff/programmes/${programme}`, label: COORDINATOR_TEXTS.wave.up }}
    >
      <WhenLoaded loading={loading}>
        {(definitions) => {
          const definition = definitions.find((one) => one.id === chosen);
          return definition === undefined ? (
            <DefinitionList programme={programme} definitions={definitions} />
          ) : (
            <ChosenDefinition programme={programme} definition={definition} />
          );
        }}
      </WhenLoaded>
    </Screen>
  );
}
