/** The highest and the lowest items, ranked by all others, with ties. */
import type { HighlightRow, Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { FigureCell } from "./figure-table.tsx";
import { turnedItems } from "./report-rows.ts";

interface RankingProps {
  readonly title: string;
  readonly rows: readonly HighlightRow[];
  readonly turned: ReadonlySet<string>;
  /** Read beside the words of a turned item. */
  readonly turnedText: string;
  readonly minimum: number;
}

function Ranking({ title, rows, turned, turnedText, minimum }: RankingProps) {
  const tied = (rank: number) => rows.filter((row) => row.rank === rank).length > 1;
  return (
    <div className="ranking">
      <h3>{title}</h3>
      {rows.length === 0 ? (
        <p>{REPORT_TEXTS.noHighlights}</p>
      ) : (
        <table>
          <caption className="reader-only">{title}</caption>
          <thead className="reader-only">
            <tr>
              <th scope="col">{REPORT_TEXTS.rank}</th>
              <th scope="col">{REPORT_TEXTS.item}</th>
              <th scope="col">{REPORT_TEXTS.others}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <td className="rank">{tied(row.rank) ? REPORT_TEXTS.rankTied(row.rank) : row.rank}</td>
                <th scope="row">
                  {inEnglish(row.label)}
                  {turned.has(row.code) && <span className="hint turned"> {turnedText}</span>}
                </th>
                <td>
                  <FigureCell cell={row.value} minimum={minimum} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

export function HighlightSection({ report }: { readonly report: Report360 }) {
  const own = { minimum: report.policy.minimumGroupSize, turned: turnedItems(report) };
  return (
    <section className="report-section" aria-labelledby="highlights">
      <h2 id="highlights">{REPORT_TEXTS.highlights}</h2>
      <p className="hint">{REPORT_TEXTS.highlightsIntro}</p>
      <div className="rankings">
        <Ranking
          title={REPORT_TEXTS.highest}
          rows={report.highest}
          turnedText={REPORT_TEXTS.turnedShort}
          {...own}
        />
        <Ranking
          title={REPORT_TEXTS.lowest}
          rows={report.lowest}
          turnedText={REPORT_TEXTS.turnedLow}
          {...own}
        />
      </div>
    </section>
  );
}
