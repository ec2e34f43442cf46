/** The board and what can be done on it; what was done is said once, and the board loads again. */
import { useCallback, useState } from "react";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { type Action, useAction } from "../../ui/use-action.ts";
import { type Loading, useLoaded } from "../../ui/use-loaded.ts";
import {
  type Board,
  type DecisionKind,
  decide,
  loadBoard,
  type PersonCard,
  runMatch,
  undo,
} from "./board-api.ts";

export interface BoardDesk {
  readonly round: string;
  readonly loading: Loading<Board>;
  readonly said: string;
  readonly decide: Action<[DecisionKind, PersonCard, PersonCard]>;
  readonly run: Action<[]>;
  readonly undo: Action<[]>;
}

export function useBoard(round: string): BoardDesk {
  const loading = useLoaded(() => loadBoard(round), round);
  const [said, setSaid] = useState("");
  const { again } = loading;
  const done = useCallback(
    (sentence: string) => {
      setSaid(sentence);
      again();
    },
    [again],
  );
  return {
    round,
    loading,
    said,
    decide: useAction(
      useCallback(
        async (kind: DecisionKind, mentee: PersonCard, mentor: PersonCard) => {
          await decide(round, kind, { mentee: mentee.id, mentor: mentor.id });
          done(BOARD_TEXTS.decided[kind](mentee.name, mentor.name));
        },
        [round, done],
      ),
    ),
    run: useAction(
      useCallback(async () => done(BOARD_TEXTS.ran((await runMatch(round)).matched)), [round, done]),
    ),
    undo: useAction(
      useCallback(async () => done(BOARD_TEXTS.undone[(await undo(round)).kind]), [round, done]),
    ),
  };
}
