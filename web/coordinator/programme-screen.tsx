/** One programme: its waves, those under way first. */
import { Link } from "wouter";
import { programmesApi } from "../ui/api.ts";
import { answerOf, Refusal } from "../ui/ask.ts";
import { dateText, timeText } from "../ui/dates.ts";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { STATED_TEXTS } from "../ui/texts/stated-facts.ts";
import { UI_TEXTS } from "../ui/texts/ui.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { WaveStateMark } from "./wave-state-mark.tsx";

const TEXTS = COORDINATOR_TEXTS.programme;

async function loadProgramme(programme: string) {
  const [{ programmes }, { waves }] = await Promise.all([
    answerOf(programmesApi.$get()),
    answerOf(programmesApi[":programme"].waves.$get({ param: { programme } })),
  ]);
  const found = programmes.find((one) => one.id === programme);
  if (found === undefined) {
    const { title, detail } = UI_TEXTS.notFound;
    throw new Refusal({ code: "not-found", title, detail, problems: [] });
  }
  return { name: found.name, waves };
}

type Wave = Awaited<ReturnType<typeof loadProgramme>>["waves"][number];

function timeOf(wave: Wave): string {
  if (wave.releasedAt !== null) return TEXTS.releasedOn(dateText(wave.releasedAt));
  if (wave.closedAt !== null) return TEXTS.closedOn(dateText(wave.closedAt));
  return wave.closesAt === null ? TEXTS.noClosing : TEXTS.closesOn(timeText(wave.closesAt));
}

const ORDER: readonly Wave["state"][] = ["open", "closing", "closed", "releasing", "draft", "released"];

function WaveList({ waves }: { readonly waves: readonly Wave[] }) {
  const sorted = waves.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <ul className="cards">
      {sorted.map((wave) => (
        <li className="card" key={wave.id}>
          <div className="card-words">
            <h3 dir="auto">
              <Link href={`/staff/waves/${wave.id}`}>{wave.title}</Link>
            </h3>
            <p className="hint">
              {COORDINATOR_TEXTS.kinds[wave.kind]}. {timeOf(wave)}
            </p>
          </div>
          <WaveStateMark state={wave.state} />
        </li>
      ))}
    </ul>
  );
}

export function ProgrammeScreen({ programme }: { readonly programme: string }) {
  const loading = useLoaded(() => loadProgramme(programme), programme);
  const newWave = (
    <Link className="button button-primary" href={`/staff/programmes/${programme}/new-wave`}>
      {TEXTS.newWave}
    </Link>
  );
  const name = loading.loaded.state === "loaded" ? loading.loaded.value.name : TEXTS.waves;
  return (
    <Screen title={name} up={{ href: "/staff/programmes", label: TEXTS.up }}>
      <WhenLoaded loading={loading}>
        {({ waves }) => (
          <section>
            <h2>{TEXTS.waves}</h2>
            <p className="hint">{TEXTS.wavesIntro}</p>
            {waves.length === 0 ? (
              <div className="empty">
                <h3>{TEXTS.empty}</h3>
                <p>{TEXTS.emptyDetail}</p>
                {newWave}
              </div>
            ) : (
              <>
                <div className="screen-actions">
                  {newWave}
                  {waves.some(({ kind, state }) => kind === "staff-survey" && state !== "draft") && (
                    <Link className="button" href={`/staff/programmes/${programme}/renamed`}>
                      {STATED_TEXTS.renamed.title}
                    </Link>
                  )}
                </div>
                <WaveList waves={waves} />
              </>
            )}
          </section>
        )}
      </WhenLoaded>
    </Screen>
  );
}
