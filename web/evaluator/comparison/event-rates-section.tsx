/** Events that the organisation counted, such as complaints: rates per 100 staff, before and after. */
import type { ComparedRate } from "../../../analysis/comparison/comparison-model.ts";
import { rounded } from "../../../analysis/number-text.ts";
import { TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS, NOT_TESTED } from "../../ui/texts/evaluator-comparison.ts";

const TEXTS = COMPARISON_TEXTS;

function rateText({ per100, events, staff }: ComparedRate["before"]): string {
  return TEXTS.eventCell(rounded(per100, 1), events, staff);
}

function ratioText({ ratio }: ComparedRate): string {
  if (ratio === null || ratio.estimate === null) return TEXTS.noRatio;
  const upper = ratio.upper === null ? TEXTS.noEnd : rounded(ratio.upper, 2);
  return `${rounded(ratio.estimate, 2)} (${rounded(ratio.lower, 2)} to ${upper})`;
}

function verdictText({ verdict, ratio }: ComparedRate): string {
  if (verdict.state === "not-tested") return TEXTS.notTestedBecause(NOT_TESTED[verdict.reason]);
  if (verdict.state === "not-significant") return TEXTS.courses["not-shown"];
  return (ratio?.estimate ?? 1) >= 1 ? TEXTS.courses.rose : TEXTS.courses.fell;
}

export function EventRatesSection({ rates }: { readonly rates: readonly ComparedRate[] }) {
  if (rates.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="events">
      <h2 id="events">{TEXTS.events}</h2>
      <p className="hint">{TEXTS.eventsIntro}</p>
      <table className="list list-stack">
        <caption className="reader-only">{TEXTS.events}</caption>
        <TableHead columns={[TEXTS.event, TEXTS.before, TEXTS.after, TEXTS.ratio, TEXTS.verdict]} />
        <tbody>
          {rates.map((rate) => (
            <tr key={rate.name}>
              <th scope="row" dir="auto">
                {rate.name}
              </th>
              <td data-head={TEXTS.before}>{rateText(rate.before)}</td>
              <td data-head={TEXTS.after}>{rateText(rate.after)}</td>
              <td data-head={TEXTS.ratio}>{ratioText(rate)}</td>
              <td data-head={TEXTS.verdict}>{verdictText(rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
