/** The page of one pair: what is due, the agreement, meetings, guidance, and the way out. */
import { dateText } from "../ui/dates.ts";
import { AgreementDue } from "./agreement-due.tsx";
import { FormWords } from "./form-words.tsx";
import { MeetingsCard } from "./meetings-card.tsx";
import { useHash } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import { MoveCard } from "./move-card.tsx";
import type { OwnPair } from "./own-pair.ts";
import { ProposalCard } from "./proposal-card.tsx";
import { PulseCard } from "./pulse-card.tsx";
import { Sentences } from "./sentences.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";
import { WhoSeesWhat } from "./who-sees-what.tsx";

const TEXTS = MINE_TEXTS.pair;

interface PairProps {
  readonly pair: OwnPair;
}

function Facts({ pair }: PairProps) {
  const { activeAt, endsOn, agreement } = pair;
  const facts = [
    [TEXTS.since, activeAt === null ? null : dateText(activeAt)],
    [
      TEXTS.frequency,
      agreement === null || activeAt === null ? null : MINE_TEXTS.agreement.frequencies[agreement.frequency],
    ],
    [TEXTS.ends, endsOn === null ? null : dateText(endsOn)],
  ] as const;
  return (
    <dl className="mine-facts">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Ended({ pair }: PairProps) {
  const hashOf = useHash();
  return (
    <section className="mine-card">
      <p>{TEXTS.ended}</p>
      <div className="mine-actions">
        {pair.reviewOpen && (
          <a className="button button-primary" href={hashOf({ name: "review", pair: pair.id })}>
            {TEXTS.review}
          </a>
        )}
        {pair.certificate !== null && (
          <a className="button" href={hashOf({ name: "certificate", pair: pair.id })}>
            {TEXTS.certificate}
          </a>
        )}
      </div>
    </section>
  );
}

function About({ pair }: PairProps) {
  return (
    <>
      <section>
        <h2>{pair.side === "mentor" ? TEXTS.wants : TEXTS.helps}</h2>
        <FormWords side={pair.side} answers={pair.form} />
      </section>
      {pair.reasons.length > 0 && (
        <section>
          <h2>{TEXTS.why}</h2>
          <Sentences sentences={pair.reasons} />
        </section>
      )}
    </>
  );
}

function Ways({ pair }: PairProps) {
  const hashOf = useHash();
  const lives = pair.state === "accepted" || pair.state === "active";
  return (
    <section>
      <h2>{MINE_TEXTS.more}</h2>
      <ul className="mine-links">
        {(pair.state === "active" || pair.ownAgreed) && (
          <li>
            <a href={hashOf({ name: "agreement", pair: pair.id })}>{TEXTS.readAgreement}</a>
          </li>
        )}
        <li>
          <a href={hashOf({ name: "guidance", side: pair.side })}>{MINE_TEXTS.guidance[pair.side]}</a>
        </li>
        {lives && (
          <li>
            <a href={hashOf({ name: "leave", pair: pair.id })}>
              {pair.state === "accepted" ? TEXTS.notForMe : TEXTS.leave}
            </a>
          </li>
        )}
      </ul>
      <WhoSeesWhat side={pair.side} both={false} />
    </section>
  );
}

export function PairScreen({ pair }: PairProps) {
  const { state, ownAgreed, pulse, moveAgreed } = pair;
  const title =
    pair.side === "mentee" ? MINE_TEXTS.yourMentor(pair.other) : MINE_TEXTS.yourMentee(pair.other);
  if (state === "asked") {
    return (
      <MineScreen title={title} up={{ name: "home" }}>
        <ProposalCard pair={pair} />
      </MineScreen>
    );
  }
  return (
    <MineScreen title={title} up={{ name: "home" }}>
      {state === "accepted" && !ownAgreed && <AgreementDue pair={pair} />}
      {state === "accepted" && ownAgreed && <p className="notice">{TEXTS.agreementWaits(pair.other)}</p>}
      {state === "ended" && <Ended pair={pair} />}
      {pulse !== null && <PulseCard pair={pair} pulse={pulse} />}
      {moveAgreed !== null && <MoveCard pair={pair} agreed={moveAgreed} />}
      <Facts pair={pair} />
      {(state === "active" || state === "accepted") && <MeetingsCard pair={pair} />}
      <About pair={pair} />
      <Ways pair={pair} />
    </MineScreen>
  );
}
