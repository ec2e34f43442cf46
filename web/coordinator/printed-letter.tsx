/** One letter to one person: how to get to the form, and what cannot be known about the answers. */
import { timeText } from "../ui/dates.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";

const TEXTS = SURVEY_TEXTS.letters;

interface PrintedLetterProps {
  readonly letter: {
    readonly name: string;
    readonly unit: string;
    readonly site: string;
    readonly code: string;
    readonly qr: { readonly size: number; readonly path: string };
  };
  readonly of: {
    readonly title: string;
    readonly programmeName: string;
    readonly address: string;
    /** Sixteen, the same on all letters; none for a wave whose links tell nothing of its manifest. */
    readonly words: readonly string[];
    readonly closesAt: string | null;
  };
  /** A slip leaves out the greeting and what follows from the form itself. */
  readonly short: boolean;
}

export function PrintedLetter({ letter, of, short }: PrintedLetterProps) {
  const { name, unit, site, code, qr } = letter;
  const until = of.closesAt === null ? TEXTS.open : TEXTS.closes(timeText(of.closesAt));
  return (
    <article className="letter" dir="auto">
      <p className="letter-addressee">
        <strong>{name}</strong>
        <span>{[unit, site].filter((part) => part !== "").join(", ")}</span>
      </p>
      {!short && <p>{TEXTS.dear(name)}</p>}
      <p>{TEXTS.invited(of.title, of.programmeName)}</p>
      <div className="letter-way">
        <svg
          className="letter-qr"
          role="img"
          aria-label={TEXTS.qr}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
        >
          <rect className="qr-paper" width={qr.size} height={qr.size} />
          <path className="qr-ink" d={qr.path} />
        </svg>
        <div className="letter-words">
          <p>{TEXTS.scan}</p>
          <p className="letter-address">{of.address}</p>
          <p>{TEXTS.type}</p>
          <p className="letter-code">{code}</p>
          {of.words.length > 0 && (
            <>
              <p>{TEXTS.words}</p>
              <ol className="letter-check" translate="no">
                {of.words.map((word, place) => (
                  <li key={`${place + 1} ${word}`}>
                    <span>{place + 1}</span> {word}
                  </li>
                ))}
              </ol>
            </>
          )}
          <p className="hint">{short ? until : TEXTS.same}</p>
        </div>
      </div>
      {!short && (
        <>
          <p>{TEXTS.anonymous}</p>
          <p>{until}</p>
        </>
      )}
    </article>
  );
}
