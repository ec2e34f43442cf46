/** Before a run is confirmed: what will happen, and to how many. */
import { useCallback, useState } from "react";
import { Link } from "wouter";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { BOARD_TEXTS, CONFIRM_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { type Board, confirmRun, loadBoard } from "./board-api.ts";
import { isNew } from "./board-view.ts";
import { loadRound, type Round } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";

async function loadConfirm(id: string) {
  const [board, round] = await Promise.all([loadBoard(id), loadRound(id)]);
  return { board, round };
}

function consequences({ outcome, run }: Board, { settings }: Round): readonly string[] {
  if (outcome === null || run === null) return [];
  const asked = outcome.pairs.filter(isNew);
  const locked = asked.filter(({ kind }) => kind === "locked").length;
  const { offered } = outcome.choice;
  const direct = offered ? locked : asked.length;
  return [
    ...(offered ? [CONFIRM_TEXTS.choosing(asked.length - locked)] : []),
    ...(direct > 0 ? [CONFIRM_TEXTS.asking(direct)] : []),
    ...(offered && locked > 0 ? [CONFIRM_TEXTS.locked] : []),
    settings.cascade ? CONFIRM_TEXTS.time(settings.answerDays) : CONFIRM_TEXTS.noCascade(settings.answerDays),
    ...(outcome.unmatched.length > 0 ? [CONFIRM_TEXTS.without(outcome.unmatched.length)] : []),
    CONFIRM_TEXTS.final,
  ];
}

function ConfirmBody({
  board,
  round,
  onDone,
}: {
  board: Board;
  round: Round;
  onDone: (said: string) => void;
}) {
  const { run, outcome } = board;
  const count = outcome?.pairs.filter(isNew).length ?? 0;
  const base = `/staff/mentoring/${round.id}/board`;
  const runId = run?.id ?? "";
  const confirm = useAction(
    useCallback(async () => {
      const { asked, choosing } = await confirmRun(round.id, runId);
      onDone(CONFIRM_TEXTS.done(asked, choosing));
    }, [round.id, runId, onDone]),
  );
  if (run === null || run.confirmedAt !== null || count === 0) return <p>{CONFIRM_TEXTS.nothing}</p>;
  return (
    <>
      {run.stale && <p className="notice notice-caution">{CONFIRM_TEXTS.stale}</p>}
      <ul>
        {consequences(board, round).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <RefusalNotice reason={confirm.refused} />
      <div className="screen-actions">
        <BusyButton busy={confirm.busy} busyText={CONFIRM_TEXTS.busy} onPress={confirm.run}>
          {CONFIRM_TEXTS.button(count)}
        </BusyButton>
        <Link className="button" href={base}>
          {CONFIRM_TEXTS.back}
        </Link>
      </div>
    </>
  );
}

export function ConfirmScreen({ round: id }: { readonly round: string }) {
  const loading = useLoaded(() => loadConfirm(id), id);
  const [said, setSaid] = useState<string>();
  return (
    <RoundScreen
      round={id}
      part="board"
      title={CONFIRM_TEXTS.title}
      up={{ href: `/staff/mentoring/${id}/board`, label: BOARD_TEXTS.title }}
    >
      {said === undefined ? (
        <WhenLoaded loading={loading}>
          {({ board, round }) => <ConfirmBody board={board} round={round} onDone={setSaid} />}
        </WhenLoaded>
      ) : (
        <>
          <p className="notice notice-good" role="status">
            {said}
          </p>
          <Link className="button button-primary" href={`/staff/mentoring/${id}/pairs`}>
            {ROUND_TEXTS.part.pairs}
          </Link>
        </>
      )}
    </RoundScreen>
  );
}
