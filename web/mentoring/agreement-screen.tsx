/** The agreement on one page: what is the same for everybody, how often and until when; accepted by both, printed. */
import { useCallback, useState } from "react";
import { BusyButton } from "../ui/busy-button.tsx";
import { dateText } from "../ui/dates.ts";
import { RefusalNotice } from "../ui/refusal-notice.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { type Agreement, acceptAgreement, loadGuidance, type MineLink } from "./mine-api.ts";
import { useMineDesk, useSaidAction } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import { namesOf, type OwnPair } from "./own-pair.ts";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";

const TEXTS = MINE_TEXTS.agreement;
const FREQUENCIES = ["fortnightly", "monthly", "two-monthly"] as const;

interface TermsProps {
  readonly agreement: Agreement;
  readonly onChange: (agreement: Agreement) => void;
}

function TermsFields({ agreement, onChange }: TermsProps) {
  return (
    <>
      <fieldset className="taps">
        <legend>{TEXTS.often}</legend>
        {FREQUENCIES.map((frequency) => (
          <label className="mine-choice" key={frequency}>
            <input
              type="radio"
              name="frequency"
              checked={agreement.frequency === frequency}
              onChange={() => onChange({ ...agreement, frequency })}
            />
            {TEXTS.frequencies[frequency]}
          </label>
        ))}
      </fieldset>
      <TextField
        label={TEXTS.ends}
        type="date"
        value={agreement.endsOn}
        onChange={(endsOn) => onChange({ ...agreement, endsOn })}
        required
      />
    </>
  );
}

function Terms({ agreement }: { readonly agreement: Agreement }) {
  return (
    <dl className="mine-facts">
      <div>
        <dt>{TEXTS.often}</dt>
        <dd>{TEXTS.frequencies[agreement.frequency]}</dd>
      </div>
      <div>
        <dt>{TEXTS.ends}</dt>
        <dd>{dateText(agreement.endsOn)}</dd>
      </div>
    </dl>
  );
}

function AcceptForm({ pair }: { readonly pair: OwnPair }) {
  const [agreement, setAgreement] = useState(pair.proposed);
  const { id } = pair;
  const isChanged =
    agreement.frequency !== pair.proposed.frequency || agreement.endsOn !== pair.proposed.endsOn;
  const accept = useSaidAction(
    useCallback(
      async (link: MineLink, accepted: Agreement) => {
        await acceptAgreement(link, id, accepted);
        return MINE_TEXTS.saved;
      },
      [id],
    ),
  );
  return (
    <form className="mine-form screen-only" onSubmit={submitting(() => accept.run(agreement))}>
      <TermsFields agreement={agreement} onChange={setAgreement} />
      <p className="hint">{TEXTS.change}</p>
      <RefusalNotice reason={accept.refused} />
      <BusyButton busy={accept.busy} busyText={TEXTS.saving}>
        {isChanged ? TEXTS.acceptChanged : TEXTS.accept}
      </BusyButton>
    </form>
  );
}

export function AgreementScreen({ pair }: { readonly pair: OwnPair }) {
  const { name } = useMineDesk();
  const loading = useLoaded(loadGuidance, "guidance");
  const { mentee, mentor } = namesOf(pair, name);
  const agreed = [
    [name, pair.ownAgreed],
    [pair.other, pair.otherAgreed],
  ] as const;
  const isOpen = pair.state === "accepted" && !pair.ownAgreed;
  return (
    <MineScreen title={TEXTS.title} up={{ name: "pair", pair: pair.id }}>
      <p dir="auto">{TEXTS.between(mentee, mentor)}</p>
      {loading.loaded.state === "failed" && (
        <RefusalNotice reason={loading.loaded.reason} again={loading.again} />
      )}
      {loading.loaded.state === "loaded" && (
        <section>
          <h2>{TEXTS.we}</h2>
          <Sentences sentences={loading.loaded.value.agreement.points} />
        </section>
      )}
      {isOpen ? <AcceptForm pair={pair} /> : <Terms agreement={pair.agreement ?? pair.proposed} />}
      <ul className="agreed">
        {agreed.map(([who, has]) => (
          <li key={who} dir="auto">
            {has ? TEXTS.accepted(who) : TEXTS.notYet(who)}
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
      </p>
    </MineScreen>
  );
}
