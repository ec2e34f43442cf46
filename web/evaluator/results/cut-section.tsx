/** One cut of one wave: a heat map of groups and themes, each cell with its number and its distance to everybody. */
import { changeText, meanText } from "../../../analysis/bound-text.ts";
import { linearly, minus } from "../../../analysis/bounds.ts";
import { exactly } from "../../../analysis/staff-tables/count-bounds.ts";
import type { StaffScale, StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { HeatCell, HiddenCell } from "../figures/heat-cell.tsx";
import { hiddenWords } from "../figures/hidden-figure.tsx";

const TEXTS = EVALUATOR_TEXTS.results;

interface CutSectionProps {
  readonly tables: StaffTables;
  /** Place of the cut. */
  readonly place: number;
}

interface ScoreCellProps {
  readonly scale: StaffScale;
  readonly place: number;
  readonly category: number;
  readonly minimum: number;
}

function ScoreCell({ scale, place, category, minimum }: ScoreCellProps) {
  const cell = scale.cells.cuts[place]?.[category] ?? { shown: false, reason: "no-answers" };
  if (!cell.shown) return <HiddenCell {...hiddenWords({ ...cell, minimum })} />;
  const digits = scale.code === "index" ? 0 : 2;
  const { total } = scale.cells;
  const { mean } = cell.value;
  const apart = total.shown ? minus(mean, total.value.mean) : exactly(0);
  return (
    <HeatCell
      difference={linearly(apart, 1 / (scale.highest - scale.lowest))}
      figure={meanText(mean, digits)}
      beside={total.shown ? changeText(apart, digits) : undefined}
      n={exactly(cell.n)}
    />
  );
}

export function CutSection({ tables, place }: CutSectionProps) {
  const cut = tables.cuts[place];
  const scales = [...tables.scales, ...(tables.index === null ? [] : [tables.index])];
  if (cut === undefined || scales.length === 0) return null;
  const id = `cut-${place}`;
  return (
    <section className="page-section" aria-labelledby={id}>
      <h2 id={id}>{TEXTS.cuts(cut.label)}</h2>
      <p className="hint">{TEXTS.cutsIntro}</p>
      <ScrollRegion className="list-scroll" label={TEXTS.cuts(cut.label)}>
        <table className="heat">
          <caption className="reader-only">{TEXTS.cuts(cut.label)}</caption>
          <TableHead columns={[cut.label, ...scales]} />
          <tbody>
            {cut.categories.map(({ values, label }, category) => (
              <tr key={values.join("+")}>
                <th scope="row" dir="auto">
                  {label}
                </th>
                {scales.map((scale) => (
                  <ScoreCell
                    key={scale.code}
                    scale={scale}
                    place={place}
                    category={category}
                    minimum={tables.minimum}
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
