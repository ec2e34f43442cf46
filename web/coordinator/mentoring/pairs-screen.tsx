/** The pairs of a round and how they are: alerts first, then a move that would help, then all with their warnings. */
import { useCallback, useState } from "react";
import { Link } from "wouter";
import { answerOf } from "../../ui/ask.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { WhenLoaded } from "../../ui/screen.tsx";
import { PAIRS_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { AlertNotice } from "./alert-notice.tsx";
import { loadPairs, loadRound, relationshipApi, type WatchedPairs } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";
import { WatchedPairsSection } from "./watched-pairs-section.tsx";

interface Said {
  readonly onDone: (sentence: string) => void;
}

function Move({ watched, onDone }: Said & { readonly watched: WatchedPairs }) {
  const ask = useAction(
    useCallback(
      async (relationship: string) => {
        await answerOf(relationshipApi["ask-to-move"].$post({ param: { relationship }, json: {} }));
        onDone(PAIRS_TEXTS.moveSaid);
      },
      [onDone],
    ),
  );
  if (watched.moves === null) return null;
  return (
    <section className="next-steps" aria-labelledby="move">
      <h2 id="move">{PAIRS_TEXTS.move}</h2>
      <p>{watched.moves.sentence}</p>
      <p className="hint">{PAIRS_TEXTS.moveIntro}</p>
      <RefusalNotice reason={ask.refused} />
      <ul className="decided">
        {watched.moves.pairs.map(({ relationship, mentee, mentor }) => {
          const pair = watched.pairs.find(({ id }) => id === relationship);
          return (
            <li key={relationship}>
              <span>
                <bdi>{mentee.name}</bdi>, <bdi>{mentor.name}</bdi>
              </span>
              {pair?.moveAsked === true ? (
                <span className="hint">
                  {pair.moveAgreed ? PAIRS_TEXTS.moveAgreed : PAIRS_TEXTS.moveAsked}
                </span>
              ) : (
                <button
                  type="button"
                  className="button button-small"
                  aria-disabled={ask.busy}
                  onClick={() => ask.run(relationship)}
                >
                  {ask.busy ? PAIRS_TEXTS.moveAsking : PAIRS_TEXTS.moveAsk(mentee.name, mentor.name)}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function PairsBody({
  round,
  watched,
  onDone,
}: Said & { readonly round: string; readonly watched: WatchedPairs }) {
  return (
    <>
      {watched.alerts.map((alert) => {
        const pair = watched.pairs.find(({ id }) => id === alert.relationship);
        return <AlertNotice key={alert.id} round={round} alert={alert} pair={pair} onDone={onDone} />;
      })}
      <Move watched={watched} onDone={onDone} />
      {watched.pairs.length === 0 ? (
        <div className="empty">
          <h2>{PAIRS_TEXTS.empty}</h2>
          <p>{PAIRS_TEXTS.emptyDetail}</p>
          <Link className="button button-primary" href={`/staff/mentoring/${round}/board`}>
            {PAIRS_TEXTS.toBoard}
          </Link>
        </div>
      ) : (
        <WatchedPairsSection round={round} pairs={watched.pairs} onDone={onDone} />
      )}
    </>
  );
}

async function loadScreen(id: string) {
  const [watched, round] = await Promise.all([loadPairs(id), loadRound(id)]);
  return { watched, title: round.title };
}

export function PairsScreen({ round }: { readonly round: string }) {
  const loading = useLoaded(() => loadScreen(round), round);
  const [said, setSaid] = useState("");
  const { loaded, again } = loading;
  const done = useCallback(
    (sentence: string) => {
      setSaid(sentence);
      again();
    },
    [again],
  );
  return (
    <RoundScreen
      round={round}
      part="pairs"
      title={PAIRS_TEXTS.title(loaded.state === "loaded" ? loaded.value.title : "…")}
    >
      <p className="hint">{PAIRS_TEXTS.intro}</p>
      <p className="board-said" role="status">
        {said}
      </p>
      <WhenLoaded loading={loading}>
        {({ watched }) => <PairsBody round={round} watched={watched} onDone={done} />}
      </WhenLoaded>
    </RoundScreen>
  );
}
