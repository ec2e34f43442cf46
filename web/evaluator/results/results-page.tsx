/** The results of one wave, from top to bottom: pure, so that it prints and tests without a server. */
import { Link } from "wouter";
import { besideSentences } from "../../../analysis/staff-tables/beside-words.ts";
import { dateText } from "../../ui/dates.ts";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { PageContents } from "../../ui/page-contents.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { usePrintsUnfolded } from "../../ui/use-prints-unfolded.ts";
import type { WaveTables } from "../evaluator-api.ts";
import { answeredText } from "../figures/answered-text.ts";
import { FileLinks } from "../figures/file-links.tsx";
import { ChoicesSection } from "./choices-section.tsx";
import { CommentsSection } from "./comments-section.tsx";
import { CutSection } from "./cut-section.tsx";
import { ItemsSection } from "./items-section.tsx";
import { isNothingShown } from "./nothing-shown.ts";
import { ResponseSection } from "./response-section.tsx";
import { ThemesSection } from "./themes-section.tsx";

const TEXTS = EVALUATOR_TEXTS.results;

function ResultsFacts({ sheet }: { readonly sheet: WaveTables }) {
  const { survey } = sheet.tables;
  return (
    <dl className="facts">
      <div>
        <dt>{TEXTS.programme}</dt>
        <dd dir="auto">{sheet.programmeName}</dd>
      </div>
      <div>
        <dt>{TEXTS.survey}</dt>
        <dd>
          {survey.title} {survey.version}
        </dd>
      </div>
      {sheet.closedAt !== null && (
        <div>
          <dt>{TEXTS.closed}</dt>
          <dd>{dateText(sheet.closedAt)}</dd>
        </div>
      )}
      <div>
        <dt>{TEXTS.answered}</dt>
        <dd>{answeredText(sheet.tables)}</dd>
      </div>
    </dl>
  );
}

function cutsText({ tables }: WaveTables, cuts: readonly (readonly string[])[]): string {
  if (cuts.length === 0) return TEXTS.everybodyOnly;
  const names = new Map(tables.cuts.map(({ codes, label }) => [codes.join("+"), label]));
  return cuts.map((codes) => names.get(codes.join("+")) ?? codes.join(" × ")).join("; ");
}

/** By which a reader may check that people were promised what these results keep. */
function Provenance({ sheet }: { readonly sheet: WaveTables }) {
  return (
    <details className="provenance">
      <summary>{TEXTS.provenance}</summary>
      <dl>
        <dt>{TEXTS.fingerprint}</dt>
        <dd>
          <span className="fingerprint-words">{sheet.fingerprint}</span>{" "}
          <span className="hint">{TEXTS.fingerprintHint}</span>
        </dd>
        <dt>{TEXTS.dataset}</dt>
        <dd>
          <code>{sheet.datasetHash}</code>
        </dd>
        <dt>{TEXTS.release}</dt>
        <dd>
          {sheet.releases.map(({ number, cuts, refused }) => (
            <p key={number}>
              {number === sheet.release || refused !== undefined ? (
                TEXTS.releaseOf(number, cutsText(sheet, cuts))
              ) : (
                <Link href={`/staff/surveys/${sheet.wave}?release=${number}`}>
                  {TEXTS.releaseOf(number, cutsText(sheet, cuts))}
                </Link>
              )}
              {refused !== undefined && <span className="hint"> {refused}</span>}
            </p>
          ))}
        </dd>
      </dl>
    </details>
  );
}

function contentsOf({ tables }: WaveTables): readonly { readonly id: string; readonly title: string }[] {
  const cuts = tables.scales.length === 0 ? [] : tables.cuts;
  return [
    { id: "overview", title: TEXTS.overview },
    { id: "response", title: TEXTS.response },
    ...cuts.map(({ label }, place) => ({ id: `cut-${place}`, title: TEXTS.cuts(label) })),
    { id: "items", title: TEXTS.items },
    { id: "choices", title: TEXTS.choices },
    ...((tables.comments ?? []).length === 0 ? [] : [{ id: "comments", title: TEXTS.comments.title }]),
  ];
}

function Figures({ sheet }: { readonly sheet: WaveTables }) {
  const { tables } = sheet;
  return (
    <>
      {tables.method === "fallback" && <p className="notice notice-caution">{TEXTS.fallback}</p>}
      {besideSentences(tables).map((sentence) => (
        <p key={sentence} className="notice notice-caution">
          {sentence}
        </p>
      ))}
      <PageContents parts={contentsOf(sheet)} label={TEXTS.contents} />
      <ThemesSection tables={tables} />
      <ResponseSection tables={tables} />
      {tables.cuts.map((cut, place) => (
        <CutSection key={cut.codes.join("+")} tables={tables} place={place} />
      ))}
      <ItemsSection tables={tables} />
      <ChoicesSection tables={tables} />
      <CommentsSection tables={tables} />
      <FileLinks address={`/api/waves/${sheet.wave}/files/`} query={`?release=${sheet.release}`} />
    </>
  );
}

export function ResultsPage({ sheet }: { readonly sheet: WaveTables }) {
  usePrintsUnfolded(".results");
  const { tables } = sheet;
  return (
    <article className="results">
      <HatchDefinition />
      <ResultsFacts sheet={sheet} />
      <div className="screen-actions screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
        <Link className="button" href={`/staff/surveys?waves=${sheet.wave}`}>
          {TEXTS.compareLink}
        </Link>
        <Link href={`/staff/surveys/${sheet.wave}/rules`}>{TEXTS.rules}</Link>
      </div>
      {isNothingShown(tables) ? (
        <p className="notice">{TEXTS.nothingShown(tables.minimum)}</p>
      ) : (
        <Figures sheet={sheet} />
      )}
      <Provenance sheet={sheet} />
    </article>
  );
}
