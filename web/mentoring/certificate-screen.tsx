/** Thanks to a mentor, and a certificate that prints on one page; it rates nobody. */
import { dateText } from "../ui/dates.ts";
import { MineScreen } from "./mine-screen.tsx";
import type { OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.certificate;

export function CertificateScreen({ pair }: { readonly pair: OwnPair }) {
  const { certificate } = pair;
  return (
    <MineScreen title={TEXTS.title} up={{ name: "pair", pair: pair.id }}>
      {certificate === null ? (
        <p>{MINE_TEXTS.nothing}</p>
      ) : (
        <>
          <article className="certificate">
            <p className="certificate-thanks">{TEXTS.thanks}</p>
            <p className="certificate-name" dir="auto">
              {TEXTS.for(certificate.name, certificate.round)}
            </p>
            <p>{TEXTS.period(dateText(certificate.from), dateText(certificate.to), certificate.meetings)}</p>
            <p>{TEXTS.words}</p>
            <p className="certificate-line">{TEXTS.signature}</p>
          </article>
          <p className="hint screen-only">{TEXTS.note}</p>
          <p className="screen-only">
            <button type="button" className="button button-primary" onClick={() => window.print()}>
              {TEXTS.print}
            </button>
          </p>
        </>
      )}
    </MineScreen>
  );
}
