/** The line-up of the demo's raters who have not sent yet, each with the link of their mail. */
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { useLoaded } from "../ui/use-loaded.ts";
import { loadOverview } from "./demo-api.ts";
import { DEMO_TEXTS } from "./texts-en.ts";

type Rater = Awaited<ReturnType<typeof loadOverview>>["raters"][number];

function RaterCard({ rater }: { readonly rater: Rater }) {
  const texts = DEMO_TEXTS.raters;
  return (
    <li className="card">
      <div className="card-words">
        <h2 dir="auto">{rater.name}</h2>
        <p dir="auto">{rater.wave}</p>
        <p className="hint" dir="auto">
          {texts.about} {rater.about.join(", ")}
        </p>
      </div>
      <a className="button" href={rater.link}>
        {texts.open(rater.name)}
      </a>
    </li>
  );
}

export function DemoRatersScreen() {
  const loading = useLoaded(loadOverview, "overview");
  const texts = DEMO_TEXTS.raters;
  return (
    <Screen title={texts.title}>
      <p>{texts.intro}</p>
      <WhenLoaded loading={loading}>
        {({ raters }) =>
          raters.length === 0 ? (
            <div className="empty">
              <h2>{texts.none}</h2>
              <p>{texts.noneDetail}</p>
            </div>
          ) : (
            <ul className="cards">
              {raters.map((rater) => (
                <RaterCard key={rater.link} rater={rater} />
              ))}
            </ul>
          )
        }
      </WhenLoaded>
    </Screen>
  );
}
