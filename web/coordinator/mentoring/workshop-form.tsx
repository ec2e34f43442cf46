/** Records the one-day workshop for those who are ticked. */
import { useCallback, useState } from "react";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { roundApi } from "./round-api.ts";

const TEXTS = ROUND_PEOPLE_TEXTS;

interface WorkshopFormProps {
  readonly round: string;
  readonly people: readonly string[];
  readonly onChanged: () => void;
}

export function WorkshopForm({ round, people, onChanged }: WorkshopFormProps) {
  const [heldOn, setHeldOn] = useState("");
  const [said, setSaid] = useState("");
  const record = useAction(
    useCallback(
      async (attended: boolean) => {
        const json = { people: [...people], heldOn, attended };
        await answerOf(roundApi.workshops.$post({ param: { round }, json }));
        setSaid(TEXTS.workshopSaved);
        onChanged();
      },
      [round, people, heldOn, onChanged],
    ),
  );
  return (
    <section aria-labelledby="workshop">
      <h2 id="workshop">{TEXTS.workshopTitle}</h2>
      <p className="hint" role="status">
        {said === "" ? TEXTS.workshopIntro(people.length) : said}
      </p>
      <form className="form" onSubmit={submitting(() => people.length > 0 && record.run(true))}>
        <TextField label={TEXTS.workshopDay} type="date" value={heldOn} onChange={setHeldOn} required />
        <RefusalNotice reason={record.refused} />
        <div className="screen-actions">
          <BusyButton
            primary={false}
            busy={record.busy || people.length === 0}
            busyText={record.busy ? TEXTS.workshopSaving : TEXTS.workshopSave}
          >
            {TEXTS.workshopSave}
          </BusyButton>
          {people.length > 0 && heldOn !== "" && (
            <button
              type="button"
              className="button button-plain"
              aria-disabled={record.busy}
              onClick={() => record.run(false)}
            >
              {TEXTS.workshopRemove}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
