/** The figures of a page as files, in the formats evaluators work with. */
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";

const TEXTS = EVALUATOR_TEXTS.results;
const FORMATS = ["csv", "xlsx", "sav", "r"] as const;

interface FileLinksProps {
  /** Where the files are, up to the name of the format. */
  readonly address: string;
  readonly query: string;
}

export function FileLinks({ address, query }: FileLinksProps) {
  return (
    <section className="page-section screen-only" aria-labelledby="files">
      <h2 id="files">{TEXTS.files}</h2>
      <p className="hint">{TEXTS.filesHint}</p>
      <div className="screen-actions">
        {FORMATS.map((format) => (
          <a key={format} className="button" href={`${address}${format}${query}`} download>
            {TEXTS.formats[format]}
          </a>
        ))}
      </div>
    </section>
  );
}
