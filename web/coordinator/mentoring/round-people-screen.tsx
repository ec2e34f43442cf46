/** Everybody of a round: what is here, who was asked, who stands aside, and who was at the workshop. */
import { useCallback, useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { answerOf } from "../../ui/ask.ts";
import { PageLinks } from "../../ui/page-links.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
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

function found(people: readonly RoundPerson[], search: URLSearchParams): readonly RoundPerson[] {
  const show = SHOWS.find((one) => one === search.get("show")) ?? "all";
  const wanted = (search.get("find") ?? "").trim().toLocaleLowerCase();
  return people
    .filter((person) => isShown(person, show))
    .filter(({ name, unit }) => `${name} ${unit}`.toLocaleLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function Filters({ change }: { readonly change: (changes: Readonly<Record<string, string>>) => void }) {
  const [search] = useSearchParams();
  return (
    <search className="board-filters">
      <TextField
        label={TEXTS.find}
        type="search"
        value={search.get("find") ?? ""}
        maxLength={100}
        onChange={(find) => change({ find })}
      />
      <SelectField
        id="show-people"
        label={TEXTS.show}
        value={search.get("show") ?? "all"}
        options={SHOWS.map((value) => ({ value, label: TEXTS.shows[value] }))}
        onChange={(value) => change({ show: value === "all" ? "" : value })}
      />
    </search>
  );
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
  const hrefWith = (changes: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ from: "", ...changes })) {
      if (value === "") query.delete(name);
      else query.set(name, value);
    }
    return `/staff/mentoring/${round}/people?${query}`;
  };
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const shown = found(people, search);
  const from = Math.min(Math.max(0, Number(search.get("from")) || 0), Math.max(0, shown.length - 1));
  const heads = [TEXTS.side, TEXTS.form, TEXTS.workshop, TEXTS.live, TEXTS.standing];
  return (
    <>
      <Filters change={(changes) => go(hrefWith(changes), { replace: true })} />
      <p className="hint" role="status">
        {TEXTS.count(shown.length, people.length)}
      </p>
      <RefusalNotice reason={standing.refused} />
      {shown.length > 0 && (
        <ScrollRegion className="list-scroll" label={TEXTS.title("")}>
          <table className="list list-stack">
            <thead>
              <tr>
                <th scope="col">{TEXTS.name}</th>
                {heads.map((head) => (
                  <th scope="col" key={head}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
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
