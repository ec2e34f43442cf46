/** The list of people and their roles; search and place stand in the address. */

import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { peopleApi, programmesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { PageLinks } from "../ui/page-links.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { submitting } from "../ui/submitting.ts";
import { TableHead } from "../ui/table-head.tsx";
import { TextField } from "../ui/text-field.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { PersonRoles, type Programme } from "./person-roles.tsx";

const TEXTS = LIST_TEXTS.people;
const PEOPLE_A_PAGE = 50;

async function loadPeople(search: string, offset: number) {
  const query = { search, offset: String(offset), limit: String(PEOPLE_A_PAGE) };
  const page = await answerOf(peopleApi.$get({ query }));
  const programmes = page.givesRoles ? (await answerOf(programmesApi.$get())).programmes : undefined;
  return { ...page, programmes };
}

type Person = Awaited<ReturnType<typeof loadPeople>>["people"][number];

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** To give roles in; undefined where whoever looks gives none. */
  readonly programmes: readonly Programme[] | undefined;
  readonly onChanged: () => void;
}

function PeopleTable({ people, programmes, onChanged }: PeopleTableProps) {
  const columns = [TEXTS.name, TEXTS.mail, TEXTS.place];
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.title}>
      <table className="list list-stack">
        <TableHead columns={programmes === undefined ? columns : [...columns, TEXTS.roles]} />
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row" dir="auto">
                {person.name} <span className="hint">{person.ref}</span>
              </th>
              <td>{person.mail ?? <span className="hint">{TEXTS.noMail}</span>}</td>
              <td>{[person.unit, person.site, person.grade].filter((part) => part !== "").join(", ")}</td>
              {programmes !== undefined && (
                <td>
                  <PersonRoles person={person} programmes={programmes} onChanged={onChanged} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function addressOf(search: string, offset: number): string {
  const query = new URLSearchParams();
  if (search !== "") query.set("search", search);
  if (offset > 0) query.set("from", String(offset));
  const text = query.toString();
  return text === "" ? "/staff/people" : `/staff/people?${text}`;
}

function PeopleSearch({ search }: { readonly search: string }) {
  const [typed, setTyped] = useState(search);
  const [, go] = useLocation();
  return (
    <search>
      <form className="search-form" onSubmit={submitting(() => go(addressOf(typed.trim(), 0)))}>
        <TextField label={TEXTS.search} type="search" value={typed} onChange={setTyped} maxLength={100} />
        <button type="submit" className="button">
          {TEXTS.find}
        </button>
      </form>
    </search>
  );
}

export function PeopleScreen() {
  const [query] = useSearchParams();
  const search = query.get("search") ?? "";
  const offset = Math.max(0, Number(query.get("from")) || 0);
  const loading = useLoaded(() => loadPeople(search, offset), `${offset} ${search}`);
  const importLink = (
    <Link className="button button-primary" href="/staff/people/import">
      {TEXTS.import}
    </Link>
  );
  return (
    <Screen title={TEXTS.title}>
      <p>{TEXTS.intro}</p>
      <PeopleSearch key={search} search={search} />
      <WhenLoaded loading={loading}>
        {({ people, total, programmes }) => (
          <>
            {programmes !== undefined && <div className="screen-actions">{importLink}</div>}
            <p role="status">{total === 0 ? TEXTS.nobody : TEXTS.count(total)}</p>
            {people.length > 0 && (
              <PeopleTable people={people} programmes={programmes} onChanged={loading.again} />
            )}
            <PageLinks
              offset={offset}
              limit={PEOPLE_A_PAGE}
              total={total}
              hrefOf={(from) => addressOf(search, from)}
            />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
