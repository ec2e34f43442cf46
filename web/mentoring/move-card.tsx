/** A question whether one would agree to another pairing; not answering keeps things as they are. */
import { useCallback } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { answerMove, type MineLink } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import type { OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.move;

export function MoveCard({ pair, agreed }: { readonly pair: OwnPair; readonly agreed: boolean }) {
  const { id } = pair;
  const answer = useSaidAction(
    useCallback(
      async (link: MineLink, agree: boolean) => {
        await answerMove(link, id, agree);
        return MINE_TEXTS.saved;
      },
      [id],
    ),
  );
  return (
    <section className="mine-card mine-due">
      <h2 dir="auto">{TEXTS.title(pair.other)}</h2>
      <p>{agreed ? TEXTS.agreed : TEXTS.text}</p>
      <RefusalNotice reason={answer.refused} />
      <div className="mine-actions">
        <BusyButton
          primary={false}
          busy={answer.busy}
          busyText={TEXTS.saving}
          onPress={() => answer.run(!agreed)}
        >
          {agreed ? TEXTS.takeBack : TEXTS.agree}
        </BusyButton>
      </div>
      {!agreed && <p className="hint">{TEXTS.ignore}</p>}
    </section>
  );
}
