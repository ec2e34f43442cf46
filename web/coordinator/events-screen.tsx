/** Events that the organisation counted in the time of a wave, such as complaints: how many, and of how many staff. */
import { useCallback, useState } from "react";
import { Link } from "wouter";
import { evaluatorApi, eventsApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { useUnsavedWarning } from "../ui/use-unsaved-warning.ts";
import { type Counted, draftsOf, type EventDraft, eventsIn, missingNames } from "./event-drafts.ts";
import { loadWave } from "./load-wave.ts";
import { SavedNotice } from "./saved-notice.tsx";
import { useSavedList } from "./use-saved-list.ts";

const TEXTS = STATED_TEXTS.events;

async function readEvents(wave: string): Promise<readonly Counted[]> {
  return (await answerOf(eventsApi.$get({ param: { wave } }))).events;
}

/** What the programme's other surveys count, so that the same events carry the same words. */
async function loadEvents(wave: string) {
  const [{ title, programme }, events, { waves }] = await Promise.all([
    loadWave(wave),
    readEvents(wave),
    answerOf(evaluatorApi.waves.$get()),
  ]);
  const others = waves.filter((one) => one.programme === programme && one.wave !== wave);
  const counted = await Promise.all(others.map((other) => readEvents(other.wave)));
  return { title, events, names: [...new Set(counted.flat().map(({ name }) => name))] };
}

type Loaded = Awaited<ReturnType<typeof loadEvents>>;

interface EventRowProps {
  readonly row: EventDraft;
  readonly onChange: (change: Partial<EventDraft>) => void;
  readonly onRemove: () => void;
}

function EventRow({ row, onChange, onRemove }: EventRowProps) {
  return (
    <fieldset className="event-row">
      <legend>{row.name === "" ? TEXTS.new : row.name}</legend>
      <TextField
        label={TEXTS.name}
        hint={TEXTS.nameHint}
        value={row.name}
        onChange={(name) => onChange({ name })}
        maxLength={80}
        required
      />
      <TextField
        label={TEXTS.count}
        type="number"
        min={0}
        max={1_000_000}
        value={row.events}
        onChange={(events) => onChange({ events })}
        required
      />
      <TextField
        label={TEXTS.staff}
        hint={TEXTS.staffHint}
        type="number"
        min={1}
        max={10_000_000}
        value={row.staff}
        onChange={(staff) => onChange({ staff })}
        required
      />
      <div className="screen-actions">
        <button type="button" className="button button-plain" onClick={onRemove}>
          {TEXTS.remove(row.name)}
        </button>
      </div>
    </fieldset>
  );
}

interface OtherNamesProps {
  readonly names: readonly string[];
  readonly onAdd: (name: string) => void;
}

function OtherNames({ names, onAdd }: OtherNamesProps) {
  if (names.length === 0) return null;
  return (
    <div>
      <p>{TEXTS.others}</p>
      <div className="screen-actions">
        {names.map((name) => (
          <button type="button" className="button" key={name} onClick={() => onAdd(name)}>
            {TEXTS.addNamed(name)}
          </button>
        ))}
      </div>
    </div>
  );
}

function EventForm({ wave, loaded }: { readonly wave: string; readonly loaded: Loaded }) {
  const read = useCallback(() => readEvents(wave), [wave]);
  const write = useCallback(
    (events: readonly Counted[]) =>
      answerOf(eventsApi.$post({ param: { wave }, json: { events: [...events] } })),
    [wave],
  );
  const list = useSavedList(loaded.events, { read, write });
  return <EventRows key={JSON.stringify(list.rows)} wave={wave} names={loaded.names} list={list} />;
}

interface EventRowsProps {
  readonly wave: string;
  readonly names: readonly string[];
  readonly list: ReturnType<typeof useSavedList<Counted>>;
}

/** Begins again from what is stored whenever that changes. */
function EventRows({ wave, names, list }: EventRowsProps) {
  const stored = draftsOf(list.rows);
  const [rows, setRows] = useState(stored);
  const unsaved = JSON.stringify(eventsIn(rows)) !== JSON.stringify(eventsIn(stored));
  useUnsavedWarning(unsaved);
  const change = (key: number, changed: Partial<EventDraft>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const add = (name: string) =>
    setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name, events: "", staff: "" }]);
  const save = () => {
    if (unsaved) list.save(eventsIn(rows), TEXTS.saved(rows.length));
  };
  return (
    <form className="form" onSubmit={submitting(save)}>
      {rows.length === 0 && <p>{TEXTS.none}</p>}
      {rows.map((row) => (
        <EventRow
          key={row.key}
          row={row}
          onChange={(changed) => change(row.key, changed)}
          onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <OtherNames names={missingNames(names, rows)} onAdd={add} />
      <RefusalNotice reason={list.refused} />
      <SavedNotice last={list.last} undo={list.undo} hidden={unsaved} />
      <div className="screen-actions">
        <BusyButton busy={list.busy || !unsaved} busyText={list.busy ? TEXTS.saving : TEXTS.save}>
          {TEXTS.save}
        </BusyButton>
        <button type="button" className="button" onClick={() => add("")}>
          {TEXTS.add}
        </button>
        {!unsaved && (
          <Link className="button button-plain" href={`/staff/waves/${wave}`}>
            {TEXTS.back}
          </Link>
        )}
      </div>
    </form>
  );
}

export function EventsScreen({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => loadEvents(wave), wave);
  const label =
    loading.loaded.state === "loaded" ? loading.loaded.value.title : COORDINATOR_TEXTS.programme.waves;
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label }}>
      <p>{TEXTS.intro}</p>
      <p className="hint">{TEXTS.whole}</p>
      <WhenLoaded loading={loading}>{(loaded) => <EventForm wave={wave} loaded={loaded} />}</WhenLoaded>
    </Screen>
  );
}
