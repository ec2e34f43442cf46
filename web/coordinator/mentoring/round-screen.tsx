/** One round at a glance: what is urgent, what is next, its forms, its pairs, and who sees what. */
import { Link } from "wouter";
import { WhenLoaded } from "../../ui/screen.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { ROUND_TEXTS } from "../../ui/texts/mentoring-round.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadRound, type Round } from "./round-api.ts";
import { RoundScreen } from "./round-frame.tsx";

function livingPairs({ pairs }: Round): number {
  return pairs.asked + pairs.accepted + pairs.active;
}

function NextSteps({ round }: { readonly round: Round }) {
  const base = `/staff/mentoring/${round.id}`;
  const { requests, offers } = round;
  const isDraft = requests.state === "draft" || offers.state === "draft";
  const hasForms = requests.sent > 0 && offers.sent > 0;
  const draft = requests.state === "draft" ? requests : offers;
  return (
    <section className="next-steps" aria-labelledby="next">
      <h2 id="next">{ROUND_TEXTS.next}</h2>
      {isDraft && <p>{ROUND_TEXTS.nextForms}</p>}
      {!isDraft && !hasForms && <p>{ROUND_TEXTS.nextPeople}</p>}
      {hasForms && <p>{ROUND_TEXTS.nextBoard(requests.sent, offers.sent)}</p>}
      {livingPairs(round) > 0 && <p>{ROUND_TEXTS.nextPairs(livingPairs(round))}</p>}
      <div className="screen-actions">
        {hasForms && (
          <Link className="button button-primary" href={`${base}/board`}>
            {ROUND_TEXTS.part.board}
          </Link>
        )}
        {isDraft && !hasForms && (
          <Link className="button button-primary" href={`/staff/waves/${draft.wave}`}>
            {ROUND_TEXTS.openForm}
          </Link>
        )}
        <Link className={!isDraft && !hasForms ? "button button-primary" : "button"} href={`${base}/people`}>
          {ROUND_TEXTS.part.people}
        </Link>
        {livingPairs(round) > 0 && (
          <Link className="button" href={`${base}/pairs`}>
            {ROUND_TEXTS.part.pairs}
          </Link>
        )}
      </div>
    </section>
  );
}

function formState(state: string): string {
  const states: Readonly<Record<string, string>> = ROUND_TEXTS.formStates;
  return states[state] ?? state;
}

function Forms({ round }: { readonly round: Round }) {
  const forms = [
    [ROUND_TEXTS.requests, round.requests],
    [ROUND_TEXTS.offers, round.offers],
  ] as const;
  return (
    <section aria-labelledby="forms">
      <h2 id="forms">{ROUND_TEXTS.forms}</h2>
      <ul className="cards cards-two">
        {forms.map(([title, form]) => (
          <li className="card round-card" key={form.wave}>
            <div className="card-words">
              <h3>
                <Link
                  className="card-link"
                  href={`/staff/waves/${form.wave}`}
                  aria-label={ROUND_TEXTS.openFormOf(title)}
                >
                  {title}
                </Link>
              </h3>
              <p className="hint">{ROUND_TEXTS.sentOf(form.sent, form.asked)}</p>
            </div>
            <span className={`state state-${form.state}`}>{formState(form.state)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PairCounts({ round }: { readonly round: Round }) {
  const states = ["asked", "accepted", "active", "ended"] as const;
  return (
    <section aria-labelledby="pair-counts">
      <h2 id="pair-counts">{ROUND_TEXTS.pairs}</h2>
      <dl className="board-figures">
        {states.map((state) => (
          <div key={state}>
            <dt>
              <Link href={`/staff/mentoring/${round.id}/pairs?show=${state}`}>
                {ROUND_TEXTS.pairStates[state]}
              </Link>
            </dt>
            <dd>{round.pairs[state]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The table of rights in words; the rights themselves are in analysis/mentoring/visibility.ts. */
function WhoSeesWhat() {
  const { what, mentee, mentor, coordinator, evaluator } = ROUND_TEXTS.seesHead;
  const viewers = [mentee, mentor, coordinator, evaluator];
  return (
    <details className="board-run">
      <summary>{ROUND_TEXTS.sees}</summary>
      <p className="hint">{ROUND_TEXTS.seesIntro}</p>
      <ScrollRegion className="list-scroll" label={ROUND_TEXTS.sees}>
        <table className="list list-stack">
          <TableHead columns={[what, ...viewers]} />
          <tbody>
            {ROUND_TEXTS.seesRows.map(([title, ...cells]) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                {cells.map((cell, place) => (
                  <td key={viewers[place]} data-head={viewers[place]}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

export function RoundOverviewScreen({ round: id }: { readonly round: string }) {
  const loading = useLoaded(() => loadRound(id), id);
  const { loaded } = loading;
  return (
    <RoundScreen
      round={id}
      part="overview"
      title={loaded.state === "loaded" ? loaded.value.title : ROUND_TEXTS.title}
    >
      <WhenLoaded loading={loading}>
        {(round) => (
          <>
            {round.alerts > 0 && (
              <div className="notice notice-wrong">
                <h2>{ROUND_TEXTS.alerts(round.alerts)}</h2>
                <p>{ROUND_TEXTS.alertDetail}</p>
                <Link className="button button-primary" href={`/staff/mentoring/${id}/pairs`}>
                  {ROUND_TEXTS.toAlerts}
                </Link>
              </div>
            )}
            <NextSteps round={round} />
            <Forms round={round} />
            <PairCounts round={round} />
            <p>
              <Link href={`/staff/scorecards/${round.programme}/mentoring`}>{ROUND_TEXTS.figures}</Link>
            </p>
            <WhoSeesWhat />
          </>
        )}
      </WhenLoaded>
    </RoundScreen>
  );
}
