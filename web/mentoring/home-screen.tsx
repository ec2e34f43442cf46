/** The start of the personal page: what is due stands first, then the pairs, then what is good to know. */
import { dateText } from "../ui/dates.ts";
import { AgreementDue } from "./agreement-due.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import type { Side } from "./mine-address.ts";
import type { Mine } from "./mine-api.ts";
import { useHash } from "./mine-desk.ts";
import { MineScreen } from "./mine-screen.tsx";
import { MoveCard } from "./move-card.tsx";
import type { OwnPair } from "./own-pair.ts";
import { ProposalCard } from "./proposal-card.tsx";
import { PulseCard } from "./pulse-card.tsx";
import { StandingCard } from "./standing-card.tsx";
import { MINE_TEXTS } from "./texts/mine-en.ts";
import { WhoSeesWhat } from "./who-sees-what.tsx";

interface HomeProps {
  readonly mine: Mine;
  readonly pairs: readonly OwnPair[];
}

/** True if somebody has to do something about this pair. */
function isDue({ state, ownAgreed, pulse, reviewOpen, moveAgreed }: OwnPair): boolean {
  return (
    state === "asked" ||
    (state === "accepted" && !ownAgreed) ||
    pulse !== null ||
    (state === "ended" && reviewOpen) ||
    moveAgreed === false
  );
}

function ReviewDue({ pair }: { readonly pair: OwnPair }) {
  const hashOf = useHash();
  return (
    <section className="mine-card">
      <h2 dir="auto">{MINE_TEXTS.review.title(pair.other)}</h2>
      <p>
        <a className="button button-primary" href={hashOf({ name: "review", pair: pair.id })}>
          {MINE_TEXTS.pair.review}
        </a>
      </p>
    </section>
  );
}

function DueCards({ pair }: { readonly pair: OwnPair }) {
  return (
    <>
      {pair.state === "asked" && <ProposalCard pair={pair} />}
      {pair.state === "accepted" && !pair.ownAgreed && <AgreementDue pair={pair} />}
      {pair.pulse !== null && <PulseCard pair={pair} pulse={pair.pulse} />}
      {pair.moveAgreed !== null && <MoveCard pair={pair} agreed={pair.moveAgreed} />}
      {pair.state === "ended" && pair.reviewOpen && <ReviewDue pair={pair} />}
    </>
  );
}

function PairList({ pairs }: { readonly pairs: readonly OwnPair[] }) {
  const hashOf = useHash();
  const known = pairs.filter(({ state }) => state !== "asked" && state !== "passed");
  if (known.length === 0) return null;
  return (
    <section>
      <h2>{MINE_TEXTS.pairs}</h2>
      <ul className="mine-list">
        {known.map((pair) => (
          <li className="mine-card" key={pair.id}>
            <h3 dir="auto">
              <a href={hashOf({ name: "pair", pair: pair.id })}>
                {pair.side === "mentee"
                  ? MINE_TEXTS.yourMentor(pair.other)
                  : MINE_TEXTS.yourMentee(pair.other)}
              </a>
            </h3>
            <p className="hint">
              {MINE_TEXTS.states[pair.state === "passed" ? "ended" : pair.state]}.{" "}
              {pair.meetings.length > 0 && MINE_TEXTS.meetings.count(pair.meetings.length)}{" "}
              {pair.endsOn !== null &&
                pair.state === "active" &&
                `${MINE_TEXTS.pair.ends} ${dateText(pair.endsOn)}.`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting({ mine, pairs }: HomeProps) {
  const isMentorFree = mine.mentorStanding !== null && pairs.every(({ side }) => side === "mentee");
  if (mine.waiting) {
    return (
      <section className="mine-card">
        <h2>{MINE_TEXTS.waitingTitle}</h2>
        <p>{MINE_TEXTS.waiting}</p>
      </section>
    );
  }
  if (isMentorFree) {
    return (
      <section className="mine-card">
        <h2>{MINE_TEXTS.offerTitle}</h2>
        <p>{mine.capacity === 0 ? MINE_TEXTS.offerResting : MINE_TEXTS.offerWaiting}</p>
      </section>
    );
  }
  if (pairs.length > 0 || mine.choice !== null) return null;
  return (
    <section className="mine-card">
      <h2>{MINE_TEXTS.nothingTitle}</h2>
      <p>{MINE_TEXTS.nothing}</p>
    </section>
  );
}

function sidesOf({ menteeStanding, mentorStanding }: Mine): readonly Side[] {
  return [
    ...(menteeStanding === null ? [] : (["mentee"] as const)),
    ...(mentorStanding === null ? [] : (["mentor"] as const)),
  ];
}

function GoodToKnow({ sides }: { readonly sides: readonly Side[] }) {
  const hashOf = useHash();
  return (
    <section>
      <h2>{MINE_TEXTS.more}</h2>
      <ul className="mine-links">
        {sides.map((side) => (
          <li key={side}>
            <a href={hashOf({ name: "guidance", side })}>{MINE_TEXTS.guidance[side]}</a>
          </li>
        ))}
      </ul>
      {sides.map((side) => (
        <WhoSeesWhat key={side} side={side} both={sides.length > 1} />
      ))}
    </section>
  );
}

export function HomeScreen({ mine, pairs }: HomeProps) {
  const due = pairs.filter((pair) => isDue(pair) || pair.moveAgreed !== null);
  return (
    <MineScreen title={mine.round.title}>
      <p dir="auto">
        {MINE_TEXTS.hello(mine.name)}. {due.length === 0 && mine.choice === null && MINE_TEXTS.nothingDue}
      </p>
      {mine.choice !== null && <ChoiceCard choice={mine.choice} />}
      {due.map((pair) => (
        <DueCards key={pair.id} pair={pair} />
      ))}
      <Waiting mine={mine} pairs={pairs} />
      <PairList pairs={pairs} />
      {mine.menteeStanding !== null && (
        <StandingCard side="mentee" standing={mine.menteeStanding} places={0} />
      )}
      {mine.mentorStanding !== null && (
        <StandingCard side="mentor" standing={mine.mentorStanding} places={mine.capacity ?? 0} />
      )}
      <GoodToKnow sides={sidesOf(mine)} />
    </MineScreen>
  );
}
