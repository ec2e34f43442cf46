/** Who answered, of how many: everybody, and each group of each cut. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import { percent } from "../../../analysis/number-text.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { RateBar } from "../figures/rate-bar.tsx";

const TEXTS = EVALUATOR_TEXTS.results;

interface ResponseRowProps {
  readonly label: string;
  readonly answered: Cell<number>;
  readonly headcount: number | null;
  readonly minimum: number;
}

function ResponseRow({ label, answered, headcount, minimum }: ResponseRowProps) {
  const n = answered.shown ? answered.value : null;
  const rate = n === null || headcount === null || headcount === 0 ? null : Math.min(1, n / headcount);
  return (
    <tr>
      <th scope="row" dir="auto">
        {label}
      </th>
      <td className="chart-cell">
        {!answered.shown && <HiddenFigure reason={answered.reason} minimum={minimum} />}
        {rate !== null && n !== null && headcount !== null && (
          <RateBar rate={rate} sentence={TEXTS.rateSentence(label, percent(rate), n, headcount)} />
        )}
      </td>
      <td className="number" data-head={TEXTS.answered}>
        {answered.shown ? answered.value : "–"}
      </td>
      <td className="number" data-head={TEXTS.headcount}>
        {headcount ?? <span className="hint">{TEXTS.noHeadcount}</span>}
      </td>
      <td className="number figure-strong" data-head={TEXTS.rate}>
        {rate === null ? "–" : percent(rate)}
      </td>
    </tr>
  );
}

const COLUMNS = [
  TEXTS.group,
  { label: TEXTS.rate, holds: "chart", unseen: true },
  numbers(TEXTS.answered),
  numbers(TEXTS.headcount),
  numbers(TEXTS.rate),
] as const;

export function ResponseSection({ tables }: { readonly tables: StaffTables }) {
  const { minimum } = tables;
  return (
    <section className="page-section" aria-labelledby="response">
      <h2 id="response">{TEXTS.response}</h2>
      <p className="hint">{TEXTS.responseIntro(minimum)}</p>
      <table className="list list-stack chart-table">
        <caption className="reader-only">{TEXTS.response}</caption>
        <TableHead columns={COLUMNS} />
        <tbody>
          <ResponseRow
            label={TEXTS.everybody}
            answered={tables.answered}
            headcount={tables.invited}
            minimum={minimum}
          />
        </tbody>
      </table>
      {tables.cuts.map((cut) => (
        <ScrollRegion key={cut.codes.join("+")} className="list-scroll" label={cut.label}>
          <table className="list list-stack chart-table">
            <caption>{cut.label}</caption>
            <TableHead columns={COLUMNS} />
            <tbody>
              {cut.categories.map(({ values, label, answered, headcount }) => (
                <ResponseRow
                  key={values.join("+")}
                  label={label}
                  answered={answered}
                  headcount={headcount}
                  minimum={minimum}
                />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      ))}
    </section>
  );
}
