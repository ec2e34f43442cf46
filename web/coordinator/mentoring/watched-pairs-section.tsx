/** The list of pairs with state, meetings and warnings; found and chosen through the address. */
import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { PAIRS_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { WATCH_SHOWS, watchedPairs } from "./pair-list-view.ts";
import type { WatchedPair } from "./round-api.ts";
import { WatchedPairRow } from "./watched-pair-row.tsx";

const PAIRS_A_PAGE = 25;

interface SectionProps {
  readonly round: string;
  readonly pairs: readonly WatchedPair[];
  readonly onDone: (sentence: string) => void;
}

/** The address with some of its parameters changed; empty ones are left out. */
function withChanges(search: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") query.delete(name);
    else query.set(name, value);
  }
  return `?${query}`;
}

function Filters({ round, search }: { readonly round: string; readonly search: URLSearchParams }) {
  const [typed, setTyped] = useState(search.get("find") ?? "");
  const [, go] = useLocation();
  const change = (changes: Readonly<Record<string, string>>) =>
    go(`/staff/mentoring/${round}/pairs${withChanges(search, { ...changes, from: "" })}`, { replace: true });
  return (
    <search className="board-filters">
      <form onSubmit={submitting(() => change({ find: typed.trim() }))}>
        <TextField
          label={PAIRS_TEXTS.find}
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
        id="show-watched"
        label={PAIRS_TEXTS.show}
        value={search.get("show") ?? "all"}
        options={WATCH_SHOWS.map((value) => ({ value, label: PAIRS_TEXTS.shows[value] }))}
        onChange={(value) => change({ show: value === "all" ? "" : value })}
      />
    </search>
  );
}

export function WatchedPairsSection({ round, pairs, onDone }: SectionProps) {
  const [search] = useSearchParams();
  const show = WATCH_SHOWS.find((one) => one === search.get("show")) ?? "all";
  const found = watchedPairs(pairs, { show, find: search.get("find") ?? "" });
  const from = Math.min(
    Math.max(0, Math.floor(Number(search.get("from")) || 0)),
    Math.max(0, found.length - 1),
  );
  const open = search.get("open") ?? "";
  const heads = [PAIRS_TEXTS.mentor, PAIRS_TEXTS.state, PAIRS_TEXTS.meetings, PAIRS_TEXTS.warnings];
  return (
    <section aria-label={PAIRS_TEXTS.shows[show]}>
      <Filters round={round} search={search} />
      <p className="hint" role="status">
        {PAIRS_TEXTS.count(found.length, pairs.length)}
      </p>
      {found.length === 0 ? (
        <p>{PAIRS_TEXTS.nothingFits}</p>
      ) : (
        <ScrollRegion className="list-scroll" label={PAIRS_TEXTS.shows[show]}>
          <table className="list list-stack pairs-list">
            <thead>
              <tr>
                <th scope="col">{PAIRS_TEXTS.mentee}</th>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
                <th scope="col">
                  <span className="reader-only">{PAIRS_TEXTS.details}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.slice(from, from + PAIRS_A_PAGE).map((pair) => (
                <WatchedPairRow
                  key={pair.id}
                  pair={pair}
                  open={open === pair.id}
                  href={withChanges(search, { open: open === pair.id ? "" : pair.id })}
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
        hrefOf={(offset) => withChanges(search, { from: String(offset), open: "" })}
      />
    </section>
  );
}
