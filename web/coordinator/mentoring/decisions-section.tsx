/** What the coordinator has decided so far, each to be cleared; and names that still have to be looked up. */
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Board } from "./board-api.ts";
import { DecisionButton } from "./decision-button.tsx";
import type { BoardDesk } from "./use-board.ts";

interface DecisionsProps {
  readonly desk: BoardDesk;
  readonly board: Board;
}

function DecidedList({
  title,
  pairs,
  desk,
}: {
  readonly title: string;
  readonly pairs: Board["locked"];
  readonly desk: BoardDesk;
}) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="decided">
        {pairs.map(({ mentee, mentor }) => (
          <li key={`${mentee.id} ${mentor.id}`}>
            <span>
              <bdi>{mentee.name}</bdi> {BOARD_TEXTS.and} <bdi>{mentor.name}</bdi>
            </span>
            <DecisionButton desk={desk} pair={{ mentee, mentor }} says="clear" />
          </li>
        ))}
      </ul>
    </>
  );
}

function Unclear({ unclear }: { readonly unclear: Board["unclear"] }) {
  if (unclear.length === 0) return null;
  return (
    <section aria-labelledby="unclear">
      <h2 id="unclear">{BOARD_TEXTS.unclear}</h2>
      <p className="hint">{BOARD_TEXTS.unclearIntro}</p>
      <ul>
        {unclear.map(({ person, side, text }) => (
          <li key={`${person.id} ${side} ${text}`}>
            <bdi>{person.name}</bdi> ({BOARD_TEXTS.unclearSide[side]}): <q dir="auto">{text}</q>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function DecisionsSection({ desk, board }: DecisionsProps) {
  const { locked, forbidden, unclear } = board;
  return (
    <>
      <section aria-labelledby="decisions">
        <h2 id="decisions">{BOARD_TEXTS.decisions}</h2>
        <p className="hint">
          {locked.length + forbidden.length === 0 ? BOARD_TEXTS.noDecisions : BOARD_TEXTS.decisionsIntro}
        </p>
        <DecidedList title={BOARD_TEXTS.lockedPairs} pairs={locked} desk={desk} />
        <DecidedList title={BOARD_TEXTS.forbiddenPairs} pairs={forbidden} desk={desk} />
      </section>
      <Unclear unclear={unclear} />
    </>
  );
}
