/** Who is invited to a wave, with a new link for each; nothing here tells who has sent. */
import { useCallback, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { PageLinks } from "../ui/page-links.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { submitting } from "../ui/submitting.ts";
import { TableHead } from "../ui/table-head.tsx";
import { TextField } from "../ui/text-field.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { AskOnceMore } from "./ask-once-more.tsx";

const TEXTS = COORDINATOR_TEXTS.invited;
const HEADS = LIST_TEXTS.people;
const PEOPLE_A_PAGE = 50;

async function loadInvited(wave: string, search: string, offset: number) {
  const query = { search, offset: String(offset), limit: String(PEOPLE_A_PAGE) };
  return answerOf(wavesApi[":wave"].invited.$get({ param: { wave }, query }));
}

type Invited = Awaited<ReturnType<typeof loadInvited>>["people"][number];

interface InvitedProps {
  readonly wave: string;
  readonly person: Invited;
  readonly onSent: (name: string) => void;
}

function NewLink({ wave, person: { id, name, mail }, onSent }: InvitedProps) {
  const send = useCallback(async () => {
    await answerOf(wavesApi[":wave"]["new-link"].$post({ param: { wave }, json: { person: id } }));
    onSent(name);
  }, [wave, id, name, onSent]);
  if (mail === null) return <Link href={`/staff/waves/${wave}/letters`}>{TEXTS.letter}</Link>;
  return (
    <AskOnceMore
      label={TEXTS.short}
      name={TEXTS.button(name)}
      sure={TEXTS.sure(name)}
      yes={TEXTS.yes}
      no={TEXTS.no}
      busy={TEXTS.busy}
      act={send}
    />
  );
}

function InvitedRow({ wave, person, onSent }: InvitedProps) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {person.name}
      </th>
      <td data-head={HEADS.mail}>{person.mail ?? <span className="hint">{TEXTS.noMail}</span>}</td>
      <td data-head={TEXTS.place}>{[person.unit, person.site].filter((part) => part !== "").join(", ")}</td>
      <td data-head={TEXTS.short}>
        <NewLink wave={wave} person={person} onSent={onSent} />
        {person.newLinks > 0 && <span className="hint"> {TEXTS.newLinks(person.newLinks)}</span>}
      </td>
    </tr>
  );
}

export function InvitedScreen({ wave }: { readonly wave: string }) {
  const [query, setQuery] = useSearchParams();
  const search = query.get("search") ?? "";
  const offset = Math.max(0, Number(query.get("from")) || 0);
  const [typed, setTyped] = useState(search);
  const [sent, setSent] = useState<string>();
  const loading = useLoaded(() => loadInvited(wave, search, offset), `${wave} ${offset} ${search}`);
  const { again } = loading;
  const onSent = useCallback(
    (name: string) => {
      setSent(name);
      again();
    },
    [again],
  );
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label: COORDINATOR_TEXTS.wave.back }}>
      <p>{TEXTS.intro}</p>
      <p>{TEXTS.corrected}</p>
      <search>
        <form
          className="search-form"
          onSubmit={submitting(() => setQuery(typed.trim() === "" ? {} : { search: typed.trim() }))}
        >
          <TextField label={TEXTS.search} type="search" value={typed} onChange={setTyped} maxLength={100} />
          <button type="submit" className="button">
            {TEXTS.find}
          </button>
        </form>
      </search>
      <p role="status">{sent === undefined ? "" : TEXTS.done(sent)}</p>
      <WhenLoaded loading={loading}>
        {({ people, total }) => (
          <>
            <p>{total === 0 ? TEXTS.nobody : TEXTS.count(total)}</p>
            {people.length > 0 && (
              <ScrollRegion className="list-scroll" label={TEXTS.title}>
                <table className="list list-stack">
                  <TableHead columns={[HEADS.name, HEADS.mail, TEXTS.place, TEXTS.short]} />
                  <tbody>
                    {people.map((person) => (
                      <InvitedRow key={person.id} wave={wave} person={person} onSent={onSent} />
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            )}
            <PageLinks
              offset={offset}
              limit={PEOPLE_A_PAGE}
              total={total}
              hrefOf={(from) =>
                `/staff/waves/${wave}/invited?${new URLSearchParams({ search, from: String(from) })}`
              }
            />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
