/** Whether this person is available in this round: pause, come back, withdraw; nobody is told. */
import { useCallback } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import type { Side } from "./mine-address.ts";
import { changeStanding, type MineLink, type Standing } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.standing;

interface StandingCardProps {
  readonly side: Side;
  readonly standing: Standing;
  /** Places a mentor offers. */
  readonly places: number;
}

function sentenceOf({ side, standing, places }: StandingCardProps): string {
  if (standing === "paused") return TEXTS.paused;
  if (standing === "ended") return TEXTS.ended;
  return side === "mentee" ? TEXTS.available.mentee : TEXTS.available.mentor(places);
}

export function StandingCard(props: StandingCardProps) {
  const { side, standing } = props;
  const change = useSaidAction(
    useCallback(
      async (link: MineLink, next: Standing) => {
        await changeStanding(link, side, next);
        return MINE_TEXTS.saved;
      },
      [side],
    ),
  );
  const choices: readonly (readonly [Standing, string])[] =
    standing === "available"
      ? [
          ["paused", TEXTS.pause],
          ["ended", TEXTS.end],
        ]
      : [["available", TEXTS.resume]];
  return (
    <details className="mine-details">
      <summary>{TEXTS.title[side]}</summary>
      <p>{sentenceOf(props)}</p>
      <RefusalNotice reason={change.refused} />
      <div className="mine-actions">
        {choices.map(([next, label]) => (
          <BusyButton
            key={next}
            primary={false}
            busy={change.busy}
            busyText={TEXTS.saving}
            onPress={() => change.run(next)}
          >
            {label}
          </BusyButton>
        ))}
      </div>
    </details>
  );
}
