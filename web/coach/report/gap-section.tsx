/** How self and others differ: every dimension by size of gap, then the items the named rule points at. */
import type { Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS, verdictWords } from "../../ui/texts/coach-report.ts";
import { SHORT_REASONS } from "../../ui/texts/suppression.ts";
import { ScaleNumbers } from "./chart-grid.tsx";
import { ALL_OTHERS, MarkSign } from "./chart-mark.tsx";
import { figureText, gapText } from "./figure-text.ts";
import { GapChart } from "./gap-chart.tsx";
import { type GapLine, gapLines, isNotable, turnedItems } from "./report-rows.ts";

const ITEMS_SHOWN = 8;

function gapWords(line: GapLine, minimum: number): string {
  return line.gap.gap.shown
    ? gapText(line.gap.gap.value, line.gap.bound)
    : SHORT_REASONS[line.gap.gap.reason](minimum);
}

interface GapTableProps {
  readonly caption: string;
  readonly lines: readonly GapLine[];
  readonly turned: ReadonlySet<string>;
  readonly minimum: number;
}

function GapTable({ caption, lines, turned, minimum }: GapTableProps) {
  return (
    <table className="gap-table">
      <caption className="reader-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="gap-name">
            <span className="reader-only">{REPORT_TEXTS.dimension}</span>
          </th>
          <th scope="col" className="gap-chart">
            <span className="reader-only">{REPORT_TEXTS.figures}</span>
            <ScaleNumbers points={lines[0]?.points ?? 5} />
          </th>
          <th scope="col">
            <MarkSign code="self" /> {REPORT_TEXTS.self}
          </th>
          <th scope="col">
            <MarkSign code={ALL_OTHERS} /> {REPORT_TEXTS.others}
          </th>
          <th scope="col">{REPORT_TEXTS.gap}</th>
          <th scope="col">{REPORT_TEXTS.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.gap.code}>
            <th scope="row" className="gap-name">
              {inEnglish(line.gap.label)}
              {turned.has(line.gap.code) && <span className="hint turned"> {REPORT_TEXTS.turnedShort}</span>}
            </th>
            <td className="gap-chart">
              <GapChart
                sentence={REPORT_TEXTS.gapsSentence(
                  inEnglish(line.gap.label),
                  gapWords(line, minimum),
                  verdictWords(line.gap),
                )}
                points={line.points}
                self={line.self}
                others={line.others}
              />
            </td>
            <td data-head={REPORT_TEXTS.self}>
              {line.self === undefined ? "–" : figureText(line.self)}{" "}
              {line.selfN !== undefined && <span className="figure-count">{REPORT_TEXTS.n(line.selfN)}</span>}
            </td>
            <td data-head={REPORT_TEXTS.others}>
              {line.others === undefined ? "–" : figureText(line.others)}{" "}
              {line.n !== undefined && <span className="figure-count">{REPORT_TEXTS.n(line.n)}</span>}
            </td>
            <td data-head={REPORT_TEXTS.gap} className="gap-figure">
              {gapWords(line, minimum)}
            </td>
            <td data-head={REPORT_TEXTS.verdict}>
              <span className={`verdict verdict-${line.gap.verdict}`}>{verdictWords(line.gap)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function GapSection({ report }: { readonly report: Report360 }) {
  const own = { minimum: report.policy.minimumGroupSize, turned: turnedItems(report) };
  const dimensions = gapLines(report, "dimension");
  const items = gapLines(report, "item").filter(isNotable).slice(0, ITEMS_SHOWN);
  if (report.gaps.rows.length === 0) {
    return (
      <section className="report-section" aria-labelledby="gaps">
        <h2 id="gaps">{REPORT_TEXTS.gaps}</h2>
        <p>{REPORT_TEXTS.gapsNoSelf}</p>
      </section>
    );
  }
  return (
    <section className="report-section" aria-labelledby="gaps">
      <h2 id="gaps">{REPORT_TEXTS.gaps}</h2>
      <p className="hint">{REPORT_TEXTS.gapsIntro(report.gaps.rule)}</p>
      <details className="rule-behind">
        <summary>{REPORT_TEXTS.gapsRule}</summary>
        <p className="hint">{report.gaps.source}</p>
      </details>
      <GapTable caption={REPORT_TEXTS.gapsTable} lines={dimensions} {...own} />
      <h3>{REPORT_TEXTS.gapsItems}</h3>
      {items.length === 0 ? (
        <p>{REPORT_TEXTS.gapsNoItems}</p>
      ) : (
        <GapTable caption={REPORT_TEXTS.gapsItems} lines={items} {...own} />
      )}
    </section>
  );
}
