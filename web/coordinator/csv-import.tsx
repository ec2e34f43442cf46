/** Importing a CSV: paste or file, a dry run that changes nothing, then all or nothing. */
import { type ReactNode, useCallback, useId, useState } from "react";
import { type RefusalReason, reasonFor } from "../ui/ask.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { submitting } from "../ui/submitting.ts";
import { LIST_TEXTS } from "../ui/texts/coordinator-lists.ts";
import { useAction } from "../ui/use-action.ts";
import { useUnsavedWarning } from "../ui/use-unsaved-warning.ts";
import { ImportProblems } from "./import-problems.tsx";

const TEXTS = LIST_TEXTS.import;
const MOST_BYTES = 4_000_000;

interface ImportAnswer {
  readonly applied: boolean;
  readonly problems: readonly { readonly path: string; readonly sentence: string }[];
}

interface CsvImportProps<Answer extends ImportAnswer> {
  readonly columns: string;
  readonly example: string;
  /** Asks the server: with apply false nothing changes. */
  readonly send: (csv: string, apply: boolean) => Promise<Answer>;
  /** How the dry run's differences look. */
  readonly show: (answer: Answer) => ReactNode;
  readonly changesAnything: (answer: Answer) => boolean;
  readonly onApplied: () => void;
}

function CsvSource({ csv, onChange }: { readonly csv: string; readonly onChange: (csv: string) => void }) {
  const id = useId();
  const [refused, setRefused] = useState<RefusalReason>();
  const read = (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > MOST_BYTES) {
      setRefused({ code: "too-large", title: TEXTS.file, detail: TEXTS.tooLarge, problems: [] });
      return;
    }
    setRefused(undefined);
    file.text().then(onChange, (error: unknown) => setRefused(reasonFor(error)));
  };
  return (
    <>
      <RefusalNotice reason={refused} />
      <div className="field">
        <label htmlFor={`${id}-file`}>{TEXTS.file}</label>
        <input
          id={`${id}-file`}
          className="input"
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => read(event.target.files?.[0])}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-rows`}>{TEXTS.paste}</label>
        <textarea
          id={`${id}-rows`}
          className="input area"
          value={csv}
          onChange={(event) => onChange(event.target.value)}
          spellCheck={false}
          required
        />
      </div>
    </>
  );
}

export function CsvImport<Answer extends ImportAnswer>(props: CsvImportProps<Answer>) {
  const { send, onApplied } = props;
  const [csv, setCsv] = useState("");
  const [dryRun, setDryRun] = useState<{ readonly csv: string; readonly answer: Answer }>();
  useUnsavedWarning(csv !== "");
  const check = useAction(
    useCallback(async () => {
      setDryRun(undefined);
      setDryRun({ csv, answer: await send(csv, false) });
    }, [csv, send]),
  );
  const apply = useAction(
    useCallback(async () => {
      await send(csv, true);
      onApplied();
    }, [csv, send, onApplied]),
  );
  const answer = dryRun?.csv === csv ? dryRun.answer : undefined;
  const ready = answer !== undefined && answer.problems.length === 0 && props.changesAnything(answer);
  return (
    <form className="import" onSubmit={submitting(check.run)}>
      <p>
        <strong>{TEXTS.columns}:</strong> {props.columns}
      </p>
      <details>
        <summary>{TEXTS.example}</summary>
        <pre className="example">{props.example}</pre>
      </details>
      <CsvSource csv={csv} onChange={setCsv} />
      <RefusalNotice reason={check.refused ?? apply.refused} />
      {!ready && (
        <div className="screen-actions">
          <BusyButton busy={check.busy} busyText={TEXTS.checking}>
            {TEXTS.check}
          </BusyButton>
        </div>
      )}
      <div role="status">
        {answer !== undefined && answer.problems.length > 0 && <ImportProblems problems={answer.problems} />}
        {answer !== undefined && answer.problems.length === 0 && (
          <section aria-labelledby="result">
            <h2 id="result">{TEXTS.result}</h2>
            {props.changesAnything(answer) ? props.show(answer) : <p>{TEXTS.nothing}</p>}
          </section>
        )}
      </div>
      {ready && (
        <div className="screen-actions">
          <BusyButton busy={apply.busy} busyText={TEXTS.applying} onPress={apply.run}>
            {TEXTS.apply}
          </BusyButton>
        </div>
      )}
    </form>
  );
}
