/** Importing the list of people. */
import { useCallback } from "react";
import { useLocation } from "wouter";
import { peopleApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { Screen } from "../ui/screen.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { CsvImport } from "./csv-import.tsx";

const TEXTS = LIST_TEXTS.import;
const LIST = LIST_TEXTS.lists.people;
const MOST_SHOWN = 200;

async function send(csv: string, apply: boolean) {
  return answerOf(peopleApi.import.$post({ json: { csv, apply } }));
}

type PeopleChanges = Awaited<ReturnType<typeof send>>;

function Changes({ answer }: { readonly answer: PeopleChanges }) {
  const { changes, unchanged, newLinks } = answer;
  const added = changes.filter(({ change }) => change === "new").length;
  return (
    <>
      <p>{TEXTS.peopleCounts(added, changes.length - added, unchanged)}</p>
      {newLinks > 0 && <p className="notice notice-caution">{TEXTS.newLinks(newLinks)}</p>}
      <table className="list">
        <TableHead columns={[TEXTS.person, TEXTS.number, TEXTS.change]} />
        <tbody>
          {changes.slice(0, MOST_SHOWN).map(({ ref, name, change, fields }) => (
            <tr key={ref}>
              <th scope="row" dir="auto">
                {name}
              </th>
              <td>{ref}</td>
              <td>
                {change === "new"
                  ? TEXTS.new
                  : `${TEXTS.changed}: ${fields.map((field) => TEXTS.fields[field]).join(", ")}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > MOST_SHOWN && <p>{TEXTS.more(changes.length - MOST_SHOWN)}</p>}
    </>
  );
}

export function PeopleImportScreen() {
  const [, go] = useLocation();
  const onApplied = useCallback(() => go("/staff/people"), [go]);
  return (
    <Screen title={LIST.title} up={{ href: "/staff/people", label: LIST.up }}>
      <p>{LIST.intro}</p>
      <CsvImport
        columns={LIST.columns}
        example={LIST.example}
        send={send}
        show={(answer) => <Changes answer={answer} />}
        changesAnything={(answer) => answer.changes.length > 0}
        onApplied={onApplied}
      />
    </Screen>
  );
}
