/** The highest and the lowest items, ranked by all others, with ties. */
import type { HighlightRow, Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { FigureCell } from "./figure-table.tsx";

function Ranking({
  title,
  rows,
  minimum,
}: {
  title: string;
  rows: readonly HighlightRow[];
  minimum: number;
}) {
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
                <th scope="row">{inEnglish(row.label)}</th>
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
  const minimum = report.policy.minimumGroupSize;
  return (
    <section className="report-section" aria-labelledby="highlights">
      <h2 id="highlights">{REPORT_TEXTS.highlights}</h2>
      <p className="hint">{REPORT_TEXTS.highlightsIntro}</p>
      <div className="rankings">
        <Ranking title={REPORT_TEXTS.highest} rows={report.highest} minimum={minimum} />
        <Ranking title={REPORT_TEXTS.lowest} rows={report.lowest} minimum={minimum} />
      </div>
    </section>
  );
}
