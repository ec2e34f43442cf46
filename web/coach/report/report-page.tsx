/** The coach's summary of one subject, from top to bottom: pure, so that it prints and tests without a server. */
import { useEffect, useRef } from "react";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { inEnglish } from "../../ui/localised.ts";
import { PageContents } from "../../ui/page-contents.tsx";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { UI_TEXTS } from "../../ui/texts/ui.ts";
import { usePrintsUnfolded } from "../../ui/use-prints-unfolded.ts";
import { CommentSection } from "./comment-section.tsx";
import { DebriefStart } from "./debrief-start.tsx";
import { DimensionsSection } from "./dimension-section.tsx";
import { GapSection } from "./gap-section.tsx";
import { HighlightSection } from "./highlight-section.tsx";
import { OverviewSection } from "./overview-section.tsx";
import { turnout } from "./report-rows.ts";
import type { ReportSheet } from "./report-sheet.ts";
import { ResponseSection } from "./response-section.tsx";
import "../../ui/page-parts.css";
import "./report.css";
import "./report-charts.css";
import "./report-print.css";

function answeredText(sheet: ReportSheet): string {
  const { invited, received } = turnout(sheet.report);
  return REPORT_TEXTS.answeredOf(received, invited);
}

function ReportHeader({ sheet }: { readonly sheet: ReportSheet }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${REPORT_TEXTS.documentTitle(sheet.subjectName)} – ${UI_TEXTS.product}`;
    heading.current?.focus();
  }, [sheet.subjectName]);
  return (
    <header className="report-header">
      <h1 ref={heading} tabIndex={-1} dir="auto">
        {REPORT_TEXTS.title(sheet.subjectName)}
      </h1>
      <dl className="facts">
        <div>
          <dt>{REPORT_TEXTS.wave}</dt>
          <dd dir="auto">{sheet.waveTitle}</dd>
        </div>
        <div>
          <dt>{REPORT_TEXTS.coach}</dt>
          <dd dir="auto">{sheet.coachName}</dd>
        </div>
        <div>
          <dt>{REPORT_TEXTS.answered}</dt>
          <dd>{answeredText(sheet)}</dd>
        </div>
        <div>
          <dt>{REPORT_TEXTS.survey}</dt>
          <dd>
            {inEnglish(sheet.report.survey.title)} {sheet.report.survey.version}
          </dd>
        </div>
      </dl>
      <Provenance sheet={sheet} />
      <button type="button" className="button print-button" onClick={() => window.print()}>
        {REPORT_TEXTS.print}
      </button>
    </header>
  );
}

const SECTIONS = [
  { id: "responses", title: REPORT_TEXTS.responses },
  { id: "overview", title: REPORT_TEXTS.overview },
  { id: "gaps", title: REPORT_TEXTS.gaps },
  { id: "highlights", title: REPORT_TEXTS.highlights },
  { id: "dimensions", title: REPORT_TEXTS.dimensions },
  { id: "comments", title: REPORT_TEXTS.comments },
  { id: "notes", title: REPORT_TEXTS.notes },
] as const;

/** By which a reader may check that raters were promised what this report keeps. */
function Provenance({ sheet }: { readonly sheet: ReportSheet }) {
  return (
    <details className="provenance">
      <summary>{REPORT_TEXTS.provenance}</summary>
      <dl>
        <dt>{REPORT_TEXTS.fingerprint}</dt>
        <dd>
          <span className="fingerprint-words">{sheet.fingerprint}</span>
          <span className="hint"> {REPORT_TEXTS.fingerprintHint}</span>
        </dd>
        <dt>{REPORT_TEXTS.dataset}</dt>
        <dd>
          <code>{sheet.datasetHash}</code>
        </dd>
      </dl>
    </details>
  );
}

function NotesSection({ sheet }: { readonly sheet: ReportSheet }) {
  const { minimumGroupSize, minimumComments } = sheet.report.policy;
  return (
    <section className="report-section report-notes" aria-labelledby="notes">
      <h2 id="notes">{REPORT_TEXTS.notes}</h2>
      <ul>
        <li>{REPORT_TEXTS.policySentence(minimumGroupSize, minimumComments)}</li>
        <li>{REPORT_TEXTS.boundSentence}</li>
        <li>{REPORT_TEXTS.meansSentence}</li>
      </ul>
    </section>
  );
}

export function ReportPage({ sheet }: { readonly sheet: ReportSheet }) {
  usePrintsUnfolded(".report");
  return (
    <article className="report">
      <HatchDefinition />
      <ReportHeader sheet={sheet} />
      <DebriefStart sheet={sheet} />
      <PageContents label={REPORT_TEXTS.contents} parts={SECTIONS} />
      <ResponseSection report={sheet.report} />
      <OverviewSection report={sheet.report} />
      <GapSection report={sheet.report} />
      <HighlightSection report={sheet.report} />
      <DimensionsSection report={sheet.report} />
      <CommentSection report={sheet.report} />
      <NotesSection sheet={sheet} />
    </article>
  );
}
