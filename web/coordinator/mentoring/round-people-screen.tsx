/** Everybody of a round: what is here, who was asked, who stands aside, and who was at the workshop. */
import { useCallback, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { answerOf } from "../../ui/ask.ts";
import { PageLinks } from "../../ui/page-links.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { firstRow, queryWith } from "./list-address.ts";
import { ListFilters } from "./list-filters.tsx";
import { loadPeople, loadRound, type RoundPerson, roundApi } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";
import { RoundPersonRow } from "./round-person-row.tsx";
import { WorkshopForm } from "./workshop-form.tsx";

const TEXTS = ROUND_PEOPLE_TEXTS;
const PEOPLE_A_PAGE = 50;
const SHOWS = ["all", "mentee", "mentor", "waiting"] as const;

function isShown({ side, sent }: RoundPerson, show: (typeof SHOWS)[number]): boolean {
  if (show === "all") return true;
  return show === "waiting" ? !sent : side === show;
}

function showOf(search: URLSearchParams): (typeof SHOWS)[number] {
  return SHOWS.find((one) => one === search.get("show")) ?? "all";
}

function found(people: readonly RoundPerson[], search: URLSearchParams): readonly RoundPerson[] {
  const show = showOf(search);
  const wanted = (search.get("find") ?? "").trim().toLocaleLowerCase();
  return people
    .filter((person) => isShown(person, show))
    .filter(({ name, unit }) => `${name} ${unit}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
}

interface PeopleProps {
  readonly round: string;
  readonly people: readonly RoundPerson[];
  readonly onChanged: () => void;
}

function PeopleTable({ round, people, onChanged }: PeopleProps) {
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const standing = useAction(
    useCallback(
      async (json: {
        person: string;
        side: RoundPerson["side"];
        standing: "available" | "paused" | "ended";
      }) => {
        await answerOf(roundApi.standings.$post({ param: { round }, json }));
        onChanged();
      },
      [round, onChanged],
    ),
  );
  const hrefWith = (changes: Readonly<Record<string, string>>) =>
    `/staff/mentoring/${round}/people${queryWith(search, { from: "", ...changes })}`;
  const change = (changes: { readonly find?: string; readonly show?: string }) =>
    go(hrefWith({ ...changes, ...(changes.show === "all" ? { show: "" } : {}) }), { replace: true });
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const shown = found(people, search);
  const from = firstRow(search, "from", shown.length);
  return (
    <>
      <ListFilters
        id="show-people"
        labels={TEXTS}
        find={search.get("find") ?? ""}
        show={showOf(search)}
        shows={SHOWS}
        words={TEXTS.shows}
        change={change}
      />
      <p className="hint" role="status">
        {TEXTS.count(shown.length, people.length)}
      </p>
      <RefusalNotice reason={standing.refused} />
      {shown.length > 0 && (
        <ScrollRegion className="list-scroll" label={TEXTS.title("")}>
          <table className="list list-stack">
            <TableHead
              columns={[TEXTS.name, TEXTS.side, TEXTS.form, TEXTS.workshop, TEXTS.live, TEXTS.standing]}
            />
            <tbody>
              {shown.slice(from, from + PEOPLE_A_PAGE).map((person) => (
                <RoundPersonRow
                  key={`${person.id} ${person.side}`}
                  round={round}
                  person={person}
                  chosen={chosen.has(person.id)}
                  onToggle={() => toggle(person.id)}
                  onStanding={(value) =>
                    standing.run({ person: person.id, side: person.side, standing: value })
                  }
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <PageLinks
        offset={from}
        limit={PEOPLE_A_PAGE}
        total={shown.length}
        hrefOf={(offset) => hrefWith({ from: String(offset) })}
      />
      <WorkshopForm round={round} people={[...chosen]} onChanged={onChanged} />
    </>
  );
}

async function loadScreen(id: string) {
  const [people, round] = await Promise.all([loadPeople(id), loadRound(id)]);
  return { people, title: round.title };
}

export function RoundPeopleScreen({ round }: { readonly round: string }) {
  const loading = useLoaded(() => loadScreen(round), round);
  const { loaded, again } = loading;
  const invite = (
    <Link className="button button-primary" href={`/staff/mentoring/${round}/invite`}>
      {TEXTS.invite}
    </Link>
  );
  return (
    <RoundScreen
      round={round}
      part="people"
      title={TEXTS.title(loaded.state === "loaded" ? loaded.value.title : "…")}
    >
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ people }) =>
          people.length === 0 ? (
            <div className="empty">
              <h2>{TEXTS.empty}</h2>
              <p>{TEXTS.emptyDetail}</p>
              {invite}
            </div>
          ) : (
            <>
              <p>{invite}</p>
              <PeopleTable round={round} people={people} onChanged={again} />
            </>
          )
        }
      </WhenLoaded>
    </RoundScreen>
  );
}
