/** Groups that go on under another name in later surveys of a programme: said once, for all comparisons. */
import { useCallback } from "react";
import { programmesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { RenamedForm } from "./renamed-form.tsx";
import { earlierNames, labelOf, movedNames, type Renamed } from "./renamed-names.ts";
import { SavedNotice } from "./saved-notice.tsx";
import { useSavedList } from "./use-saved-list.ts";

const TEXTS = STATED_TEXTS.renamed;

function readRenamed(programme: string) {
  return answerOf(programmesApi[":programme"].renamed.$get({ param: { programme } }));
}

type Names = Awaited<ReturnType<typeof readRenamed>>;

interface StatedListProps {
  readonly names: Names;
  readonly stated: readonly Renamed[];
  readonly onRemove: (row: Renamed) => void;
}

function StatedList({ names: { questions }, stated, onRemove }: StatedListProps) {
  if (stated.length === 0) return <p>{TEXTS.nothing}</p>;
  return (
    <ul className="cards">
      {stated.map((row) => {
        const earlier = labelOf(questions, row.item, row.earlier);
        return (
          <li className="card" key={`${row.item} ${row.later}`}>
            <div className="card-words">
              <p dir="auto">{TEXTS.isNow(earlier, labelOf(questions, row.item, row.later))}</p>
              <p className="hint">{questions.find(({ item }) => item === row.item)?.label ?? row.item}</p>
            </div>
            <button type="button" className="button button-plain" onClick={() => onRemove(row)}>
              {TEXTS.remove(earlier)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Where to look: every name that one of the surveys does not have. */
function MovedNames({ names: { waves, questions } }: { readonly names: Names }) {
  const titles = new Map(waves.map(({ wave, title }) => [wave, title]));
  return questions.map((question) => {
    const moved = movedNames(question);
    if (moved.length === 0) return null;
    return (
      <table className="list list-stack" key={question.item}>
        <caption>{question.label}</caption>
        <TableHead columns={[TEXTS.group, TEXTS.surveys]} />
        <tbody>
          {moved.map(({ value, label, waves: own }) => (
            <tr key={value}>
              <th scope="row" dir="auto">
                {label}
              </th>
              <td data-head={TEXTS.surveys} dir="auto">
                {own.map((wave) => `“${titles.get(wave) ?? ""}”`).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}

function RenamedLists({ programme, names }: { readonly programme: string; readonly names: Names }) {
  const { waves, questions } = names;
  const read = useCallback(async () => (await readRenamed(programme)).renamed, [programme]);
  const write = useCallback(
    (rows: readonly Renamed[]) =>
      answerOf(
        programmesApi[":programme"].renamed.$post({ param: { programme }, json: { renamed: [...rows] } }),
      ),
    [programme],
  );
  const list = useSavedList(names.renamed, { read, write });
  const open = questions.filter((question) => earlierNames(question, list.rows).length > 0);
  const isMoved = questions.some((question) => movedNames(question).length > 0);
  const words = ({ item, earlier, later }: Renamed): readonly [string, string] => [
    labelOf(questions, item, earlier),
    labelOf(questions, item, later),
  ];
  const add = (row: Renamed) => list.save([...list.rows, row], TEXTS.saved(...words(row)));
  const remove = (row: Renamed) =>
    list.save(
      list.rows.filter((one) => one !== row),
      TEXTS.removed(...words(row)),
    );
  return (
    <>
      <section aria-labelledby="stated">
        <h2 id="stated">{TEXTS.stated}</h2>
        <StatedList names={names} stated={list.rows} onRemove={remove} />
        <RefusalNotice reason={list.refused} />
        <SavedNotice last={list.last} undo={list.undo} />
      </section>
      {open.length > 0 && (
        <RenamedForm
          key={JSON.stringify(list.rows)}
          questions={open}
          stated={list.rows}
          busy={list.busy}
          onState={add}
        />
      )}
      <section aria-labelledby="moved">
        <h2 id="moved">{TEXTS.moved}</h2>
        {isMoved ? (
          <MovedNames names={names} />
        ) : (
          <p>{waves.length < 2 ? TEXTS.tooFew(waves.length) : TEXTS.allSame}</p>
        )}
      </section>
    </>
  );
}

async function loadNames(programme: string) {
  const [{ programmes }, names] = await Promise.all([answerOf(programmesApi.$get()), readRenamed(programme)]);
  return { name: programmes.find(({ id }) => id === programme)?.name ?? "", names };
}

export function RenamedScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(() => loadNames(programme), programme);
  const label = loading.loaded.state === "loaded" ? loading.loaded.value.name : TEXTS.up;
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/programmes/${programme}`, label }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ names }) => <RenamedLists programme={programme} names={names} />}
      </WhenLoaded>
    </Screen>
  );
}
