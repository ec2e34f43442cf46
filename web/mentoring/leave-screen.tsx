/** Ends a pair without fault: what happens then, and a reason for those who like to give one. */
import { useCallback, useState } from "react";
import { EXIT_REASONS, type ExitReason } from "../../analysis/mentoring/exit-reasons.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { submitting } from "../ui/submitting.ts";
import { answerProposal, leavePair, type MineLink } from "./mine-api.ts";
import { goTo, useHash, useSaidAction } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.leave;
/** Before both agreed, nothing has begun: a mentee's no is a no to the proposal. */
async function end(link: MineLink, pair: OwnPair, reason: ExitReason | null): Promise<void> {
  const isProposal = pair.state === "accepted" && pair.side === "mentee" && reason === null;
  if (isProposal) await answerProposal(link, pair.id, false);
  else await leavePair(link, pair.id, reason);
}

export function LeaveScreen({ pair }: { readonly pair: OwnPair }) {
  const [reason, setReason] = useState<ExitReason | null>(null);
  const hashOf = useHash();
  const leave = useSaidAction(
    useCallback(
      async (link: MineLink, given: ExitReason | null) => {
        await end(link, pair, given);
        goTo(hashOf({ name: "home" }));
        return TEXTS.done;
      },
      [pair, hashOf],
    ),
  );
  return (
    <MineScreen title={TEXTS.title(pair.other)} up={{ name: "pair", pair: pair.id }}>
      <p>{TEXTS.fault}</p>
      <Sentences sentences={TEXTS.will(pair.other)} />
      <form className="mine-form" onSubmit={submitting(() => leave.run(reason))}>
        <fieldset className="taps">
          <legend>{TEXTS.reason}</legend>
          <p className="hint">{TEXTS.reasonHint}</p>
          {EXIT_REASONS.map((one) => (
            <label className="mine-choice" key={one}>
              <input type="radio" name="reason" checked={reason === one} onChange={() => setReason(one)} />
              {TEXTS.reasons[one]}
            </label>
          ))}
        </fieldset>
        <p role="status">{reason === "boundary" && <strong>{TEXTS.boundary}</strong>}</p>
        <RefusalNotice reason={leave.refused} />
        <BusyButton busy={leave.busy} busyText={TEXTS.ending}>
          {TEXTS.button}
        </BusyButton>
      </form>
    </MineScreen>
  );
}
