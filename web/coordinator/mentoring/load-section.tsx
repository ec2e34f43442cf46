/** How much each mentor carries: offered, living, proposed, free; and what one place more would bring. */
import { Link } from "wouter";
import { areaText } from "../../ui/mentoring-words.ts";
import { PageLinks } from "../../ui/page-links.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import type { MentorLoad } from "./board-api.ts";
import { firstRow, queryWith } from "./list-address.ts";
import { PersonWords } from "./person-cell.tsx";
import { WhatIfPanel } from "./what-if-panel.tsx";

const MENTORS_A_PAGE = 25;

interface LoadSectionProps {
  readonly round: string;
  readonly load: readonly MentorLoad[];
  readonly search: URLSearchParams;
}

function LoadRow({ one, href }: { readonly one: MentorLoad; readonly href: string }) {
  const { mentor, areas, offered, capacity, live, proposed, standing } = one;
  const counts = [
    [BOARD_TEXTS.offered, offered],
    [BOARD_TEXTS.living, live],
    [BOARD_TEXTS.proposed, proposed],
    [BOARD_TEXTS.free, Math.max(0, capacity - live - proposed)],
  ] as const;
  return (
    <tr>
      <th scope="row">
        <PersonWords person={mentor} />
      </th>
      <td className="load-areas" data-head={BOARD_TEXTS.areas}>
        {areas.length === 0 ? (
          <span className="hint">{BOARD_TEXTS.noAreas}</span>
        ) : (
          areas.map(areaText).join(", ")
        )}
      </td>
      {counts.map(([label, value]) => (
        <td className="number" data-head={label} key={label}>
          {value}
        </td>
      ))}
      <td data-head={BOARD_TEXTS.standing}>
        <span className={`state mentor-${standing}`}>{BOARD_TEXTS.standings[standing]}</span>
      </td>
      <td>
        <Link className="row-link" href={href} replace aria-label={BOARD_TEXTS.onePlaceMoreFor(mentor.name)}>
          {BOARD_TEXTS.onePlaceMore}
        </Link>
      </td>
    </tr>
  );
}

function LoadTable({ load, search }: Omit<LoadSectionProps, "round">) {
  return (
    <ScrollRegion className="list-scroll" label={BOARD_TEXTS.load}>
      <table className="list list-stack load-list">
        <TableHead
          columns={[
            BOARD_TEXTS.mentor,
            BOARD_TEXTS.areas,
            ...[BOARD_TEXTS.offered, BOARD_TEXTS.living, BOARD_TEXTS.proposed, BOARD_TEXTS.free].map(
              (label) => numbers(label),
            ),
            BOARD_TEXTS.standing,
            { label: BOARD_TEXTS.whatIf.title, unseen: true },
          ]}
        />
        <tbody>
          {load.map((one) => (
            <LoadRow key={one.mentor.id} one={one} href={queryWith(search, { places: one.mentor.id })} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function LoadSection({ round, load, search }: LoadSectionProps) {
  const from = firstRow(search, "mentors", load.length);
  const supposed = load.find(({ mentor }) => mentor.id === search.get("places"));
  return (
    <section aria-labelledby="load">
      <h2 id="load">{BOARD_TEXTS.load}</h2>
      <p className="hint">{BOARD_TEXTS.loadIntro}</p>
      <LoadTable load={load.slice(from, from + MENTORS_A_PAGE)} search={search} />
      <PageLinks
        offset={from}
        limit={MENTORS_A_PAGE}
        total={load.length}
        hrefOf={(offset) => queryWith(search, { mentors: String(offset) })}
      />
      {supposed !== undefined && (
        <WhatIfPanel
          round={round}
          id={`places ${supposed.mentor.id}`}
          title={BOARD_TEXTS.whatIf.titlePlaces(supposed.mentor.name, supposed.capacity + 1)}
          supposition={{ capacities: [{ mentor: supposed.mentor.id, capacity: supposed.capacity + 1 }] }}
        />
      )}
    </section>
  );
}
