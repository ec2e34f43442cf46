/** Why a pair, or why not: each criterion's part of the score, what either side would be told, and what if. */
import { Link } from "wouter";
import { WhenLoaded } from "../../ui/screen.tsx";
import { BOARD_TEXTS } from "../../ui/texts/mentoring-board.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { explainPair, type PersonCard } from "./board-api.ts";
import { WhatIfPanel } from "./what-if-panel.tsx";

const TEXTS = BOARD_TEXTS.detail;

type Explained = Awaited<ReturnType<typeof explainPair>>;

function Contributions({ explained }: { readonly explained: Explained }) {
  return (
    <table className="contributions">
      <caption>{TEXTS.contributions}</caption>
      <thead className="reader-only">
        <tr>
          <th scope="col">{TEXTS.criterion}</th>
          <th scope="col">{TEXTS.points}</th>
        </tr>
      </thead>
      <tbody>
        {explained.contributions.map(({ criterion, title, points, weight }) => (
          <tr key={criterion}>
            <th scope="row">{title}</th>
            <td>
              <meter
                className="score-bar"
                min={0}
                max={Math.max(1, weight)}
                value={points}
                aria-hidden="true"
              />
              <span className="score-count">{TEXTS.pointsOf(points, weight)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{TEXTS.sum}</th>
          <td>
            <strong className="score-count">{TEXTS.pointsOf(explained.score, 100)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <div className="pair-sentences">
      <h3>{title}</h3>
      {sentences.length === 0 ? (
        <p className="hint">{TEXTS.nothing}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface PairDetailProps {
  readonly round: string;
  readonly mentee: PersonCard;
  readonly mentor: PersonCard;
  /** True if the newest run proposes it. */
  readonly proposed: boolean;
  /** False for a pair that exists: nobody is moved by a supposition. */
  readonly supposable: boolean;
  /** "lock", "forbid" or nothing. */
  readonly what: string;
  readonly hrefOf: (what: "lock" | "forbid" | "") => string;
}

export function PairDetail(props: PairDetailProps) {
  const { round, mentee, mentor, proposed, supposable, what, hrefOf } = props;
  const pair = { mentee: mentee.id, mentor: mentor.id };
  const key = `${round} ${mentee.id} ${mentor.id}`;
  const loading = useLoaded(() => explainPair(round, pair), key);
  const kind = what === "lock" || what === "forbid" ? what : undefined;
  return (
    <div className="pair-detail">
      <WhenLoaded loading={loading}>
        {(explained) => (
          <>
            {explained.allowed && !proposed && explained.whyNot.length > 0 && (
              <p>{explained.whyNot.join(" ")}</p>
            )}
            {!explained.allowed && (
              <div className="notice notice-caution">
                <p>
                  <strong>{TEXTS.notAllowed}.</strong>
                </p>
                {explained.whyNot.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </div>
            )}
            <div className="pair-parts">
              <Contributions explained={explained} />
              <Sentences title={TEXTS.toMentee} sentences={explained.toMentee.why} />
              <Sentences title={TEXTS.toMentor} sentences={explained.toMentor.why} />
            </div>
            {supposable && explained.allowed && (
              <p className="screen-actions">
                {(["lock", "forbid"] as const).map((one) => (
                  <Link
                    key={one}
                    className="button button-small"
                    replace
                    href={hrefOf(kind === one ? "" : one)}
                  >
                    {BOARD_TEXTS.whatIf[one]}
                  </Link>
                ))}
              </p>
            )}
          </>
        )}
      </WhenLoaded>
      {supposable && kind !== undefined && (
        <WhatIfPanel
          round={round}
          id={`${kind} ${key}`}
          title={BOARD_TEXTS.whatIf.titleOf[kind](mentee.name, mentor.name)}
          supposition={kind === "lock" ? { locked: [pair] } : { forbidden: [pair] }}
        />
      )}
    </div>
  );
}
