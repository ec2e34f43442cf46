/** The pairs of the newest run: found, sorted, paged; each with its score, three reasons and what can be decided. */
import { useRef } from "react";
import { useLocation } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { Board, Outcome } from "./board-api.ts";
import {
  type BoardView,
  PAIR_SHOWS,
  PAIR_SORTS,
  PAIRS_A_PAGE,
  type PairSort,
  pairsOfView,
  type ShownPair,
  shownPairs,
  viewQuery,
} from "./board-view.ts";
import { ListFilters } from "./list-filters.tsx";
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

function PairsHead({ view, base }: { readonly view: BoardView; readonly base: string }) {
  const sorted = (sort: PairSort) => {
    const here = view.sort === sort;
    const way = view.descending ? ("descending" as const) : ("ascending" as const);
    const href = `${base}${viewQuery(view, { sort, descending: here && !view.descending, from: 0 })}`;
    return { label: HEADS[sort], sort: { direction: here ? way : undefined, href } };
  };
  const [mentee, mentor, score, kind] = PAIR_SORTS;
  return (
    <TableHead
      columns={[
        ...[mentee, mentor, score].map(sorted),
        BOARD_TEXTS.reasons,
        sorted(kind),
        { label: BOARD_TEXTS.lock, unseen: true },
      ]}
    />
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
  const [, go] = useLocation();
  const base = `/staff/mentoring/${desk.round}/board`;
  const found = pairsOfView(shownPairs(outcome.pairs, board), view, outcome.figures.cap);
  const from = found.length === 0 ? 0 : Math.min(view.from, found.length - 1);
  const shown: readonly ShownPair[] = found.slice(from, from + PAIRS_A_PAGE);
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">{BOARD_TEXTS.pairs}</h2>
      <ListFilters
        id="show-pairs"
        labels={BOARD_TEXTS}
        find={view.find}
        show={view.show}
        shows={PAIR_SHOWS}
        words={BOARD_TEXTS.shows}
        change={(changes) =>
          go(`${base}${viewQuery(view, { from: 0, open: "", ...changes })}`, { replace: true })
        }
      />
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
