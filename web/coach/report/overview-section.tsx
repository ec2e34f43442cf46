/** All dimensions at a glance: one strip a dimension, self and others beside it. */
import type { Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { ScaleNumbers } from "./chart-grid.tsx";
import { FigureTable } from "./figure-table.tsx";
import { MarkLegend } from "./mark-legend.tsx";
import { endsOfScale, pointsOfItems } from "./scale-of-report.ts";
import { StripChart } from "./strip-chart.tsx";

export function OverviewSection({ report }: { readonly report: Report360 }) {
  const points = pointsOfItems(report, report.dimensions[0]?.items ?? []);
  const ends = endsOfScale(report);
  return (
    <section className="report-section" aria-labelledby="overview">
      <h2 id="overview">{REPORT_TEXTS.overview}</h2>
      <p className="hint">{REPORT_TEXTS.overviewIntro}</p>
      <figure className="chart">
        <MarkLegend blocks={report.blocks} />
        <div className="overview-row overview-head" aria-hidden="true">
          <span />
          <ScaleNumbers points={points} />
        </div>
        {report.dimensions.map((row) => (
          <div className="overview-row" key={row.code}>
            <a className="overview-label" href={`#dimension-${row.code}`}>
              {inEnglish(row.label)}
            </a>
            <StripChart row={row} blocks={report.blocks} points={pointsOfItems(report, row.items)} />
          </div>
        ))}
        {ends !== undefined && (
          <div className="overview-row overview-foot">
            <span />
            <p className="scale-ends hint">
              <span>{ends.low}</span>
              <span>{ends.high}</span>
            </p>
          </div>
        )}
      </figure>
      <details className="table-behind">
        <summary>{REPORT_TEXTS.overviewTable}</summary>
        <FigureTable
          caption={REPORT_TEXTS.overview}
          head={REPORT_TEXTS.dimension}
          rows={report.dimensions}
          blocks={report.blocks}
          minimum={report.policy.minimumGroupSize}
        />
      </details>
    </section>
  );
}
