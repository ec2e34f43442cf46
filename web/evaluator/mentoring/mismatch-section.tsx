/** What pairs that ended early have in common, beside all others. */
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { FIGURES_TEXTS } from "../../ui/texts/mentoring-figures.ts";
import { CountFigure } from "./figure-cell.tsx";
import type { CountCell, Figures } from "./load-figures.ts";

const TEXTS = FIGURES_TEXTS;
const NOTHING: CountCell = { shown: false, reason: "no-answers" };

export function MismatchSection({ figures, id }: { readonly figures: Figures; readonly id: string }) {
  const { mismatch, minimumGroupSize: minimum } = figures;
  const { ended, others, shared } = mismatch;
  const rows = [
    { code: "score", title: TEXTS.score, unit: "", ended: ended.score, others: others.score },
    ...others.shares.map(({ code, title, percent }) => ({
      code,
      title,
      unit: " %",
      ended: ended.shares.find((share) => share.code === code)?.percent ?? NOTHING,
      others: percent,
    })),
  ];
  return (
    <section className="page-section" aria-labelledby={`mismatch-${id}`}>
      <h3 id={`mismatch-${id}`}>{TEXTS.mismatch}</h3>
      <p className="hint">{TEXTS.mismatchIntro}</p>
      <ScrollRegion className="list-scroll" label={TEXTS.mismatch}>
        <table className="list list-stack">
          <TableHead columns={[TEXTS.what, numbers(TEXTS.ended), numbers(TEXTS.others)]} />
          <tbody>
            {rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.title}</th>
                <CountFigure cell={row.ended} minimum={minimum} head={TEXTS.ended} unit={row.unit} />
                <CountFigure cell={row.others} minimum={minimum} head={TEXTS.others} unit={row.unit} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <h4>{TEXTS.shared}</h4>
      {shared.length === 0 ? (
        <p>{TEXTS.nothingShared}</p>
      ) : (
        <ul>
          {shared.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
