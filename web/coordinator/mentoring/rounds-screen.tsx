/** All rounds of mentoring, those that need the coordinator first, and a new one. */
import { useCallback, useState } from "react";
import { Link, useLocation } from "wouter";
import { mentoringApi, programmesApi } from "../../ui/api.ts";
import { answerOf } from "../../ui/ask.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { submitting } from "../../ui/submitting.ts";
import { TextField } from "../../ui/text-field.tsx";
import { ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useAction } from "../../ui/use-action.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadRounds, type RoundSummary } from "./round-api.ts";

interface Programme {
  readonly id: string;
  readonly name: string;
}

async function loadScreen() {
  const [rounds, { programmes }] = await Promise.all([loadRounds(), answerOf(programmesApi.$get())]);
  return { rounds, programmes };
}

function NewRound({
  programmes,
  first,
}: {
  readonly programmes: readonly Programme[];
  readonly first: boolean;
}) {
  const [title, setTitle] = useState("");
  const [programme, setProgramme] = useState(programmes[0]?.id ?? "");
  const [, go] = useLocation();
  const begin = useAction(
    useCallback(async () => {
      const { id } = await answerOf(mentoringApi.rounds.$post({ json: { programme, title: title.trim() } }));
      go(`/staff/mentoring/${id}`);
    }, [programme, title, go]),
  );
  if (programmes.length === 0) {
    return (
      <>
        <p>{ROUND_TEXTS.noProgramme}</p>
        <Link className="button button-primary" href="/staff/programmes">
          {ROUND_TEXTS.toProgrammes}
        </Link>
      </>
    );
  }
  return (
    <form className="form" onSubmit={submitting(begin.run)}>
      <RefusalNotice reason={begin.refused} />
      <TextField
        label={ROUND_TEXTS.name}
        hint={ROUND_TEXTS.nameHint}
        value={title}
        onChange={setTitle}
        maxLength={120}
        required
      />
      <SelectField
        id="programme"
        label={ROUND_TEXTS.programme}
        value={programme}
        options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setProgramme}
      />
      <div className="screen-actions">
        <BusyButton busy={begin.busy} busyText={ROUND_TEXTS.beginning} primary={first}>
          {ROUND_TEXTS.begin}
        </BusyButton>
      </div>
    </form>
  );
}

function RoundCard({ round }: { readonly round: RoundSummary }) {
  const { asked, accepted, active, ended } = round.pairs;
  return (
    <li className="card round-card">
      <div className="card-words">
        <h2 dir="auto">
          <Link className="card-link" href={`/staff/mentoring/${round.id}`}>
            {round.title}
          </Link>
        </h2>
        <p className="hint" dir="auto">
          {round.programmeName}.{" "}
          {ROUND_TEXTS.summary(
            ROUND_TEXTS.rowRequests(round.requests.sent, round.offers.sent),
            ROUND_TEXTS.rowPairs(asked + accepted + active + ended),
          )}
        </p>
      </div>
      {round.alerts > 0 && <strong className="state state-alert">{ROUND_TEXTS.alerts(round.alerts)}</strong>}
    </li>
  );
}

export function RoundsScreen() {
  const loading = useLoaded(loadScreen, "rounds");
  return (
    <Screen title={ROUND_TEXTS.title}>
      <p>{ROUND_TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {({ rounds, programmes }) =>
          rounds.length === 0 ? (
            <div className="empty">
              <h2>{ROUND_TEXTS.empty}</h2>
              <p>{ROUND_TEXTS.emptyDetail}</p>
              <NewRound programmes={programmes} first />
            </div>
          ) : (
            <>
              <ul className="cards">
                {rounds
                  .toSorted((a, b) => b.alerts - a.alerts)
                  .map((round) => (
                    <RoundCard key={round.id} round={round} />
                  ))}
              </ul>
              <section>
                <h2>{ROUND_TEXTS.another}</h2>
                <NewRound programmes={programmes} first={false} />
              </section>
            </>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
