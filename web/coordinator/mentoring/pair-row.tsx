/** One pair of the board; keys on the mentee's name do what the buttons do. */
import type { KeyboardEvent } from "react";
import { Link, useLocation } from "wouter";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { type BoardView, isNew, type ShownPair, viewQuery } from "./board-view.ts";
import { DecisionButton } from "./decision-button.tsx";
import { PairDetail } from "./pair-detail.tsx";
import { PersonWords } from "./person-cell.tsx";
import { ScoreMark } from "./score-mark.tsx";
import type { BoardDesk } from "./use-board.ts";

interface PairRowProps {
  readonly pair: ShownPair;
  readonly desk: BoardDesk;
  readonly cap: number;
  readonly view: BoardView;
  readonly move: (step: 1 | -1) => void;
}

function DecisionButtons({ pair, desk }: Pick<PairRowProps, "pair" | "desk">) {
  const { mentee, kind } = pair;
  if (!isNew(pair)) {
    return (
      <Link
        className="row-link"
        href={`/staff/mentoring/${desk.round}/pairs?find=${encodeURIComponent(mentee.name)}`}
      >
        {BOARD_TEXTS.toPair}
      </Link>
    );
  }
  if (kind === "forbidden") return <DecisionButton desk={desk} pair={pair} says="clear" />;
  return (
    <div className="row-buttons">
      <DecisionButton desk={desk} pair={pair} says={kind === "locked" ? "unlock" : "lock"} />
      <DecisionButton desk={desk} pair={pair} says="forbid" />
    </div>
  );
}

/** What a key does; undefined lets the browser do what it does. */
function keyAction({ pair, desk, move }: PairRowProps, key: string): (() => void) | undefined {
  const { mentee, mentor, kind } = pair;
  if (key === "ArrowDown") return () => move(1);
  if (key === "ArrowUp") return () => move(-1);
  if (!isNew(pair)) return undefined;
  if (key === "l") return () => desk.decide.run(kind === "locked" ? "clear" : "lock", mentee, mentor);
  if (key === "f") return () => desk.decide.run(kind === "forbidden" ? "clear" : "forbid", mentee, mentor);
  return undefined;
}

function onRowKey(props: PairRowProps, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = keyAction(props, event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

export function PairRow(props: PairRowProps) {
  const { pair, desk, cap, view } = props;
  const { mentee, mentor, score, kind, reasons } = pair;
  const [, go] = useLocation();
  const open = view.open === mentee.id;
  const detail = `pair-${mentee.id}`;
  const base = `/staff/mentoring/${desk.round}/board`;
  return (
    <>
      <tr className={kind === "locked" ? "pair-locked" : undefined} data-kind={kind}>
        <th scope="row">
          <button
            type="button"
            className="row-name"
            data-mentee={mentee.id}
            aria-expanded={open}
            aria-controls={detail}
            title={BOARD_TEXTS.showWhy(mentee.name, mentor.name)}
            onClick={() => go(`${base}${viewQuery(view, { open: open ? "" : mentee.id, what: "" })}`)}
            onKeyDown={(event) => onRowKey(props, event)}
          >
            <PersonWords person={mentee} />
          </button>
        </th>
        <td data-head={BOARD_TEXTS.mentor}>
          <PersonWords person={mentor} />
        </td>
        <td data-head={BOARD_TEXTS.score}>
          <ScoreMark score={score} cap={cap} />
        </td>
        <td data-head={BOARD_TEXTS.reasons}>
          <ul className="reasons">
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </td>
        <td data-head={BOARD_TEXTS.standing}>
          <span className={`state pair-${kind}`}>{BOARD_TEXTS.kinds[kind]}</span>
        </td>
        <td>
          <DecisionButtons pair={pair} desk={desk} />
        </td>
      </tr>
      {open && (
        <tr className="detail-row" id={detail}>
          <td colSpan={6}>
            <PairDetail
              round={desk.round}
              mentee={mentee}
              mentor={mentor}
              proposed
              supposable={isNew(pair)}
              what={view.what}
              hrefOf={(what) => `${base}${viewQuery(view, { what })}`}
            />
            <p>
              <Link className="row-link" href={`/staff/mentoring/${desk.round}/mentees/${mentee.id}`}>
                {BOARD_TEXTS.everyMentorFor(mentee.name)}
              </Link>
            </p>
          </td>
        </tr>
      )}
    </>
  );
}
