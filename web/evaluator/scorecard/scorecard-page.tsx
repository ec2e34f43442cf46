/** The scorecard from top to bottom: all areas at a glance, then each measure with its funnel. */
import type {
  Scorecard,
  ScorecardCell,
  ScorecardMeasure,
} from "../../../analysis/scorecard/scorecard-model.ts";
import { HatchDefinition } from "../../ui/hatch.tsx";
import { PageContents } from "../../ui/page-contents.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { SCORECARD_TEXTS } from "../../ui/texts/scorecard.ts";
import { HiddenCell } from "../figures/heat-cell.tsx";
import { MeasureSection } from "./measure-section.tsx";
import { PositionWord } from "./position-word.tsx";
import { missingWords, valueText } from "./scorecard-text.ts";

const TEXTS = SCORECARD_TEXTS;

const SHADES = {
  "far-below": "heat-down-3",
  below: "heat-down-1",
  within: "heat-same",
  above: "heat-up-1",
  "far-above": "heat-up-3",
  "only-bounds": "heat-same",
} as const;

interface CardCellProps {
  readonly cell: ScorecardCell | undefined;
  readonly measure: ScorecardMeasure;
  readonly minimum: number;
}

function CardCell({ cell, measure, minimum }: CardCellProps) {
  if (cell === undefined) return <td />;
  const { figure, position } = cell;
  if (!figure.shown) return <HiddenCell {...missingWords(figure, minimum)} />;
  return (
    <td className={`heat-cell ${position === null ? "" : SHADES[position]}`}>
      <span className="heat-figure">{valueText(measure, figure.value.value)}</span>{" "}
      <span className="heat-beside">
        <PositionWord position={position} />
      </span>
    </td>
  );
}

function Overview({ scorecard }: { readonly scorecard: Scorecard }) {
  const { areas, measures, minimum } = scorecard;
  return (
    <section className="page-section" aria-labelledby="overview">
      <h2 id="overview">{TEXTS.overview}</h2>
      <p className="hint">{TEXTS.overviewIntro(minimum)}</p>
      <ScrollRegion className="list-scroll" label={TEXTS.overview}>
        <table className="heat">
          <caption className="reader-only">{TEXTS.overview}</caption>
          <TableHead columns={[TEXTS.area, TEXTS.headcount, ...measures]} />
          <tbody>
            {areas.map((area, place) => (
              <tr key={area.code}>
                <th scope="row" dir="auto">
                  {area.label}
                </th>
                <td className="heat-response">{area.headcount ?? TEXTS.notKnown}</td>
                {measures.map((measure) => (
                  <CardCell
                    key={measure.code}
                    cell={measure.cells[place]}
                    measure={measure}
                    minimum={minimum}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

export function ScorecardPage({ scorecard }: { readonly scorecard: Scorecard }) {
  const { measures, areas, methods } = scorecard;
  if (measures.length === 0 || areas.length === 0) {
    return (
      <div className="empty">
        <h2>{TEXTS.empty}</h2>
        <p>{TEXTS.emptyDetail}</p>
      </div>
    );
  }
  return (
    <article className="results">
      <HatchDefinition />
      <div className="screen-actions screen-only">
        <button type="button" className="button" onClick={() => window.print()}>
          {TEXTS.print}
        </button>
      </div>
      <PageContents
        label={TEXTS.contents}
        parts={[
          { id: "overview", title: TEXTS.overview },
          ...measures.map(({ code, label }) => ({ id: code, title: label })),
        ]}
      />
      <Overview scorecard={scorecard} />
      <p className="hint">{TEXTS.funnelHint}</p>
      {measures.map((measure) => (
        <MeasureSection key={measure.code} scorecard={scorecard} measure={measure} />
      ))}
      <section className="page-section" aria-labelledby="methods">
        <h2 id="methods">{TEXTS.methods}</h2>
        <ul>
          {methods.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </article>
  );
}
