/** Events that the organisation counted in the time of a wave, such as complaints: how many, and of how many staff. */
import { useCallback, useState } from "react";
import { useLocation } from "wouter";
import { eventsApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";

const TEXTS = SURVEY_TEXTS.events;

interface EventDraft {
  readonly key: number;
  readonly name: string;
  readonly events: string;
  readonly staff: string;
}

async function loadEvents(wave: string): Promise<readonly EventDraft[]> {
  const { events } = await answerOf(eventsApi.$get({ param: { wave } }));
  return events.map((row, key) => ({
    key,
    name: row.name,
    events: String(row.events),
    staff: String(row.staff),
  }));
}

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
        value={row.events}
        onChange={(events) => onChange({ events })}
        required
      />
      <TextField
        label={TEXTS.staff}
        hint={TEXTS.staffHint}
        type="number"
        min={1}
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

function EventForm({ wave, stored }: { readonly wave: string; readonly stored: readonly EventDraft[] }) {
  const [rows, setRows] = useState(stored);
  const [, go] = useLocation();
  const save = useAction(
    useCallback(async () => {
      const events = rows.map((row) => ({
        name: row.name.trim(),
        events: Math.round(Number(row.events)),
        staff: Math.round(Number(row.staff)),
      }));
      await answerOf(eventsApi.$post({ param: { wave }, json: { events } }));
      go(`/staff/waves/${wave}`);
    }, [rows, wave, go]),
  );
  const change = (key: number, changed: Partial<EventDraft>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const add = () =>
    setRows([
      ...rows,
      { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, name: "", events: "", staff: "" },
    ]);
  return (
    <form className="form" onSubmit={submitting(save.run)}>
      {rows.length === 0 && <p>{TEXTS.none}</p>}
      {rows.map((row) => (
        <EventRow
          key={row.key}
          row={row}
          onChange={(changed) => change(row.key, changed)}
          onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <RefusalNotice reason={save.refused} />
      <div className="screen-actions">
        <BusyButton busy={save.busy} busyText={TEXTS.saving}>
          {TEXTS.save}
        </BusyButton>
        <button type="button" className="button" onClick={add}>
          {TEXTS.add}
        </button>
      </div>
    </form>
  );
}

export function EventsScreen({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => loadEvents(wave), wave);
  return (
    <Screen
      title={TEXTS.title}
      up={{ href: `/staff/waves/${wave}`, label: COORDINATOR_TEXTS.programme.waves }}
    >
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>{(stored) => <EventForm wave={wave} stored={stored} />}</WhenLoaded>
    </Screen>
  );
}
