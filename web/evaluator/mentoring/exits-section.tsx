/** Early ends and their reasons, by area; few together are counted with others or not shown. */
import { rounded } from "../../../analysis/number-text.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { FIGURES_TEXTS } from "../../ui/texts/mentoring-figures.ts";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { CountFigure } from "./figure-cell.tsx";
import type { Figures } from "./load-figures.ts";

const TEXTS = FIGURES_TEXTS;

type Part = Figures["exits"]["reasons"][number];

function reasonText(value: string): string {
  const reasons: Readonly<Record<string, string>> = TEXTS.reasons;
  return reasons[value] ?? value;
}

function Reasons({ parts, minimum }: { readonly parts: readonly Part[]; readonly minimum: number }) {
  if (parts.length === 0) return <span className="hint">–</span>;
  return (
    <ul className="reason-parts">
      {parts.map(({ values, cell }) => (
        <li key={values.join(" ")}>
          {TEXTS.together(values.map(reasonText))}:{" "}
          {cell.shown ? rounded(cell.value, 0) : <HiddenFigure reason={cell.reason} minimum={minimum} />}
        </li>
      ))}
    </ul>
  );
}

export function ExitsSection({ figures, id }: { readonly figures: Figures; readonly id: string }) {
  const { exits, minimumGroupSize: minimum } = figures;
  return (
    <section className="page-section" aria-labelledby={`exits-${id}`}>
      <h3 id={`exits-${id}`}>{TEXTS.exits}</h3>
      <p className="hint">{TEXTS.exitsIntro}</p>
      <ScrollRegion className="list-scroll" label={TEXTS.exits}>
        <table className="list list-stack">
          <TableHead columns={[TEXTS.area, numbers(TEXTS.count), TEXTS.reasonsHead]} />
          <tbody>
            <tr>
              <th scope="row">{TEXTS.exitsAll}</th>
              <CountFigure cell={exits.all} minimum={minimum} head={TEXTS.count} />
              <td data-head={TEXTS.reasonsHead}>
                <Reasons parts={exits.reasons} minimum={minimum} />
              </td>
            </tr>
            {exits.areas.map(({ values, all, reasons }) => (
              <tr key={values.join(" ")}>
                <th scope="row" dir="auto">
                  {TEXTS.together(values)}
                </th>
                <CountFigure cell={all} minimum={minimum} head={TEXTS.count} />
                <td data-head={TEXTS.reasonsHead}>
                  <Reasons parts={reasons} minimum={minimum} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
