/** Who answered in each wave, of how many: everybody, with a bar a wave. */
import { percent } from "../../../analysis/number-text.ts";
import { dateText } from "../../ui/dates.ts";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { RateBar } from "../figures/rate-bar.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";

const TEXTS = COMPARISON_TEXTS;

export function ResponseSection({ parts }: { readonly parts: ComparisonParts }) {
  const { waves, comparison } = parts.sheet;
  return (
    <section className="page-section" aria-labelledby="response">
      <h2 id="response">{TEXTS.response}</h2>
      <p className="hint">{TEXTS.responseIntro}</p>
      <table className="list list-stack chart-table">
        <caption className="reader-only">{TEXTS.response}</caption>
        <TableHead
          columns={[
            TEXTS.wave,
            { label: TEXTS.rate, holds: "chart", unseen: true },
            TEXTS.closed,
            numbers(TEXTS.answered),
            numbers(TEXTS.rate),
          ]}
        />
        <tbody>
          {waves.map(({ wave, title, closedAt }, place) => {
            const found = comparison.response[place];
            if (found === undefined) return null;
            const { answered, headcount, rate } = found;
            return (
              <tr key={wave}>
                <th scope="row" dir="auto">
                  {title}
                </th>
                <td className="chart-cell">
                  {rate !== null && <RateBar rate={rate} sentence={`${title}: ${percent(rate)}`} />}
                </td>
                <td data-head={TEXTS.closed}>{closedAt === null ? "–" : dateText(closedAt)}</td>
                <td className="number" data-head={TEXTS.answered}>
                  {answered.shown ? (
                    headcount === null ? (
                      answered.value
                    ) : (
                      TEXTS.ofHeadcount(answered.value, headcount)
                    )
                  ) : (
                    <HiddenFigure reason={answered.reason} minimum={parts.minimum} />
                  )}
                </td>
                <td className="number figure-strong" data-head={TEXTS.rate}>
                  {rate === null ? EVALUATOR_TEXTS.results.noHeadcount : percent(rate)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
