/** The coach's start: own coachees, those with a summary first. */
import { Link } from "wouter";
import { reportsApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { dateText, timeText } from "../ui/dates.ts";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COACH_TEXTS } from "../ui/texts/coach.ts";
import { useLoaded } from "../ui/use-loaded.ts";

async function loadCoachees() {
  const { coachees } = await answerOf(reportsApi.coach.subjects.$get());
  return coachees;
}

type Coachee = Awaited<ReturnType<typeof loadCoachees>>[number];

function progressText({ waveState, closesAt }: Coachee): string {
  return waveState === "open" && closesAt !== null
    ? COACH_TEXTS.openUntil(timeText(closesAt))
    : COACH_TEXTS.states[waveState];
}

function CoacheeCard({ coachee }: { readonly coachee: Coachee }) {
  const ready = coachee.waveState === "released";
  return (
    <li className="card">
      <div className="card-words">
        <h3 dir="auto">{coachee.name}</h3>
        <p dir="auto">{coachee.waveTitle}</p>
        <p className="hint">
          {ready && coachee.releasedAt !== null
            ? COACH_TEXTS.releasedOn(dateText(coachee.releasedAt))
            : progressText(coachee)}
        </p>
      </div>
      {ready && (
        <Link className="button" href={`/staff/waves/${coachee.wave}/reports/${coachee.subject}`}>
          {COACH_TEXTS.open(coachee.name)}
        </Link>
      )}
    </li>
  );
}

function CoacheeList({ title, coachees }: { readonly title: string; readonly coachees: readonly Coachee[] }) {
  if (coachees.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="cards">
        {coachees.map((coachee) => (
          <CoacheeCard key={`${coachee.wave} ${coachee.subject}`} coachee={coachee} />
        ))}
      </ul>
    </section>
  );
}

export function CoacheesScreen() {
  const loading = useLoaded(loadCoachees, "coachees");
  return (
    <Screen title={COACH_TEXTS.title}>
      <p>{COACH_TEXTS.intro}</p>
      <WhenLoaded loading={loading}>
        {(coachees) =>
          coachees.length === 0 ? (
            <div className="empty">
              <h2>{COACH_TEXTS.empty}</h2>
              <p>{COACH_TEXTS.emptyDetail}</p>
            </div>
          ) : (
            <>
              <CoacheeList
                title={COACH_TEXTS.readyList}
                coachees={coachees.filter((coachee) => coachee.waveState === "released")}
              />
              <CoacheeList
                title={COACH_TEXTS.waitingList}
                coachees={coachees.filter((coachee) => coachee.waveState !== "released")}
              />
            </>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
