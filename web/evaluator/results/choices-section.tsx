/** Questions whose answers are no scale, such as whether somebody was bullied: of 100, how many chose what. */
import { per100Range } from "../../../analysis/bound-text.ts";
import { shareOf } from "../../../analysis/bounds.ts";
import { partsOf, type ShownAnswers } from "../../../analysis/staff-tables/answer-bounds.ts";
import type { StaffItem, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { OpenEnd } from "../figures/open-end.tsx";

const TEXTS = EVALUATOR_TEXTS.results;
const HEIGHT = 14;

/** Choices that were put together before they left the server stand together. */
function labelOf({ points }: StaffItem, from: number, to: number): string {
  return points.slice(from - 1, to).join(" / ");
}

function ChoiceRows({ item, cell }: { item: StaffItem; cell: ShownAnswers }) {
  return partsOf(item, cell).map(({ from, to, ...bounds }) => {
    const share = shareOf(bounds, cell.value.given) ?? { low: 0, high: 0 };
    const label = labelOf(item, from, to);
    return (
      <tr key={from}>
        <th scope="row">{label}</th>
        <td className="chart-cell">
          <svg className="rate-bar" aria-hidden="true" width="100%" height={HEIGHT}>
            <rect className="rate-part" width={`${share.low * 100}%`} height={HEIGHT} rx="2" />
            <OpenEnd from={share.low * 100} to={share.high * 100} height={HEIGHT} />
          </svg>
        </td>
        <td className="number figure-strong" data-head={TEXTS.per100}>
          {per100Range(share)}
        </td>
      </tr>
    );
  });
}

function ChoiceTable({ item, minimum }: { readonly item: StaffItem; readonly minimum: number }) {
  const { total } = item.cells;
  return (
    <div className="choice-item">
      <h3>{item.label}</h3>
      {total.shown ? (
        <table className="list chart-table choice-table">
          <caption>{TEXTS.answersN(total.value.given)}</caption>
          <TableHead
            columns={[
              TEXTS.choice,
              { label: TEXTS.spread, holds: "chart", unseen: true },
              numbers(TEXTS.per100),
            ]}
          />
          <tbody>
            <ChoiceRows item={item} cell={total} />
          </tbody>
        </table>
      ) : (
        <p>
          <HiddenFigure reason={total.reason} minimum={minimum} />
        </p>
      )}
    </div>
  );
}

/** Questions that the tables are cut by say who answered, and stand in the response already. */
export function ChoicesSection({ tables }: { readonly tables: StaffTables }) {
  const cuts = new Set(tables.cuts.flatMap(({ codes }) => codes));
  const items = tables.items.filter(({ kind, code }) => kind === "choice" && !cuts.has(code));
  if (items.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="choices">
      <h2 id="choices">{TEXTS.choices}</h2>
      <p className="hint">{TEXTS.choicesIntro}</p>
      <div className="choice-items">
        {items.map((item) => (
          <ChoiceTable key={item.code} item={item} minimum={tables.minimum} />
        ))}
      </div>
    </section>
  );
}
