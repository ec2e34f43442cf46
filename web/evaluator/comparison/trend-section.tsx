/** The themes over three waves or more, and the table behind their charts. */
import { digitsOf } from "../../../analysis/number-text.ts";
import type { StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { ChangeFigure, MeanFigure } from "./change-figures.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { CourseWord } from "./course-word.tsx";
import { TrendChart } from "./trend-chart.tsx";

const TEXTS = COMPARISON_TEXTS;
/** Two waves have no course between them that the change chart would not show. */
const FEWEST = 3;

interface TrendTableProps {
  readonly measures: readonly StaffMeasure[];
  readonly titles: readonly string[];
  readonly minimum: number;
}

function TrendTable({ measures, titles, minimum }: TrendTableProps) {
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.trend}>
      <table className="list">
        <caption className="reader-only">{TEXTS.trend}</caption>
        <TableHead columns={[TEXTS.theme, ...titles]} />
        <tbody>
          {measures.map(({ kind, code, label, waves, steps }) => (
            <tr key={code}>
              <th scope="row">{label}</th>
              {waves.map((cell, place) => {
                const step = steps.find(({ to }) => to === place);
                return (
                  <td key={titles[place]}>
                    <MeanFigure cell={cell} digits={digitsOf(kind)} minimum={minimum} />
                    {step !== undefined && (
                      <p className="step">
                        <ChangeFigure change={step.difference} digits={digitsOf(kind)} />{" "}
                        <CourseWord change={step} />
                      </p>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function TrendSection({ parts }: { readonly parts: ComparisonParts }) {
  const { comparison, waves } = parts.sheet;
  const measures = [...comparison.scales, ...(comparison.index === null ? [] : [comparison.index])];
  if (waves.length < FEWEST || measures.length === 0) return null;
  const titles = waves.map(({ title }) => title);
  const breaksOf = ({ code }: StaffMeasure) =>
    new Set(
      comparison.breaks
        .filter(({ kind, code: broken }) => kind === "dimension" && broken === code)
        .map(({ wave }) => wave),
    );
  return (
    <section className="page-section" aria-labelledby="trend">
      <h2 id="trend">{TEXTS.trend}</h2>
      <p className="hint">{TEXTS.trendIntro}</p>
      <div className="trends">
        {measures.map((measure) => (
          <figure key={measure.code} className="trend-figure">
            <figcaption>{measure.label}</figcaption>
            <TrendChart measure={measure} titles={titles} breaks={breaksOf(measure)} />
            <div className="trend-titles" aria-hidden="true">
              {titles.map((title) => (
                <span key={title}>{title}</span>
              ))}
            </div>
          </figure>
        ))}
      </div>
      <TrendTable measures={measures} titles={titles} minimum={parts.minimum} />
    </section>
  );
}
