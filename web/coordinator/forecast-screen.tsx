/** Before a staff survey opens: which of its groups will probably be shown, at the response that is expected. */
import { useId } from "react";
import { Link, useSearchParams } from "wouter";
import { Screen, WhenLoaded } from "../ui/screen.tsx";
import { TableHead } from "../ui/table-head.tsx";
import { COORDINATOR_TEXTS } from "../ui/texts/coordinator.ts";
import { SURVEY_TEXTS } from "../ui/texts/coordinator-surveys.ts";
import { useLoaded } from "../ui/use-loaded.ts";
import { type CutForecast, loadForecast, summaryOf, USUAL_RESPONSE } from "./load-forecast.ts";
import { loadWave } from "./load-wave.ts";
import { NothingShown } from "./nothing-shown.tsx";

const TEXTS = SURVEY_TEXTS.forecast;
/** A mistyped response is the usual one. */
function readResponse(text: string | null): number {
  const number = Number(text ?? USUAL_RESPONSE);
  return Number.isInteger(number) && number >= 1 && number <= 100 ? number : USUAL_RESPONSE;
}

function probabilityText(probability: number | null): string {
  if (probability === null) return "–";
  if (probability > 0.99) return TEXTS.nearlyCertain;
  return probability < 0.01 ? TEXTS.nearlyNever : `${Math.round(probability * 100)} %`;
}

const MARKS = {
  "probably-exact": "✓",
  "probably-bounds": "↔",
  "probably-too-few": "✕",
  unknown: "?",
} as const;

function CutTable({ cut }: { readonly cut: CutForecast }) {
  return (
    <section>
      <h2>{cut.label}</h2>
      <p>{summaryOf(cut)}</p>
      <table className="list list-stack">
        <caption className="reader-only">{cut.label}</caption>
        <TableHead
          columns={[
            TEXTS.group,
            TEXTS.headcount,
            TEXTS.expected,
            TEXTS.probability,
            TEXTS.exact,
            TEXTS.outcome,
          ]}
        />
        <tbody>
          {cut.categories.map(({ category, label, headcount, expected, probability, exact, outcome }) => (
            <tr key={category}>
              <th scope="row">{label}</th>
              <td data-head={TEXTS.headcount}>{headcount ?? TEXTS.notKnown}</td>
              <td data-head={TEXTS.expected}>{expected === null ? "–" : Math.round(expected)}</td>
              <td data-head={TEXTS.probability}>{probabilityText(probability)}</td>
              <td data-head={TEXTS.exact}>{probabilityText(exact)}</td>
              <td data-head={TEXTS.outcome}>
                <span aria-hidden="true">{MARKS[outcome]}</span> {TEXTS.outcomes[outcome]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ResponseField({ response }: { readonly response: number }) {
  const id = useId();
  const [, setSearch] = useSearchParams();
  return (
    <div className="field response-field">
      <label htmlFor={id}>{TEXTS.response}</label>
      <input
        id={id}
        className="input"
        type="number"
        min={1}
        max={100}
        defaultValue={response}
        onChange={(event) => {
          const typed = Number(event.target.value);
          if (readResponse(event.target.value) === typed)
            setSearch({ response: String(typed) }, { replace: true });
        }}
      />
      <p className="hint">{TEXTS.responseHint}</p>
    </div>
  );
}

async function loadScreen(wave: string, response: number) {
  const [forecast, { raters }] = await Promise.all([loadForecast(wave, response), loadWave(wave)]);
  return { forecast, invited: raters };
}

export function ForecastScreen({ wave }: { readonly wave: string }) {
  const [search] = useSearchParams();
  const response = readResponse(search.get("response"));
  const loading = useLoaded(() => loadScreen(wave, response), `${wave} ${response}`);
  return (
    <Screen title={TEXTS.title} up={{ href: `/staff/waves/${wave}`, label: COORDINATOR_TEXTS.wave.back }}>
      <p>{TEXTS.intro}</p>
      <ResponseField response={response} />
      <WhenLoaded loading={loading}>
        {({ forecast, invited }) => (
          <>
            <NothingShown invited={invited} response={response} minimum={forecast.minimum} />
            <p className="hint">
              {TEXTS.rests(forecast.minimum, TEXTS.sources[forecast.source])}{" "}
              <Link href={`/staff/waves/${wave}/headcounts`}>{SURVEY_TEXTS.headcounts.title}</Link>
            </p>
            {forecast.cuts.map((cut) => (
              <CutTable key={cut.codes.join("+")} cut={cut} />
            ))}
            <p className="hint">{[...forecast.notes, TEXTS.method].join(" ")}</p>
          </>
        )}
      </WhenLoaded>
    </Screen>
  );
}
