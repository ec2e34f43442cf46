/** The pairs of the newest run: found, sorted, paged; each with its score, three reasons and what can be decided. */
import { useRef, useState } from "react";
import { useLocation } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { SortHead } from "../../ui/sort-head.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Board, Outcome } from "./board-api.ts";
import {
  type BoardView,
  PAIR_SHOWS,
  PAIR_SORTS,
  PAIRS_A_PAGE,
  type PairShow,
  type PairSort,
  pairsOfView,
  type ShownPair,
  shownPairs,
  viewQuery,
} from "./board-view.ts";
import { PairRow } from "./pair-row.tsx";
import type { BoardDesk } from "./use-board.ts";

interface PairsProps {
  readonly desk: BoardDesk;
  readonly board: Board;
  readonly outcome: Outcome;
  readonly view: BoardView;
}

const HEADS: Readonly<Record<PairSort, string>> = {
  mentee: BOARD_TEXTS.mentee,
  mentor: BOARD_TEXTS.mentor,
  score: BOARD_TEXTS.score,
  kind: BOARD_TEXTS.standing,
};

function Filters({ view, base }: { readonly view: BoardView; readonly base: string }) {
  const [typed, setTyped] = useState(view.find);
  const [, go] = useLocation();
  const change = (changes: Partial<BoardView>) =>
    go(`${base}${viewQuery(view, { from: 0, open: "", ...changes })}`, { replace: true });
  return (
    <search className="board-filters">
      <form onSubmit={submitting(() => change({ find: typed.trim() }))}>
        <TextField
          label={BOARD_TEXTS.find}
          type="search"
          value={typed}
          maxLength={100}
          onChange={(find) => {
            setTyped(find);
            change({ find });
          }}
        />
      </form>
      <SelectField
        id="show-pairs"
        label={BOARD_TEXTS.show}
        value={view.show}
        options={PAIR_SHOWS.map((show) => ({ value: show, label: BOARD_TEXTS.shows[show] }))}
        onChange={(value) =>
          change({ show: PAIR_SHOWS.find((show): show is PairShow => show === value) ?? "all" })
        }
      />
    </search>
  );
}

function PairsHead({ view, base }: { readonly view: BoardView; readonly base: string }) {
  const sortHead = (sort: PairSort) => {
    const here = view.sort === sort;
    return (
      <SortHead
        key={sort}
        label={HEADS[sort]}
        direction={here ? (view.descending ? "descending" : "ascending") : undefined}
        href={`${base}${viewQuery(view, { sort, descending: here && !view.descending, from: 0 })}`}
      />
    );
  };
  const [mentee, mentor, score, kind] = PAIR_SORTS;
  return (
    <thead>
      <tr>
        {[mentee, mentor, score].map(sortHead)}
        <th scope="col">{BOARD_TEXTS.reasons}</th>
        {sortHead(kind)}
        <th scope="col">
          <span className="reader-only">{BOARD_TEXTS.lock}</span>
        </th>
      </tr>
    </thead>
  );
}

/** Moves the focus to the mentee of the row above or below. */
function focusBeside(table: HTMLTableElement | null, mentee: string, step: 1 | -1): void {
  const names = [...(table?.querySelectorAll<HTMLElement>("[data-mentee]") ?? [])];
  const here = names.findIndex((name) => name.dataset["mentee"] === mentee);
  names[here + step]?.focus();
}

export function PairsSection({ desk, board, outcome, view }: PairsProps) {
  const table = useRef<HTMLTableElement>(null);
  const base = `/staff/mentoring/${desk.round}/board`;
  const found = pairsOfView(shownPairs(outcome.pairs, board), view, outcome.figures.cap);
  const from = found.length === 0 ? 0 : Math.min(view.from, found.length - 1);
  const shown: readonly ShownPair[] = found.slice(from, from + PAIRS_A_PAGE);
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{BOARD_TEXTS.pairs}</h2>
      <Filters view={view} base={base} />
      <p className="hint" role="status">
        {BOARD_TEXTS.count(found.length, outcome.pairs.length)}
      </p>
      <p className="hint board-keys">{BOARD_TEXTS.keys}</p>
      {found.length === 0 ? (
        <p>{BOARD_TEXTS.nothingFits}</p>
      ) : (
        <ScrollRegion className="list-scroll" label={BOARD_TEXTS.pairs}>
          <table className="list list-stack pairs-list" ref={table}>
            <PairsHead view={view} base={base} />
            <tbody>
              {shown.map((pair) => (
                <PairRow
                  key={pair.mentee.id}
                  pair={pair}
                  desk={desk}
                  cap={outcome.figures.cap}
                  view={view}
                  move={(step) => focusBeside(table.current, pair.mentee.id, step)}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <PageLinks
        offset={from}
        limit={PAIRS_A_PAGE}
        total={found.length}
        hrefOf={(offset) => `${base}${viewQuery(view, { from: offset, open: "" })}`}
      />
    </section>
  );
}
