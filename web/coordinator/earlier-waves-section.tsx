/** What other waves of nearly the same people mean for this one: before it is opened, and afterwards. */
import { wavesApi } from "../ui/api.ts";
import { answerOf } from "../ui/ask.ts";
import { WhenLoaded } from "../ui/screen.tsx";
import { EARLIER_WAVES_TEXTS as TEXTS } from "../ui/texts/earlier-waves.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import type { Wave } from "./load-wave.ts";

const MOST_SHOWN = 20;

export function EarlierWavesSection({ wave }: { readonly wave: Wave }) {
  const loading = useLoaded(
    () => answerOf(wavesApi[":wave"].ledger.$get({ param: { wave: wave.id } })),
    `${wave.id} ${wave.state} ${wave.invitations}`,
  );
  return (
    <section aria-labelledby="earlier-waves">
      <h2 id="earlier-waves">{TEXTS.title}</h2>
      <WhenLoaded loading={loading}>
        {({ standings, openFrom }) => {
          if (standings.length === 0) return <p className="hint">{TEXTS.none}</p>;
          const refused = wave.state === "draft" && standings.some(({ standing }) => standing === "refused");
          return (
            <div className={refused ? "notice notice-caution" : undefined}>
              <p>{TEXTS.intro}</p>
              <ul className="problem-list">
                {standings.slice(0, MOST_SHOWN).map((told) => (
                  <li key={JSON.stringify([told.earlier, told.about, told.groups, told.joined, told.left])}>
                    {TEXTS.line(told)}
                  </li>
                ))}
                {standings.length > MOST_SHOWN && <li>{TEXTS.more(standings.length - MOST_SHOWN)}</li>}
              </ul>
              {refused && <p>{openFrom === null ? TEXTS.openLater : TEXTS.openFrom(openFrom)}</p>}
            </div>
          );
        }}
      </WhenLoaded>
    </section>
  );
}
