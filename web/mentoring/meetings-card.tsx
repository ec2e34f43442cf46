/** Meetings, noted by one click of either side; only the day is kept, and it can be taken back. */
import { useCallback, useState } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { dateText } from "../ui/dates.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { type MineLink, noteMeeting } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import { localDay, type OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.meetings;

export function MeetingsCard({ pair }: { readonly pair: OwnPair }) {
  const [day, setDay] = useState("");
  const { id, meetings } = pair;
  const today = localDay(new Date());
  const note = useSaidAction(
    useCallback(
      async (link: MineLink, heldOn: string, held: boolean) => {
        await noteMeeting(link, { relationship: id, heldOn, held });
        return held ? TEXTS.noted(dateText(heldOn)) : TEXTS.removed(dateText(heldOn));
      },
      [id],
    ),
  );
  return (
    <section className="mine-card">
      <h2>{TEXTS.title}</h2>
      <p>{TEXTS.count(meetings.length)}</p>
      {!meetings.includes(today) && (
        <BusyButton busy={note.busy} busyText={TEXTS.saving} onPress={() => note.run(today, true)}>
          {TEXTS.today}
        </BusyButton>
      )}
      <RefusalNotice reason={note.refused} />
      {meetings.length > 0 && (
        <ul className="mine-days">
          {meetings.toSorted().map((heldOn) => (
            <li key={heldOn}>
              {dateText(heldOn)}
              <button
                type="button"
                className="button button-plain"
                aria-disabled={note.busy}
                aria-label={TEXTS.remove(dateText(heldOn))}
                onClick={() => note.run(heldOn, false)}
              >
                {TEXTS.removeShort}
              </button>
            </li>
          ))}
        </ul>
      )}
      <details className="mine-details">
        <summary>{TEXTS.other}</summary>
        <form className="mine-form" onSubmit={submitting(() => note.run(day, true))}>
          <TextField label={TEXTS.day} type="date" value={day} onChange={setDay} max={today} required />
          <BusyButton primary={false} busy={note.busy} busyText={TEXTS.saving}>
            {TEXTS.note}
          </BusyButton>
        </form>
      </details>
      <p className="hint">{TEXTS.hint}</p>
    </section>
  );
}
