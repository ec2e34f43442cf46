/** A second ticket for somebody whose browser lost its answers after sending. */
import { useCallback, useState } from "react";
import { peopleApi, wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { type Choice, ChoiceField } from "./choice-field.tsx";
import { loadWave, type Wave } from "./load-wave.ts";

const TEXTS = COORDINATOR_TEXTS.reissue;
const MOST_FOUND = "20";

function PersonSearch({ onFound }: { readonly onFound: (people: readonly Choice<string>[]) => void }) {
  const [search, setSearch] = useState("");
  const find = useAction(
    useCallback(async () => {
      const query = { search: search.trim(), limit: MOST_FOUND };
      const { people } = await answerOf(peopleApi.$get({ query }));
      onFound(people.map(({ id, name, unit, ref }) => ({ value: id, label: name, hint: `${unit} ${ref}` })));
    }, [search, onFound]),
  );
  return (
    <form className="form" onSubmit={submitting(find.run)}>
      <TextField
        label={TEXTS.person}
        hint={TEXTS.personHint}
        type="search"
        value={search}
        onChange={setSearch}
        maxLength={100}
        required
      />
      <RefusalNotice reason={find.refused} />
      <div className="screen-actions">
        <BusyButton busy={find.busy} busyText={TEXTS.finding} primary={false}>
          {TEXTS.find}
        </BusyButton>
      </div>
    </form>
  );
}

function SecondTicketForm({ wave }: { readonly wave: Wave }) {
  const [found, setFound] = useState<readonly Choice<string>[]>();
  const [rater, setRater] = useState<string>();
  const [subject, setSubject] = useState(wave.subjects[0]?.code ?? "");
  const [done, setDone] = useState(false);
  const allow = useAction(
    useCallback(async () => {
      if (rater === undefined) return;
      await answerOf(wavesApi[":wave"].reissue.$post({ param: { wave: wave.id }, json: { rater, subject } }));
      setDone(true);
    }, [rater, subject, wave.id]),
  );
  return (
    <>
      <PersonSearch onFound={setFound} />
      {found?.length === 0 && <p role="status">{TEXTS.nobody}</p>}
      {found !== undefined && found.length > 0 && (
        <form className="form" onSubmit={submitting(allow.run)}>
          <ChoiceField legend={TEXTS.choosePerson} choices={found} value={rater} onChange={setRater} />
          {wave.subjects.length > 0 && (
            <SelectField
              id="about"
              label={TEXTS.subject}
              value={subject}
              options={wave.subjects.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setSubject}
            />
          )}
          <RefusalNotice reason={allow.refused} />
          <p role="status">{done ? TEXTS.done : ""}</p>
          <div className="screen-actions">
            <BusyButton busy={allow.busy} busyText={TEXTS.busy}>
              {TEXTS.button}
            </BusyButton>
          </div>
        </form>
      )}
    </>
  );
}

export function SecondTicketScreen({ wave: id }: { readonly wave: string }) {
  const loading = useLoaded(() => loadWave(id), id);
  const label =
    loading.loaded.state === "loaded" ? loading.loaded.value.title : COORDINATOR_TEXTS.programme.waves;
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${id}`, label }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {(wave) =>
          wave.state === "open" ? (
            <SecondTicketForm wave={wave} />
          ) : (
            <p>{COORDINATOR_TEXTS.steps.wrongState}</p>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
