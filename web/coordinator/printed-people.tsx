/** Whose letters were printed and how often, each with a way to print it again. */
import { useCallback } from "react";
import { ScrollRegion } from "../ui/scroll-region.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { AskOnceMore } from "./ask-once-more.tsx";

const TEXTS = SURVEY_TEXTS.letters;

export interface LetterPerson {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly site: string;
  readonly printed: number;
}

type Again = (person: string) => Promise<void>;

function PrintAgain({ person: { id, name }, onAgain }: { person: LetterPerson; onAgain: Again }) {
  const act = useCallback(() => onAgain(id), [onAgain, id]);
  return (
    <AskOnceMore
      label={TEXTS.againShort}
      name={TEXTS.againOne(name)}
      sure={TEXTS.sureOne(name)}
      yes={TEXTS.yes}
      no={TEXTS.no}
      busy={TEXTS.making}
      act={act}
    />
  );
}

export function PrintedPeople({ people, onAgain }: { people: readonly LetterPerson[]; onAgain: Again }) {
  return (
    <section aria-labelledby="printed-people">
      <h2 id="printed-people">{TEXTS.people}</h2>
      <ScrollRegion className="list-scroll" label={TEXTS.people}>
        <table className="list list-stack">
          <TableHead columns={[TEXTS.person, TEXTS.place, TEXTS.printed, TEXTS.againShort]} />
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row" dir="auto">
                  {person.name}
                </th>
                <td data-head={TEXTS.place}>
                  {[person.unit, person.site].filter((part) => part !== "").join(", ")}
                </td>
                <td data-head={TEXTS.printed}>{TEXTS.times(person.printed)}</td>
                <td data-head={TEXTS.againShort}>
                  {person.printed > 0 && <PrintAgain person={person} onAgain={onAgain} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
