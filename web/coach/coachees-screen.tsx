/** The coach's start: own coachees, those with a summary first; what is looked for stands in the address. */
import { useState } from "react";
import { Link, useLocation, useSearchParams } from "wouter";
import { reportsApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { dateText, timeText } from "../ui/dates.ts";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { submitting } from "../ui/submitting.ts";
import { TextField } from "../ui/text-field.tsx";
import { COACH_TEXTS } from "../ui/texts/coach.ts";
import { useLoaded } from "../ui/use-loaded.ts";

/** From this many on, a coach wants to search rather than scroll. */
const MANY = 9;

async function loadCoachees() {
  const { coachees } = await answerOf(reportsApi.coach.subjects.$get());
  return coachees;
}

type Coachee = Awaited<ReturnType<typeof loadCoachees>>[number];

function progressText({ waveState, closesAt, releasedAt }: Coachee): string {
  if (waveState === "released" && releasedAt !== null) return COACH_TEXTS.releasedOn(dateText(releasedAt));
  return waveState === "open" && closesAt !== null
    ? COACH_TEXTS.openUntil(timeText(closesAt))
    : COACH_TEXTS.states[waveState];
}

function CoacheeCard({ coachee }: { readonly coachee: Coachee }) {
  return (
    <li className="card">
      <div className="card-words">
        <h3 dir="auto">
          {coachee.waveState === "released" ? (
            <Link
              className="card-link"
              href={`/staff/waves/${coachee.wave}/reports/${coachee.subject}`}
              aria-label={COACH_TEXTS.open(coachee.name)}
            >
              {coachee.name}
            </Link>
          ) : (
            coachee.name
          )}
        </h3>
      </div>
    </li>
  );
}

/** ISO times, so that the newest is the greatest; what is not released yet has none. */
function newestFirst(a: Coachee, b: Coachee): number {
  const [one, other] = [a.releasedAt ?? "", b.releasedAt ?? ""];
  return one === other ? 0 : one < other ? 1 : -1;
}

/** Coachees of one wave stand together, the newest summaries first. */
function CoacheeList({ title, coachees }: { readonly title: string; readonly coachees: readonly Coachee[] }) {
  if (coachees.length === 0) return null;
  const waves = new Map(coachees.toSorted(newestFirst).map((coachee) => [coachee.wave, coachee]));
  const sorted = coachees.toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  return (
    <section>
      <h2>{title}</h2>
      {[...waves].map(([wave, anyOfWave]) => (
        <div className="coachees-of-wave" key={wave}>
          <p dir="auto">
            <strong>{anyOfWave.waveTitle}</strong> <span className="hint">{progressText(anyOfWave)}</span>
          </p>
          <ul className="cards cards-two">
            {sorted
              .filter((coachee) => coachee.wave === wave)
              .map((coachee) => (
                <CoacheeCard key={coachee.subject} coachee={coachee} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function CoacheeSearch({ search }: { readonly search: string }) {
  const [typed, setTyped] = useState(search);
  const [, go] = useLocation();
  const find = () => {
    const name = typed.trim();
    go(name === "" ? "/staff/coachees" : `/staff/coachees?${new URLSearchParams({ name })}`);
  };
  return (
    <search>
      <form className="search-form" onSubmit={submitting(find)}>
        <TextField label={COACH_TEXTS.search} type="search" value={typed} onChange={setTyped} />
        <button type="submit" className="button">
          {COACH_TEXTS.find}
        </button>
      </form>
    </search>
  );
}

function Coachees({ coachees }: { readonly coachees: readonly Coachee[] }) {
  const [query] = useSearchParams();
  const search = query.get("name") ?? "";
  if (coachees.length === 0) {
    return (
      <div className="empty">
        <h2>{COACH_TEXTS.empty}</h2>
        <p>{COACH_TEXTS.emptyDetail}</p>
      </div>
    );
  }
  const found = coachees.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()));
  const isReady = ({ waveState }: Coachee) => waveState === "released";
  return (
    <>
      {coachees.length >= MANY && <CoacheeSearch key={search} search={search} />}
      {found.length === 0 && <p role="status">{COACH_TEXTS.nobody}</p>}
      <CoacheeList title={COACH_TEXTS.readyList} coachees={found.filter(isReady)} />
      <CoacheeList title={COACH_TEXTS.waitingList} coachees={found.filter((coachee) => !isReady(coachee))} />
    </>
  );
}

export function CoacheesScreen() {
  const loading = useLoaded(loadCoachees, "coachees");
  return (
    <Screen title={COACH_TEXTS.title}>
      <p>{COACH_TEXTS.intro}</p>
      <WhenLoaded loading={loading}>{(coachees) => <Coachees coachees={coachees} />}</WhenLoaded>
    </Screen>
  );
}
