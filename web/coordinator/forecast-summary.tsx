/** Before opening, in a sentence a question: how many of its groups will probably be shown. */
import { Link } from "wouter";
import { WhenLoaded } from "../ui/screen.tsx";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { loadForecast, summaryOf, USUAL_RESPONSE } from "./load-forecast.ts";

export function ForecastSummary({ wave }: { readonly wave: string }) {
  const loading = useLoaded(() => loadForecast(wave, USUAL_RESPONSE), wave);
  return (
    <section className="notice" aria-labelledby="forecast">
      <h2 id="forecast">{SURVEY_TEXTS.forecast.title}</h2>
      <WhenLoaded loading={loading}>
        {({ cuts, response }) => (
          <>
            <p>{SURVEY_TEXTS.forecast.at(response)}</p>
            <ul>
              {cuts.map((cut) => (
                <li key={cut.codes.join("+")}>
                  <strong>{cut.label}</strong> {summaryOf(cut)}
                </li>
              ))}
            </ul>
          </>
        )}
      </WhenLoaded>
      <p>
        <Link href={`/staff/waves/${wave}/forecast`}>{SURVEY_TEXTS.forecast.look}</Link>
      </p>
    </section>
  );
}
