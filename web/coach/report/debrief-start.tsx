/** What a coach needs five minutes before the debrief: three strengths, the largest gaps, cautions. */
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS, verdictWords } from "../../ui/texts/coach-report.ts";
import { cautions } from "./cautions.ts";
import { FigureCell } from "./figure-table.tsx";
import { figureText, gapText } from "./figure-text.ts";
import { firstOfRanking, type GapLine, gapLines, isNotable, turnedItems } from "./report-rows.ts";
import type { ReportSheet } from "./report-sheet.ts";

const FIRST = 3;

function Strengths({ sheet }: { readonly sheet: ReportSheet }) {
  const { first, tied } = firstOfRanking(sheet.report.highest, FIRST);
  const minimum = sheet.report.policy.minimumGroupSize;
  const turned = turnedItems(sheet.report);
  return (
    <div className="start-part">
      <h3>{REPORT_TEXTS.strengths}</h3>
      {first.length === 0 && <p>{REPORT_TEXTS.strengthsNone}</p>}
      <ol>
        {first.map((row) => (
          <li key={row.code}>
            {inEnglish(row.label)} <FigureCell cell={row.value} minimum={minimum} />
            {turned.has(row.code) && <span className="hint start-detail">{REPORT_TEXTS.turnedShort}</span>}
          </li>
        ))}
      </ol>
      {tied > 0 && <p className="hint">{REPORT_TEXTS.strengthsTied(tied)}</p>}
    </div>
  );
}

function gapsMissing(askedSelf: boolean, anyShown: boolean): string {
  if (!askedSelf) return REPORT_TEXTS.gapsNoSelf;
  return anyShown ? REPORT_TEXTS.gapsNone : REPORT_TEXTS.gapsNotShown;
}

function gapDetail(line: GapLine): string {
  if (line.self === undefined || line.others === undefined || line.n === undefined) return "";
  return REPORT_TEXTS.gapLine(figureText(line.self), figureText(line.others), line.n);
}

function LargestGaps({ sheet }: { readonly sheet: ReportSheet }) {
  const lines = gapLines(sheet.report, "dimension");
  const notable = lines.filter(isNotable).slice(0, FIRST);
  const anyShown = lines.some((line) => line.gap.gap.shown);
  return (
    <div className="start-part">
      <h3>{REPORT_TEXTS.largestGaps}</h3>
      {notable.length === 0 && <p>{gapsMissing(sheet.report.gaps.rows.length > 0, anyShown)}</p>}
      <ul>
        {notable.map((line) => (
          <li key={line.gap.code}>
            <a href={`#dimension-${line.gap.code}`}>{inEnglish(line.gap.label)}</a>{" "}
            <strong>{line.gap.gap.shown ? gapText(line.gap.gap.value, line.gap.bound) : ""}</strong>{" "}
            <span className={`verdict verdict-${line.gap.verdict}`}>{verdictWords(line.gap)}</span>
            <span className="hint start-detail">{gapDetail(line)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function DebriefStart({ sheet }: { readonly sheet: ReportSheet }) {
  const sentences = cautions(sheet);
  return (
    <section className="headline" aria-labelledby="start">
      <h2 id="start">{REPORT_TEXTS.start}</h2>
      <div className="start-parts">
        <Strengths sheet={sheet} />
        <LargestGaps sheet={sheet} />
        <div className="start-part">
          <h3>{REPORT_TEXTS.cautions}</h3>
          {sentences.length === 0 && <p>{REPORT_TEXTS.noCautions}</p>}
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
