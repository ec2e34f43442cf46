/** The top of the board: the pool in numbers, the newest run, and what can be done next. */
import { useCallback, useState } from "react";
import { Link } from "wouter";
import { BusyButton } from "../../ui/busy-button.tsx";
import { timeText } from "../../ui/dates.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { useAction } from "../../ui/use-action.ts";
import { type Board, repeatRun } from "./board-api.ts";
import { isNew } from "./board-view.ts";
import type { BoardDesk } from "./use-board.ts";

interface HeadProps {
  readonly desk: BoardDesk;
  readonly board: Board;
}

/** Pairs of the newest run that would be asked. */
function newPairs({ outcome }: Board): number {
  return outcome?.pairs.filter(isNew).length ?? 0;
}

function canConfirm(board: Board): boolean {
  return board.run !== null && board.run.confirmedAt === null && newPairs(board) > 0;
}

function Pool({ pool }: { readonly pool: Board["pool"] }) {
  const figures = [
    [BOARD_TEXTS.waiting, BOARD_TEXTS.waitingOf(pool.waiting, pool.mentees)],
    [BOARD_TEXTS.mentors, String(pool.mentors)],
    [BOARD_TEXTS.places, BOARD_TEXTS.placesOf(pool.free, pool.places)],
  ] as const;
  return (
    <dl className="board-figures">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RunFacts({ round, run }: { readonly round: string; readonly run: NonNullable<Board["run"]> }) {
  const [repeated, setRepeated] = useState<boolean>();
  const repeat = useAction(
    useCallback(async () => {
      const { sameInputs, sameResult } = await repeatRun(round, run.id);
      setRepeated(sameInputs && sameResult);
    }, [round, run.id]),
  );
  return (
    <details className="board-run">
      <summary>{BOARD_TEXTS.runOf(run.number, timeText(run.createdAt))}</summary>
      <p className="hint fingerprint-words">{BOARD_TEXTS.inputs(run.inputsHash)}</p>
      <BusyButton primary={false} busy={repeat.busy} busyText={BOARD_TEXTS.repeating} onPress={repeat.run}>
        {BOARD_TEXTS.repeat}
      </BusyButton>
      <RefusalNotice reason={repeat.refused} />
      <p role="status">
        {repeated !== undefined && (repeated ? BOARD_TEXTS.repeated : BOARD_TEXTS.notRepeated)}
      </p>
    </details>
  );
}

function Actions({ desk: { round, run, undo }, board }: HeadProps) {
  const base = `/staff/mentoring/${round}`;
  const confirmable = canConfirm(board);
  const upToDate = board.run !== null && !board.run.stale;
  return (
    <div className="screen-actions">
      {confirmable && upToDate && (
        <Link className="button button-primary" href={`${base}/confirm`}>
          {BOARD_TEXTS.confirm(newPairs(board))}
        </Link>
      )}
      <BusyButton primary={!upToDate} busy={run.busy} busyText={BOARD_TEXTS.running} onPress={run.run}>
        {board.run === null ? BOARD_TEXTS.run : BOARD_TEXTS.runAgain}
      </BusyButton>
      {confirmable && !upToDate && (
        <Link className="button" href={`${base}/confirm`}>
          {BOARD_TEXTS.confirm(newPairs(board))}
        </Link>
      )}
      <Link className="button" href={`${base}/weights`}>
        {BOARD_TEXTS.weights}
      </Link>
      {board.undo !== null && (
        <BusyButton primary={false} busy={undo.busy} busyText={BOARD_TEXTS.undoing} onPress={undo.run}>
          {BOARD_TEXTS.undo[board.undo.kind]}
        </BusyButton>
      )}
    </div>
  );
}

function Situation({ desk, board }: HeadProps) {
  const { pool, run } = board;
  if (pool.mentees === 0 && pool.mentors === 0) {
    return (
      <div className="empty">
        <h2>{BOARD_TEXTS.emptyPool}</h2>
        <p>{BOARD_TEXTS.emptyPoolDetail}</p>
        <Link className="button button-primary" href={`/staff/mentoring/${desk.round}/people`}>
          {BOARD_TEXTS.invite}
        </Link>
      </div>
    );
  }
  return (
    <>
      {run === null && <p>{BOARD_TEXTS.noRunDetail(pool.waiting, pool.free)}</p>}
      {run?.stale === true && run.confirmedAt === null && (
        <p className="notice notice-caution">{BOARD_TEXTS.stale}</p>
      )}
      {run !== null && run.confirmedAt !== null && (
        <p className="notice notice-good">{BOARD_TEXTS.confirmedOn(timeText(run.confirmedAt))}</p>
      )}
      <Actions desk={desk} board={board} />
      {run !== null && <RunFacts round={desk.round} run={run} />}
    </>
  );
}

export function BoardHead({ desk, board }: HeadProps) {
  return (
    <section aria-label={BOARD_TEXTS.pool}>
      <Pool pool={board.pool} />
      <Situation desk={desk} board={board} />
      <RefusalNotice reason={desk.run.refused} />
      <RefusalNotice reason={desk.undo.refused} />
    </section>
  );
}
