/** The evaluator's start: all staff surveys by programme, and the choice of those to be compared. */
import { useCallback } from "react";
import { Link, useSearchParams } from "wouter";
import { dateText } from "../../ui/dates.ts";
import { Screen, WhenLoaded } from "../../ui/screen.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { FIGURES_TEXTS } from "../../ui/texts/mentoring-figures.ts";
import { useLoaded } from "../../ui/use-loaded.ts";
import { loadSurveyWaves, type SurveyWave } from "../evaluator-api.ts";
import { answeredText } from "../figures/answered-text.ts";
import { chosenWaves, comparisonHref, toggled } from "./chosen-waves.ts";

interface WaveRowsProps {
  readonly waves: readonly SurveyWave[];
  readonly chosen: readonly SurveyWave[];
  readonly onToggle: (wave: string) => void;
}

function WaveRow({ wave, chosen, onToggle }: Omit<WaveRowsProps, "waves"> & { readonly wave: SurveyWave }) {
  const released = wave.state === "released";
  const other = chosen.length > 0 && chosen[0]?.programme !== wave.programme;
  return (
    <li className="card survey-card">
      {released && (
        <label className="survey-choice">
          <input
            type="checkbox"
            aria-label={EVALUATOR_TEXTS.choose(wave.title)}
            checked={chosen.some((one) => one.wave === wave.wave)}
            disabled={other}
            onChange={() => onToggle(wave.wave)}
          />
        </label>
      )}
      <div className="card-words">
        <h3 dir="auto">
          {released ? (
            <Link className="card-link" href={`/staff/surveys/${wave.wave}`}>
              {wave.title}
            </Link>
          ) : (
            wave.title
          )}
        </h3>
        <p className="hint" dir="auto">
          {wave.survey.title} {wave.survey.version}. {wave.answered !== null && EVALUATOR_TEXTS.answeredAre}{" "}
          {answeredText(wave)}.
          {wave.closedAt !== null && ` ${EVALUATOR_TEXTS.closed} ${dateText(wave.closedAt)}.`}
          {other && released && ` ${EVALUATOR_TEXTS.otherProgramme}`}
        </p>
      </div>
      <span className={`state state-${wave.state}`}>{EVALUATOR_TEXTS.states[wave.state]}</span>
    </li>
  );
}

/** Programmes in the order of their newest wave. */
function byProgramme(waves: readonly SurveyWave[]): ReadonlyMap<string, readonly SurveyWave[]> {
  const programmes = new Map<string, SurveyWave[]>();
  for (const wave of waves) programmes.set(wave.programme, [...(programmes.get(wave.programme) ?? []), wave]);
  return programmes;
}

function Choice({ chosen }: { readonly chosen: readonly SurveyWave[] }) {
  if (chosen.length === 0) return null;
  return (
    <div className="survey-chosen" role="status">
      <p>
        <strong>{EVALUATOR_TEXTS.chosen(chosen.length)}.</strong>{" "}
        {chosen.length === 1 && EVALUATOR_TEXTS.chooseMore}
      </p>
      <div className="screen-actions">
        {chosen.length > 1 && (
          <Link className="button button-primary" href={comparisonHref(chosen)}>
            {EVALUATOR_TEXTS.compare(chosen.length)}
          </Link>
        )}
        <Link className="button" href="/staff/surveys" replace>
          {EVALUATOR_TEXTS.clear}
        </Link>
      </div>
    </div>
  );
}

function Surveys({ waves }: { readonly waves: readonly SurveyWave[] }) {
  const [search, setSearch] = useSearchParams();
  const chosen = chosenWaves(waves, search);
  const toggle = useCallback(
    (wave: string) => {
      const ids = toggled(chosen, wave);
      setSearch(ids.length === 0 ? {} : { waves: ids.join(",") }, { replace: true });
    },
    [chosen, setSearch],
  );
  if (waves.length === 0) {
    return (
      <div className="empty">
        <h2>{EVALUATOR_TEXTS.empty}</h2>
        <p>{EVALUATOR_TEXTS.emptyDetail}</p>
      </div>
    );
  }
  const nothingReleased = waves.every(({ state }) => state !== "released");
  return (
    <>
      {nothingReleased && (
        <div className="empty">
          <h2>{EVALUATOR_TEXTS.nothingReleased}</h2>
          <p>{EVALUATOR_TEXTS.nothingReleasedDetail}</p>
        </div>
      )}
      <Choice chosen={chosen} />
      {[...byProgramme(waves)].map(([programme, ofProgramme]) => (
        <section key={programme} aria-labelledby={`programme-${programme}`}>
          <div className="survey-programme">
            <h2 id={`programme-${programme}`} dir="auto">
              {ofProgramme[0]?.programmeName}
            </h2>
            <Link href={`/staff/scorecards/${programme}`}>{EVALUATOR_TEXTS.scorecard}</Link>
            <Link href={`/staff/scorecards/${programme}/mentoring`}>{FIGURES_TEXTS.link}</Link>
          </div>
          <ul className="cards">
            {ofProgramme.map((wave) => (
              <WaveRow key={wave.wave} wave={wave} chosen={chosen} onToggle={toggle} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function SurveysScreen() {
  const loading = useLoaded(loadSurveyWaves, "surveys");
  return (
    <Screen title={EVALUATOR_TEXTS.title}>
      <p>{EVALUATOR_TEXTS.intro}</p>
      <p>
        <Link href="/staff/planning">{EVALUATOR_TEXTS.plan}</Link>
      </p>
      <WhenLoaded loading={loading}>{(waves) => <Surveys waves={waves} />}</WhenLoaded>
    </Screen>
  );
}
