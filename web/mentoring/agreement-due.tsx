/** The agreement waits for this side. */
import { useHash } from "./mine-desk.ts";
import type { OwnPair } from "./own-pair.ts";
import { MINE_TEXTS } from "./texts/mine-en.ts";

export function AgreementDue({ pair }: { readonly pair: OwnPair }) {
  const hashOf = useHash();
  const texts = MINE_TEXTS.pair;
  return (
    <section className="mine-card mine-due">
      <h2 dir="auto">
        {pair.side === "mentee" ? MINE_TEXTS.yourMentor(pair.other) : MINE_TEXTS.yourMentee(pair.other)}
      </h2>
      <p>{texts.agreementDue}.</p>
      {pair.otherAgreed && <p className="hint">{texts.agreementOther(pair.other)}</p>}
      <p>
        <a className="button button-primary" href={hashOf({ name: "agreement", pair: pair.id })}>
          {texts.toAgreement}
        </a>
      </p>
    </section>
  );
}
