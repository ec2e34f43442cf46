/** The list of pairs with state, meetings and warnings; found and chosen through the address. */
import { useLocation, useSearchParams } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { PAIRS_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { firstRow, queryWith } from "./list-address.ts";
import { ListFilters } from "./list-filters.tsx";
import { WATCH_SHOWS, watchedPairs } from "./pair-list-view.ts";
import type { WatchedPair } from "./round-api.ts";
import { WatchedPairRow } from "./watched-pair-row.tsx";

const PAIRS_A_PAGE = 25;

interface SectionProps {
  readonly round: string;
  readonly pairs: readonly WatchedPair[];
  readonly onDone: (sentence: string) => void;
}

export function WatchedPairsSection({ round, pairs, onDone }: SectionProps) {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const show = WATCH_SHOWS.find((one) => one === search.get("show")) ?? "all";
  const find = search.get("find") ?? "";
  const found = watchedPairs(pairs, { show, find });
  const from = firstRow(search, "from", found.length);
  const open = search.get("open") ?? "";
  const change = (changes: { readonly find?: string; readonly show?: string }) => {
    const shown = changes.show === "all" ? { show: "" } : {};
    go(`/staff/mentoring/${round}/pairs${queryWith(search, { ...changes, ...shown, from: "" })}`, {
      replace: true,
    });
  };
  return (
    <section aria-label={PAIRS_TEXTS.shows[show]}>
      <ListFilters
        id="show-watched"
        labels={PAIRS_TEXTS}
        find={find}
        show={show}
        shows={WATCH_SHOWS}
        words={PAIRS_TEXTS.shows}
        change={change}
      />
      <p className="hint" role="status">
        {PAIRS_TEXTS.count(found.length, pairs.length)}
      </p>
      {found.length === 0 ? (
        <p>{PAIRS_TEXTS.nothingFits}</p>
      ) : (
        <ScrollRegion className="list-scroll" label={PAIRS_TEXTS.shows[show]}>
          <table className="list list-stack pairs-list">
            <TableHead
              columns={[
                PAIRS_TEXTS.mentee,
                PAIRS_TEXTS.mentor,
                PAIRS_TEXTS.state,
                PAIRS_TEXTS.meetings,
                PAIRS_TEXTS.warnings,
                { label: PAIRS_TEXTS.details, unseen: true },
              ]}
            />
            <tbody>
              {found.slice(from, from + PAIRS_A_PAGE).map((pair) => (
                <WatchedPairRow
                  key={pair.id}
                  pair={pair}
                  open={open === pair.id}
                  href={queryWith(search, { open: open === pair.id ? "" : pair.id })}
                  onDone={onDone}
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
        hrefOf={(offset) => queryWith(search, { from: String(offset), open: "" })}
      />
    </section>
  );
}
