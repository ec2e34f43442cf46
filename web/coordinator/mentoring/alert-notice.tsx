/** An alert: something happened that should not have; nothing goes on for the pair until the coordinator has looked. */
import { useCallback, useState } from "react";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { timeText } from "../../ui/dates.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { submitting } from "../../ui/submitting.ts";
import { PAIRS_TEXTS, ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { roundApi, type WatchedPair, type WatchedPairs } from "./round-api.ts";

interface AlertNoticeProps {
  readonly round: string;
  readonly alert: WatchedPairs["alerts"][number];
  readonly pair: WatchedPair | undefined;
  readonly onDone: (sentence: string) => void;
}

export function AlertNotice({ round, alert, pair, onDone }: AlertNoticeProps) {
  const [menteeBack, setMenteeBack] = useState(false);
  const [mentorBack, setMentorBack] = useState(false);
  const settle = useAction(
    useCallback(async () => {
      const param = { round, alert: alert.id };
      await answerOf(roundApi.alerts[":alert"].settle.$post({ param, json: { menteeBack, mentorBack } }));
      onDone(PAIRS_TEXTS.settled);
    }, [round, alert.id, menteeBack, mentorBack, onDone]),
  );
  const side = ROUND_PEOPLE_TEXTS.sides[alert.side].toLowerCase();
  const boxes = [
    [PAIRS_TEXTS.alertMentee, menteeBack, setMenteeBack],
    [PAIRS_TEXTS.alertMentor, mentorBack, setMentorBack],
  ] as const;
  return (
    <form className="notice notice-wrong" onSubmit={submitting(settle.run)}>
      <h2 dir="auto">{PAIRS_TEXTS.alert(pair?.mentee.name ?? "", pair?.mentor.name ?? "")}</h2>
      <p>{PAIRS_TEXTS.alertDetail(side, timeText(alert.raisedAt))}</p>
      {boxes.map(([label, checked, set]) => (
        <label className="role-box" key={label}>
          <input type="checkbox" checked={checked} onChange={(event) => set(event.target.checked)} /> {label}
        </label>
      ))}
      <RefusalNotice reason={settle.refused} />
      <div className="screen-actions">
        <BusyButton busy={settle.busy} busyText={PAIRS_TEXTS.settling}>
          {PAIRS_TEXTS.settle}
        </BusyButton>
      </div>
    </form>
  );
}
