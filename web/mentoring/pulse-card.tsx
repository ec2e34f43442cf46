/** A pulse of two taps: how it is going, and whether they met; the second tap sends both. */
import { useCallback, useState } from "react";
import { choicesOfQuestion, questionText, scaleWords } from "../ui/mentoring-words.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { type MineLink, sendPulse } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import type { OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.pulse;

export function PulseCard({ pair, pulse }: { readonly pair: OwnPair; readonly pulse: string }) {
  const [going, setGoing] = useState<number>();
  const { id } = pair;
  const send = useSaidAction(
    useCallback(
      async (link: MineLink, value: number, met: string) => {
        await sendPulse(link, { relationship: id, pulse, answers: { going: value, met } });
        return TEXTS.sent;
      },
      [id, pulse],
    ),
  );
  return (
    <section className="mine-card mine-due">
      <h2 dir="auto">{TEXTS.title(pair.other)}</h2>
      <p className="hint" dir="auto">
        {TEXTS.private(pair.other)}
      </p>
      <fieldset className="taps">
        <legend>{questionText("pulse", "going")}</legend>
        {scaleWords("pulse", "going").map((words, place) => (
          <button
            key={words}
            type="button"
            className="button tap"
            aria-pressed={going === place + 1}
            onClick={() => setGoing(place + 1)}
          >
            {words}
          </button>
        ))}
      </fieldset>
      {going !== undefined && (
        <fieldset className="taps">
          <legend>{questionText("pulse", "met")}</legend>
          {choicesOfQuestion("pulse", "met").map(([value, words]) => (
            <button
              key={value}
              type="button"
              className="button tap"
              aria-disabled={send.busy}
              onClick={() => send.run(going, value)}
            >
              {words}
            </button>
          ))}
          <p className="hint" role="status">
            {send.busy ? TEXTS.sending : TEXTS.second}
          </p>
        </fieldset>
      )}
      <RefusalNotice reason={send.refused} />
    </section>
  );
}
