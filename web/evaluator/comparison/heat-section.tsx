/** One cut in both waves: a heat map of the groups' changes, each with its sign and what became of it. */
import { Link } from "wouter";
import { changeText } from "../../../analysis/bound-text.ts";
import { linearly } from "../../../analysis/bounds.ts";
import { digitsOf, percent } from "../../../analysis/number-text.ts";
import type {
  CategoryMeasure,
  ComparedCategory,
  ComparedCut,
  NoFigureReason,
  StaffMeasure,
  StaffResponse,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { HeatCell, HiddenCell } from "../figures/heat-cell.tsx";
import { hiddenWords } from "../figures/hidden-figure.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { courseOf } from "./course.ts";

const TEXTS = COMPARISON_TEXTS;

interface ChangeCellProps {
  readonly found: CategoryMeasure | undefined;
  readonly measure: StaffMeasure;
  readonly minimum: number;
}

function ChangeCell({ found, measure, minimum }: ChangeCellProps) {
  const hidden = (reason: NoFigureReason) => <HiddenCell {...hiddenWords({ reason, minimum })} />;
  if (found === undefined) return hidden("not-asked");
  const { change, waves } = found;
  const missing = [waves[change.from], waves[change.to]].find((cell) => cell?.shown !== true);
  if (missing !== undefined && !missing.shown) return hidden(missing.reason);
  if (change.difference === null) return hidden("no-answers");
  const { estimate } = change.difference;
  return (
    <HeatCell
      difference={linearly(estimate, 1 / (measure.highest - measure.lowest))}
      figure={changeText(estimate, digitsOf(measure.kind))}
      beside={TEXTS.courses[courseOf(change)]}
      n={undefined}
    />
  );
}

function responseText(response: readonly StaffResponse[]): string {
  return response
    .map(({ answered, rate }) => {
      if (!answered.shown) return "–";
      return rate === null ? String(answered.value) : percent(rate);
    })
    .join(" → ");
}

interface CategoryRowProps {
  readonly category: ComparedCategory;
  readonly measures: readonly StaffMeasure[];
  readonly minimum: number;
  /** Where the comparison of this category alone is. */
  readonly href: string;
}

function CategoryRow({ category, measures, minimum, href }: CategoryRowProps) {
  const { label, presence, response } = category;
  return (
    <tr>
      <th scope="row" dir="auto">
        {presence === "both" ? <Link href={href}>{label}</Link> : label}
      </th>
      <td className="heat-response">{responseText(response)}</td>
      {presence === "both" ? (
        measures.map((measure) => (
          <ChangeCell
            key={measure.code}
            measure={measure}
            found={category.measures.find(({ code }) => code === measure.code)}
            minimum={minimum}
          />
        ))
      ) : (
        <td colSpan={measures.length} className="hint">
          {TEXTS[presence]}
        </td>
      )}
    </tr>
  );
}

interface ChangeTableProps {
  readonly cut: ComparedCut;
  readonly parts: ComparisonParts;
  readonly measures: readonly StaffMeasure[];
}

function ChangeTable({ cut, parts, measures }: ChangeTableProps) {
  const title = TEXTS.heat(cut.label);
  const waves = parts.sheet.waves.map(({ wave }) => wave).join(",");
  return (
    <>
      <p className="hint">{TEXTS.heatIntro}</p>
      <ScrollRegion className="list-scroll" label={title}>
        <table className="heat">
          <caption className="reader-only">{title}</caption>
          <TableHead columns={[cut.label, TEXTS.heatResponse, ...measures]} />
          <tbody>
            {cut.categories.map((category) => (
              <CategoryRow
                key={category.values.join("+")}
                category={category}
                measures={measures}
                minimum={parts.minimum}
                href={`?${new URLSearchParams({
                  waves,
                  cut: cut.codes.join("+"),
                  category: category.values.join("+"),
                })}`}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {cut.categories.some(({ presence }) => presence === "gone" || presence === "new") && (
        <p className="hint">{TEXTS.renamed.ask}</p>
      )}
    </>
  );
}

interface HeatSectionProps {
  readonly cut: ComparedCut;
  readonly parts: ComparisonParts;
  readonly id: string;
}

export function HeatSection({ cut, parts, id }: HeatSectionProps) {
  const { scales, index } = parts.sheet.comparison;
  const measures = [...scales, ...(index === null ? [] : [index])];
  if (measures.length === 0) return null;
  const title = TEXTS.heat(cut.label);
  const only = (["gone", "new"] as const).find((presence) =>
    cut.categories.every((category) => category.presence === presence),
  );
  return (
    <section className="page-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {only === undefined ? (
        <ChangeTable cut={cut} parts={parts} measures={measures} />
      ) : (
        <p>{TEXTS.noGroups[only]}</p>
      )}
    </section>
  );
}
