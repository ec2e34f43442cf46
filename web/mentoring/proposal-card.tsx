/** A mentor is asked whether they would mentor somebody: yes by one tap, no by two, in private. */
import { useCallback, useState } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { timeText } from "../ui/dates.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { FormWords } from "./form-words.tsx";
import { answerProposal, type MineLink } from "./mine-api.ts";
import { useSaidAction } from "./mine-desk.ts";
import type { OwnPair } from "./own-pair.ts";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.proposal;

function useAnswer({ id, other }: OwnPair) {
  return useSaidAction(
    useCallback(
      async (link: MineLink, accept: boolean) => {
        await answerProposal(link, id, accept);
        return accept ? TEXTS.accepted(other) : TEXTS.declined;
      },
      [id, other],
    ),
  );
}

export function ProposalCard({ pair }: { readonly pair: OwnPair }) {
  const [declining, setDeclining] = useState(false);
  const answer = useAnswer(pair);
  return (
    <section className="mine-card mine-due">
      <h2 dir="auto">{TEXTS.title(pair.other)}</h2>
      {pair.answerBy !== null && <p className="hint">{TEXTS.until(timeText(pair.answerBy))}</p>}
      <h3>{TEXTS.wants}</h3>
      <FormWords side={pair.side} answers={pair.form} />
      {pair.reasons.length > 0 && (
        <>
          <h3>{TEXTS.why}</h3>
          <Sentences sentences={pair.reasons} />
        </>
      )}
      <RefusalNotice reason={answer.refused} />
      {declining ? (
        <div className="notice" role="alert">
          <p>{TEXTS.declineMeans}</p>
          <div className="mine-actions">
            <BusyButton busy={answer.busy} busyText={TEXTS.declining} onPress={() => answer.run(false)}>
              {TEXTS.declineSure}
            </BusyButton>
            <button type="button" className="button" onClick={() => setDeclining(false)}>
              {TEXTS.keep}
            </button>
          </div>
        </div>
      ) : (
        <div className="mine-actions">
          <BusyButton busy={answer.busy} busyText={TEXTS.accepting} onPress={() => answer.run(true)}>
            {TEXTS.accept}
          </BusyButton>
          <button type="button" className="button" onClick={() => setDeclining(true)}>
            {TEXTS.decline}
          </button>
        </div>
      )}
      <p className="hint">{TEXTS.private}</p>
    </section>
  );
}
