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

type PersonalLink = Awaited<ReturnType<typeof loadOverview>>["mentoring"][number];

/** Mentees and mentors with a page of their own. */
function MentoringLinks({ links }: { readonly links: readonly PersonalLink[] }) {
  const texts = DEMO_TEXTS.mentoring;
  if (links.length === 0) return null;
  return (
    <section>
      <h2>{texts.title}</h2>
      <p>{texts.intro}</p>
      <ul className="cards">
        {links.map(({ name, side, round, link }) => (
          <li className="card" key={`${link} ${side}`}>
            <div className="card-words">
              <h3 dir="auto">{name}</h3>
              <p className="hint" dir="auto">
                {texts.sides[side]}. {round}
              </p>
            </div>
            <a className="button" href={link}>
              {texts.open(name)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function DemoRatersScreen() {
  const loading = useLoaded(loadOverview, "overview");
  const texts = DEMO_TEXTS.raters;
  return (
    <Screen title={texts.title}>
      <p>{texts.intro}</p>
      <WhenLoaded loading={loading}>
        {({ raters, mentoring }) => (
          <>
            {raters.length === 0 ? (
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
            )}
            <MentoringLinks links={mentoring} />
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
