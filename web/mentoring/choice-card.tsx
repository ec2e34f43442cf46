/** A mentee chooses among up to three mentors; the first is kept for them. */
import { useCallback } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { timeText } from "../ui/dates.ts";
import { areaText } from "../ui/mentoring-words.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { chooseMentor, type Mine, type MineLink } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.choice;

type Choice = NonNullable<Mine["choice"]>;

export function ChoiceCard({ choice }: { readonly choice: Choice }) {
  const choose = useSaidAction(
    useCallback(async (link: MineLink, mentor: string, name: string) => {
      await chooseMentor(link, mentor);
      return TEXTS.chosen(name);
    }, []),
  );
  return (
    <section className="mine-due">
      <h2>{TEXTS.title}</h2>
      <p>{TEXTS.intro(choice.mentors.length)}</p>
      <p className="hint">{TEXTS.until(timeText(choice.closesAt))}</p>
      <RefusalNotice reason={choose.refused} />
      <ul className="mine-list">
        {choice.mentors.map(({ mentor, name, areas, reasonsForMentee }, place) => (
          <li className="mine-card" key={mentor}>
            <h3 dir="auto">{name}</h3>
            {place === 0 && <p className="mine-kept">{TEXTS.kept}</p>}
            {areas.length > 0 && (
              <p>
                <strong>{TEXTS.helps}:</strong> {areas.map(areaText).join(", ")}
              </p>
            )}
            <Sentences sentences={reasonsForMentee} />
            <BusyButton
              busy={choose.busy}
              busyText={TEXTS.choosing}
              primary={place === 0}
              onPress={() => choose.run(mentor, name)}
            >
              {TEXTS.choose(name)}
            </BusyButton>
          </li>
        ))}
      </ul>
      <p className="hint">{TEXTS.private}</p>
    </section>
  );
}
