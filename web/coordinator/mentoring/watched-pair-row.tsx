/** One pair of the list: state, meetings, warnings with their reason; and behind it all that the coordinator sees. */
import { useCallback } from "react";
import { Link } from "wouter";
import { AnswersList } from "../../ui/answers-list.tsx";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { dateText, timeText } from "../../ui/dates.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { PAIRS_TEXTS, ROUND_PEOPLE_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { PersonWords } from "./person-cell.tsx";
import { relationshipApi, type WatchedPair } from "./round-api.ts";

interface RowProps {
  readonly pair: WatchedPair;
  readonly open: boolean;
  readonly href: string;
  readonly onDone: (sentence: string) => void;
}

function Withdraw({ pair, onDone }: Pick<RowProps, "pair" | "onDone">) {
  const { id, mentee, mentor } = pair;
  const withdraw = useAction(
    useCallback(async () => {
      await answerOf(relationshipApi.withdraw.$post({ param: { relationship: id }, json: {} }));
      onDone(PAIRS_TEXTS.withdrawn(mentee.name, mentor.name));
    }, [id, mentee.name, mentor.name, onDone]),
  );
  return (
    <div className="screen-actions">
      <BusyButton
        primary={false}
        busy={withdraw.busy}
        busyText={PAIRS_TEXTS.withdrawing}
        onPress={withdraw.run}
      >
        {PAIRS_TEXTS.withdrawOf(mentee.name, mentor.name)}
      </BusyButton>
      <span className="hint">{PAIRS_TEXTS.withdrawHint}</span>
      <RefusalNotice reason={withdraw.refused} />
    </div>
  );
}

function endingFacts(pair: WatchedPair): readonly (readonly [string, string])[] {
  const { state, ending, endedAt, exitReason, exitSide } = pair;
  if (state !== "ended") return [];
  const how = ending === null ? "" : PAIRS_TEXTS.endings[ending];
  const when = endedAt === null ? "" : dateText(endedAt);
  const side = exitSide === null ? "" : ROUND_PEOPLE_TEXTS.sides[exitSide].toLowerCase();
  const reason =
    exitReason === null ? PAIRS_TEXTS.noReason : PAIRS_TEXTS.reasonOf(side, PAIRS_TEXTS.reasons[exitReason]);
  return [
    [PAIRS_TEXTS.ended, `${when}, ${how}`],
    ...(ending === "early" ? ([[PAIRS_TEXTS.reason, reason]] as const) : []),
  ];
}

function factsOf(pair: WatchedPair): readonly (readonly [string, string])[] {
  const { score, state, answerBy, agreement, activeAt } = pair;
  const agreed =
    agreement === null || !pair.menteeAgreed || !pair.mentorAgreed
      ? PAIRS_TEXTS.noAgreement
      : PAIRS_TEXTS.agreed(PAIRS_TEXTS.frequencies[agreement.frequency], dateText(agreement.endsOn));
  return [
    [PAIRS_TEXTS.score, String(score)],
    ...(state === "asked" ? ([[PAIRS_TEXTS.answerBy, timeText(answerBy)]] as const) : []),
    ...(state === "asked" || state === "passed" ? [] : ([[PAIRS_TEXTS.agreement, agreed]] as const)),
    ...(activeAt === null ? [] : ([[PAIRS_TEXTS.since, dateText(activeAt)]] as const)),
    ...endingFacts(pair),
  ];
}

function Details({ pair, onDone }: Pick<RowProps, "pair" | "onDone">) {
  const reviews = [
    [PAIRS_TEXTS.readReview.mentee, pair.menteeReview],
    [PAIRS_TEXTS.readReview.mentor, pair.mentorReview],
  ] as const;
  return (
    <div className="pair-detail">
      <dl className="facts">
        {factsOf(pair).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="reasons">
        {pair.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {reviews.map(
        ([title, answers]) =>
          answers !== null && (
            <details className="board-run" key={title}>
              <summary>{title}</summary>
              <AnswersList form="review" answers={answers} />
            </details>
          ),
      )}
      {(pair.state === "asked" || pair.state === "accepted") && <Withdraw pair={pair} onDone={onDone} />}
    </div>
  );
}

function Meetings({ meetings }: { readonly meetings: readonly string[] }) {
  const last = meetings.toSorted().at(-1);
  return (
    <>
      {meetings.length}
      {last !== undefined && <span className="hint person-place">{PAIRS_TEXTS.last(dateText(last))}</span>}
    </>
  );
}

export function WatchedPairRow({ pair, open, href, onDone }: RowProps) {
  const { mentee, mentor, state, meetings, warnings } = pair;
  return (
    <>
      <tr>
        <th scope="row">
          <PersonWords person={mentee} />
        </th>
        <td data-head={PAIRS_TEXTS.mentor}>
          <PersonWords person={mentor} />
        </td>
        <td data-head={PAIRS_TEXTS.state}>
          <span className={`state pair-${state}`}>{PAIRS_TEXTS.states[state]}</span>
        </td>
        <td data-head={PAIRS_TEXTS.meetings}>
          <Meetings meetings={meetings} />
        </td>
        <td data-head={PAIRS_TEXTS.warnings}>
          {warnings.length === 0 ? (
            <span className="hint">{PAIRS_TEXTS.noWarning}</span>
          ) : (
            <ul className="warnings">
              {warnings.map(({ code, sentence }) => (
                <li key={`${code} ${sentence}`}>{sentence}</li>
              ))}
            </ul>
          )}
        </td>
        <td>
          <Link
            className="row-link"
            href={href}
            replace
            aria-expanded={open}
            aria-label={PAIRS_TEXTS.detailsOf(mentee.name, mentor.name)}
          >
            {PAIRS_TEXTS.details}
            <span aria-hidden="true"> {open ? "▴" : "▾"}</span>
          </Link>
        </td>
      </tr>
      {open && (
        <tr className="detail-row">
          <td colSpan={6}>
            <Details pair={pair} onDone={onDone} />
          </td>
        </tr>
      )}
    </>
  );
}
