/** The themes of a comparison: change chart and table in one, sorted by the address, with a detail row each. */
import { Fragment } from "react";
import { digitsOf } from "../../../analysis/number-text.ts";
import type { StaffMeasure } from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { ChangeStrip } from "../figures/change-strip.tsx";
import { RangeNumbers } from "../figures/scale-axis.tsx";
import { ChangeFigure, MeanFigure } from "./change-figures.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { CourseWord } from "./course-word.tsx";
import { DetailButton, DetailRow } from "./detail-row.tsx";
import { sortedMeasures } from "./measure-rows.ts";
import { measureSentence } from "./measure-text.ts";
import { type Sorting, sortHeadOf, useMeasureView, type ViewState } from "./view-state.ts";

const TEXTS = COMPARISON_TEXTS;
const COLUMNS = 6;

interface RowProps {
  readonly measure: StaffMeasure;
  readonly parts: ComparisonParts;
  readonly state: ViewState;
}

/** The code with what kind it is: a theme and a question may share a code. */
function toggledDetails(details: readonly string[], key: string): readonly string[] {
  return details.includes(key) ? details.filter((one) => one !== key) : [...details, key];
}

function ThemeRow({ measure, parts, state }: RowProps) {
  const { label, change, waves, leftOut, items } = measure;
  const key = `theme:${measure.code}`;
  const open = state.view.details.includes(key);
  const id = `detail-${measure.code}`;
  const digits = digitsOf(measure.kind);
  const [before, after] = [waves[change.from], waves[change.to]];
  return (
    <Fragment>
      <tr>
        <th scope="row">
          {label}
          {leftOut.length > 0 && (
            <span className="break-note">{TEXTS.broken(items.length, leftOut.length)}</span>
          )}
          <DetailButton
            label={label}
            id={id}
            open={open}
            onToggle={() => state.show({ details: toggledDetails(state.view.details, key) })}
          />
        </th>
        <td className="chart-cell">
          <ChangeStrip range={measure} before={before} after={after} sentence={measureSentence(measure)} />
        </td>
        <td className="number" data-head={TEXTS.before}>
          <MeanFigure cell={before} digits={digits} minimum={parts.minimum} />
        </td>
        <td className="number" data-head={TEXTS.after}>
          <MeanFigure cell={after} digits={digits} minimum={parts.minimum} />
        </td>
        <td className="number" data-head={TEXTS.changeColumn}>
          <ChangeFigure change={change.difference} digits={digits} />
        </td>
        <td data-head={TEXTS.verdict}>
          <CourseWord change={change} />
        </td>
      </tr>
      {open && (
        <DetailRow measure={measure} id={id} columns={COLUMNS} digits={digits} labels={parts.labels} />
      )}
    </Fragment>
  );
}

interface TableProps {
  readonly measures: readonly StaffMeasure[];
  readonly parts: ComparisonParts;
  readonly state: ViewState;
}

function ThemeTable({ measures, parts, state }: TableProps) {
  const { view } = state;
  const [first] = measures;
  if (first === undefined) return null;
  const sorting: Sorting = {
    order: view.themes,
    up: view.themesUp,
    hrefOf: (themes, themesUp) => state.hrefOf({ themes, themesUp }, "themes"),
  };
  const caption = first.kind === "index" ? TEXTS.index : TEXTS.onScale(first.lowest, first.highest);
  return (
    <ScrollRegion className="list-scroll" label={caption}>
      <table className="list list-stack chart-table change-table">
        <caption>{caption}</caption>
        <TableHead
          columns={[
            TEXTS.theme,
            { label: TEXTS.themesIntro, holds: "chart", unseen: true, axis: <RangeNumbers range={first} /> },
            { ...numbers(TEXTS.before), sort: sortHeadOf(sorting, "before") },
            { ...numbers(TEXTS.after), sort: sortHeadOf(sorting, "after") },
            { ...numbers(TEXTS.changeColumn), sort: sortHeadOf(sorting, "change") },
            { label: TEXTS.verdict, sort: sortHeadOf(sorting, "verdict") },
          ]}
        />
        <tbody>
          {sortedMeasures(measures, view.themes, view.themesUp).map((measure) => (
            <ThemeRow key={measure.code} measure={measure} parts={parts} state={state} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Themes with scales of different length stand in tables of their own; so does the index. */
function byRange(measures: readonly StaffMeasure[]): readonly (readonly StaffMeasure[])[] {
  const keyOf = ({ kind, lowest, highest }: StaffMeasure) => `${kind} ${lowest} ${highest}`;
  return [...new Set(measures.map(keyOf))].map((key) => measures.filter((one) => keyOf(one) === key));
}

export function ThemesSection({ parts }: { readonly parts: ComparisonParts }) {
  const state = useMeasureView();
  const { scales, index } = parts.sheet.comparison;
  const measures = [...scales, ...(index === null ? [] : [index])];
  if (measures.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="themes">
      <h2 id="themes">{TEXTS.themes}</h2>
      <p className="hint">{TEXTS.themesIntro}</p>
      {byRange(measures).map((list) => (
        <ThemeTable key={list[0]?.code} measures={list} parts={parts} state={state} />
      ))}
    </section>
  );
}
