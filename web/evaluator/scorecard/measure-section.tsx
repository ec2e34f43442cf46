/** One measure of the scorecard: its sentences, its funnel, and the table behind it. */
import type { ReactNode } from "react";
import type {
  Scorecard,
  ScorecardArea,
  ScorecardCell,
  ScorecardMeasure,
} from "../../../analysis/scorecard/scorecard-model.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { Hidden } from "../figures/hidden-figure.tsx";
import { FunnelPlot } from "./funnel-plot.tsx";
import { PositionWord } from "./position-word.tsx";
import { limitsText, missingWords, valueText } from "./scorecard-text.ts";

const TEXTS = SCORECARD_TEXTS;

interface MeasureSectionProps {
  readonly scorecard: Scorecard;
  readonly measure: ScorecardMeasure;
}

interface FigureRowProps extends MeasureSectionProps {
  /** Undefined: all areas together. */
  readonly area: ScorecardArea | undefined;
  readonly figure: ScorecardCell["figure"];
  readonly position?: ReactNode;
}

function FigureRow({ scorecard: { minimum }, measure, area, figure, position }: FigureRowProps) {
  return (
    <tr>
      <th scope="row" dir="auto">
        {area?.label ?? <strong>{TEXTS.all}</strong>}
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
          {position === undefined ? <td /> : <td data-head={TEXTS.position}>{position}</td>}
        </>
      ) : (
        <td colSpan={4}>
          <Hidden {...missingWords(figure, minimum)} />
        </td>
      )}
    </tr>
  );
}

function AreaTable(props: MeasureSectionProps) {
  const { scorecard, measure } = props;
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
        {scorecard.areas.map((area, place) => {
          const cell = measure.cells[place];
          if (cell === undefined) return null;
          const { figure, position } = cell;
          return (
            <FigureRow
              key={area.code}
              {...props}
              area={area}
              figure={figure}
              position={<PositionWord position={position} />}
            />
          );
        })}
        <FigureRow {...props} area={undefined} figure={measure.overall} />
      </tbody>
    </table>
  );
}

/** A table without a single figure says no more than one sentence does. */
function NothingShown({ scorecard: { minimum }, measure: { overall } }: MeasureSectionProps) {
  if (overall.shown) return null;
  return <p>{TEXTS.nothingShown(missingWords(overall, minimum).sentence)}</p>;
}

export function MeasureSection({ scorecard, measure }: MeasureSectionProps) {
  const isShown = measure.overall.shown || measure.cells.some(({ figure }) => figure.shown);
  return (
    <section className="page-section" aria-labelledby={measure.code}>
      <h2 id={measure.code}>{measure.label}</h2>
      {isShown ? (
        <>
          {measure.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <FunnelPlot scorecard={scorecard} measure={measure} />
          <AreaTable scorecard={scorecard} measure={measure} />
        </>
      ) : (
        <NothingShown scorecard={scorecard} measure={measure} />
      )}
    </section>
  );
}
