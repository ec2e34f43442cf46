/** The coordinator's board: who waits, who is proposed to whom and why, and what can be decided. */
import { useSearchParams } from "wouter";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Board } from "./board-api.ts";
import { BoardHead } from "./board-head.tsx";
import { readBoardView } from "./board-view.ts";
import { DecisionsSection } from "./decisions-section.tsx";
import { LoadSection } from "./load-section.tsx";
import { PairsSection } from "./pairs-section.tsx";
import { ResultSection } from "./result-section.tsx";
import { RoundScreen } from "./round-frame.tsx";
import { UnmatchedSection } from "./unmatched-section.tsx";
import { type BoardDesk, useBoard } from "./use-board.ts";

function BoardBody({ desk, board }: { readonly desk: BoardDesk; readonly board: Board }) {
  const [search] = useSearchParams();
  const view = readBoardView(search);
  const { outcome } = board;
  return (
    <>
      <BoardHead desk={desk} board={board} />
      <p className="board-said" role="status">
        {desk.said}
      </p>
      <RefusalNotice reason={desk.decide.refused} />
      {outcome !== null && (
        <>
          <ResultSection board={board} outcome={outcome} />
          <UnmatchedSection round={desk.round} outcome={outcome} />
          <PairsSection desk={desk} board={board} outcome={outcome} view={view} />
          <LoadSection round={desk.round} load={outcome.load} search={search} />
        </>
      )}
      <DecisionsSection desk={desk} board={board} />
    </>
  );
}

export function BoardScreen({ round }: { readonly round: string }) {
  const desk = useBoard(round);
  const { loaded } = desk.loading;
  const title = loaded.state === "loaded" ? BOARD_TEXTS.titleOf(loaded.value.round.title) : BOARD_TEXTS.title;
  return (
    <RoundScreen round={round} part="board" title={title}>
      <p className="hint">{BOARD_TEXTS.intro}</p>
      <WhenLoaded loading={desk.loading}>{(board) => <BoardBody desk={desk} board={board} />}</WhenLoaded>
    </RoundScreen>
  );
}
