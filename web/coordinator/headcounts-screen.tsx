/** How many people there are in each group of a staff survey: what is stored, from the list of people, from a file. */
import { useCallback, useState } from "react";
import { headcountsApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useAction } from "../ui/use-action.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { CsvImport } from "./csv-import.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { loadWave } from "./load-wave.ts";

const TEXTS = SURVEY_TEXTS.headcounts;

async function loadHeadcounts(wave: string) {
  const param = { wave };
  const [found, stored] = await Promise.all([loadWave(wave), answerOf(headcountsApi.$get({ param }))]);
  return { title: found.title, ...stored };
}

type Stored = Awaited<ReturnType<typeof loadHeadcounts>>;

/** @param csv a file's rows, or nothing: those invited are counted from the list of people */
function send(wave: string, csv: string | undefined, apply: boolean) {
  const asked = { param: { wave }, json: csv === undefined ? {} : { csv } };
  return answerOf(apply ? headcountsApi.apply.$post(asked) : headcountsApi.preview.$post(asked));
}

type Preview = Awaited<ReturnType<typeof send>>;

interface CountTableProps {
  readonly cuts: Stored["cuts"];
  readonly headcounts: Stored["headcounts"];
}

function CountTable({ cuts, headcounts }: CountTableProps) {
  const found = new Map(headcounts.map((row) => [`${row.cut} ${row.category}`, row.headcount]));
  return cuts.map(({ cut, label, categories }) => (
    <table className="list" key={cut}>
      <caption>{label}</caption>
      <TableHead columns={[TEXTS.group, TEXTS.headcount]} />
      <tbody>
        {categories.map(({ category, label: group }) => (
          <tr key={category}>
            <th scope="row">{group}</th>
            <td>{found.get(`${cut} ${category}`) ?? <span className="hint">{TEXTS.missing}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  ));
}

function Matches({ cuts, matches }: { readonly cuts: Stored["cuts"]; readonly matches: Preview["matches"] }) {
  return (
    <ul>
      {cuts.map(({ cut, label }) => {
        const match = matches.find((one) => one.cut === cut);
        const isFound = match !== undefined && match.fields.length > 0;
        return (
          <li key={cut}>
            {label}: {isFound ? TEXTS.matched(match.fields.join(", "), match.unmatched) : TEXTS.notMatched}
          </li>
        );
      })}
    </ul>
  );
}

interface FromPeopleProps {
  readonly wave: string;
  readonly cuts: Stored["cuts"];
  readonly onApplied: () => void;
}

function FromPeople({ wave, cuts, onApplied }: FromPeopleProps) {
  const [preview, setPreview] = useState<Preview>();
  const count = useAction(useCallback(async () => setPreview(await send(wave, undefined, false)), [wave]));
  const apply = useAction(
    useCallback(async () => {
      await send(wave, undefined, true);
      setPreview(undefined);
      onApplied();
    }, [wave, onApplied]),
  );
  const ready = preview !== undefined && preview.problems.length === 0;
  return (
    <section aria-labelledby="from-people">
      <h2 id="from-people">{TEXTS.fromPeople}</h2>
      <p className="hint">{TEXTS.fromPeopleHint}</p>
      <RefusalNotice reason={count.refused ?? apply.refused} />
      <div className="screen-actions">
        <BusyButton busy={count.busy} busyText={TEXTS.counting} primary={false} onPress={count.run}>
          {TEXTS.fromPeople}
        </BusyButton>
      </div>
      <div role="status">
        {preview !== undefined && preview.problems.length > 0 && (
          <ImportProblems problems={preview.problems} />
        )}
        {ready && (
          <>
            <Matches cuts={cuts} matches={preview.matches} />
            <CountTable cuts={cuts} headcounts={preview.headcounts} />
          </>
        )}
      </div>
      {ready && (
        <div className="screen-actions">
          <BusyButton busy={apply.busy} busyText={TEXTS.applying} onPress={apply.run}>
            {TEXTS.apply}
          </BusyButton>
        </div>
      )}
    </section>
  );
}

/** An example of this wave's own first question. */
function exampleOf([first]: Stored["cuts"]): string {
  if (first === undefined) return "";
  return TEXTS.example(
    first.cut,
    first.categories.slice(0, 3).map(({ category }) => category),
  );
}

function Headcounts({ wave, stored, again }: { wave: string; stored: Stored; again: () => void }) {
  const sendFile = useCallback((csv: string, apply: boolean) => send(wave, csv, apply), [wave]);
  const { cuts, headcounts } = stored;
  return (
    <>
      <section aria-labelledby="stored">
        <h2 id="stored">{TEXTS.stored}</h2>
        {headcounts.length === 0 ? (
          <p>{TEXTS.storedNone}</p>
        ) : (
          <CountTable cuts={cuts} headcounts={headcounts} />
        )}
      </section>
      <FromPeople wave={wave} cuts={cuts} onApplied={again} />
      <section aria-labelledby="from-file">
        <h2 id="from-file">{TEXTS.fromFile}</h2>
        <CsvImport
          key={JSON.stringify(headcounts)}
          columns={TEXTS.columns}
          example={exampleOf(cuts)}
          send={sendFile}
          show={(answer) => <CountTable cuts={cuts} headcounts={answer.headcounts} />}
          changesAnything={(answer) => answer.headcounts.length > 0}
          onApplied={again}
        />
      </section>
    </>
  );
}

export function HeadcountsScreen({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => loadHeadcounts(wave), wave);
  const { loaded, again } = loading;
  const label = loaded.state === "loaded" ? loaded.value.title : SURVEY_TEXTS.headcounts.title;
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label }}>
      <p>{TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {(stored) => <Headcounts wave={wave} stored={stored} again={again} />}
      </WhenLoaded>
    </Screen>
  );
}
