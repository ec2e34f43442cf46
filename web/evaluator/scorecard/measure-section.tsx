/** One measure of the scorecard: its sentences, its funnel, and the table behind it. */
import type { Scorecard, ScorecardMeasure } from "../../../analysis/scorecard/scorecard-model.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { FunnelPlot } from "./funnel-plot.tsx";
import { PositionWord } from "./position-word.tsx";
import { limitsText, valueText } from "./scorecard-text.ts";

const TEXTS = SCORECARD_TEXTS;

interface MeasureSectionProps {
  readonly scorecard: Scorecard;
  readonly measure: ScorecardMeasure;
}

function AreaRow({ scorecard, measure, place }: MeasureSectionProps & { readonly place: number }) {
  const cell = measure.cells[place];
  const area = scorecard.areas[place];
  if (cell === undefined || area === undefined) return null;
  const { figure, position } = cell;
  return (
    <tr>
      <th scope="row" dir="auto">
        {area.label}
      </th>
      {figure.shown ? (
        <>
          <td className="number figure-strong" data-head={TEXTS.figure}>
            {valueText(measure, figure.value.value)}
          </td>
          <td className="number" data-head={TEXTS.limits}>
            {limitsText(measure, figure.value)}
          </td>
          <td className="number" data-head={TEXTS.count}>
            {figure.n}
          </td>
          <td data-head={TEXTS.position}>
            <PositionWord position={position} />
          </td>
        </>
      ) : (
        <td colSpan={4}>
          <HiddenFigure reason={figure.reason} minimum={scorecard.minimum} />
        </td>
      )}
    </tr>
  );
}

function AreaTable({ scorecard, measure }: MeasureSectionProps) {
  const { overall } = measure;
  return (
    <table className="list list-stack rate-table">
      <caption className="reader-only">{measure.label}</caption>
      <TableHead
        columns={[
          TEXTS.area,
          numbers(TEXTS.figure),
          numbers(TEXTS.limits),
          numbers(TEXTS.count),
          TEXTS.position,
        ]}
      />
      <tbody>
        {scorecard.areas.map(({ code }, place) => (
          <AreaRow key={code} scorecard={scorecard} measure={measure} place={place} />
        ))}
        <tr>
          <th scope="row">
            <strong>{TEXTS.all}</strong>
          </th>
          {overall.shown ? (
            <>
              <td className="number figure-strong" data-head={TEXTS.figure}>
                {valueText(measure, overall.value.value)}
              </td>
              <td className="number" data-head={TEXTS.limits}>
                {limitsText(measure, overall.value)}
              </td>
              <td className="number" data-head={TEXTS.count}>
                {overall.n}
              </td>
              <td />
            </>
          ) : (
            <td colSpan={4}>
              <HiddenFigure reason={overall.reason} minimum={scorecard.minimum} />
            </td>
          )}
        </tr>
      </tbody>
    </table>
  );
}

export function MeasureSection({ scorecard, measure }: MeasureSectionProps) {
  return (
    <section className="page-section" aria-labelledby={measure.code}>
      <h2 id={measure.code}>{measure.label}</h2>
      {measure.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <FunnelPlot scorecard={scorecard} measure={measure} />
      <AreaTable scorecard={scorecard} measure={measure} />
    </section>
  );
}
