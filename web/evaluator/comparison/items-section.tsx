/** The questions of a comparison: the answers of both waves as bars, sorted and filtered by the address. */
import { Fragment, useId } from "react";
import type {
  StaffFigures,
  StaffMeasure,
  WaveCell,
} from "../../../analysis/staff-comparison/staff-comparison-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { BoundedShare } from "../figures/bounded-share.tsx";
import { DivergingBar } from "../figures/diverging-bar.tsx";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { ChangeFigure } from "./change-figures.tsx";
import type { ComparisonParts } from "./comparison-parts.ts";
import { COURSES } from "./course.ts";
import { CourseWord } from "./course-word.tsx";
import { DetailButton, DetailRow } from "./detail-row.tsx";
import { MEASURE_ORDERS, type MeasureView, readOrder, wantedItems } from "./measure-rows.ts";
import { type Sorting, sortHeadOf, useMeasureView, type ViewState } from "./view-state.ts";

const TEXTS = COMPARISON_TEXTS;
const COLUMNS = 6;

interface WaveProps {
  readonly measure: StaffMeasure;
  readonly cell: WaveCell<StaffFigures> | undefined;
  readonly when: string;
  readonly minimum: number;
}

function WaveBar({ measure, cell, when, minimum }: WaveProps) {
  if (cell === undefined) return null;
  if (!cell.shown) return <HiddenFigure reason={cell.reason} minimum={minimum} />;
  if (cell.value.parts === null) return null;
  return (
    <DivergingBar
      parts={cell.value.parts}
      given={cell.value.given}
      points={measure.points}
      about={TEXTS.wavePart(when, cell.value.given)}
    />
  );
}

function Favourable({ cell }: { readonly cell: WaveCell<StaffFigures> | undefined }) {
  if (cell?.shown !== true) return "–";
  const { favourable } = cell.value;
  return (
    <>
      {favourable === null ? (
        <span className="figure-strong">{TEXTS.hiddenParts}</span>
      ) : (
        <BoundedShare {...favourable} />
      )}{" "}
      <span className="figure-count">{EVALUATOR_TEXTS.results.answersN(cell.value.given)}</span>
    </>
  );
}

interface RowProps {
  readonly measure: StaffMeasure;
  readonly parts: ComparisonParts;
  readonly state: ViewState;
}

function QuestionRow({ measure, parts, state }: RowProps) {
  const { label, change, waves } = measure;
  const key = `item:${measure.code}`;
  const { details } = state.view;
  const open = details.includes(key);
  const id = `detail-item-${measure.code}`;
  const [before, after] = [waves[change.from], waves[change.to]];
  const toggle = () =>
    state.show({ details: open ? details.filter((one) => one !== key) : [...details, key] });
  return (
    <Fragment>
      <tr>
        <th scope="row" className="question">
          {label} {measure.reverseKeyed && <span className="turned-mark">{TEXTS.turned}</span>}
          <DetailButton label={label} id={id} open={open} onToggle={toggle} />
        </th>
        <td className="chart-cell">
          <div className="two-bars">
            <WaveBar measure={measure} cell={before} when={TEXTS.before} minimum={parts.minimum} />
            <WaveBar measure={measure} cell={after} when={TEXTS.after} minimum={parts.minimum} />
          </div>
        </td>
        <td className="number" data-head={`${TEXTS.favourable}, ${TEXTS.before.toLowerCase()}`}>
          <Favourable cell={before} />
        </td>
        <td className="number" data-head={`${TEXTS.favourable}, ${TEXTS.after.toLowerCase()}`}>
          <Favourable cell={after} />
        </td>
        <td className="number" data-head={TEXTS.changeColumn}>
          <ChangeFigure change={change.difference} digits={2} />
        </td>
        <td data-head={TEXTS.verdict}>
          <CourseWord change={change} />
        </td>
      </tr>
      {open && <DetailRow measure={measure} id={id} columns={COLUMNS} digits={2} labels={parts.labels} />}
    </Fragment>
  );
}

interface TableProps {
  readonly rows: readonly StaffMeasure[];
  readonly parts: ComparisonParts;
  readonly state: ViewState;
}

function QuestionTable({ rows, parts, state }: TableProps) {
  const { view } = state;
  const sorting: Sorting = {
    order: view.items,
    up: view.itemsUp,
    hrefOf: (items, itemsUp) => state.hrefOf({ items, itemsUp }, "questions"),
  };
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.items}>
      <table className="list list-stack question-table change-table">
        <caption className="reader-only">{TEXTS.items}</caption>
        <TableHead
          columns={[
            TEXTS.item,
            { label: TEXTS.spread, holds: "chart" },
            {
              ...numbers(`${TEXTS.favourable}, ${TEXTS.before.toLowerCase()}`),
              sort: sortHeadOf(sorting, "before"),
            },
            {
              ...numbers(`${TEXTS.favourable}, ${TEXTS.after.toLowerCase()}`),
              sort: sortHeadOf(sorting, "after"),
            },
            { ...numbers(TEXTS.changeOfMean), sort: sortHeadOf(sorting, "change") },
            { label: TEXTS.verdict, sort: sortHeadOf(sorting, "verdict") },
          ]}
        />
        <tbody>
          {rows.map((measure) => (
            <QuestionRow key={measure.code} measure={measure} parts={parts} state={state} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Filters({ parts, state, found }: Omit<TableProps, "rows"> & { readonly found: number }) {
  const id = useId();
  const { scales } = parts.sheet.comparison;
  const courseOfText = (text: string): MeasureView["course"] =>
    COURSES.find((course) => course === text) ?? "";
  return (
    <div className="filters">
      <SelectField
        id={`${id}-theme`}
        label={TEXTS.filterTheme}
        value={state.view.theme}
        options={[
          { value: "", label: TEXTS.allThemes },
          ...scales.map(({ code, label }) => ({ value: code, label })),
        ]}
        onChange={(theme) => state.show({ theme })}
      />
      <SelectField
        id={`${id}-result`}
        label={TEXTS.filterCourse}
        value={state.view.course}
        options={[
          { value: "", label: TEXTS.allCourses },
          ...COURSES.map((course) => ({ value: course, label: TEXTS.courses[course] })),
        ]}
        onChange={(text) => state.show({ course: courseOfText(text) })}
      />
      <SelectField
        id={`${id}-sort`}
        label={TEXTS.sort}
        value={state.view.items}
        options={MEASURE_ORDERS.map((order) => ({ value: order, label: TEXTS.orders[order] }))}
        onChange={(text) => state.show({ items: readOrder(text), itemsUp: false })}
      />
      <p className="hint" role="status">
        {found === 0 ? TEXTS.noItems : TEXTS.found(found)}
      </p>
    </div>
  );
}

export function ItemsSection({ parts }: { readonly parts: ComparisonParts }) {
  const state = useMeasureView();
  const rows = wantedItems(parts.sheet.comparison, state.view);
  if (parts.sheet.comparison.items.length === 0) return null;
  return (
    <section className="page-section" aria-labelledby="questions">
      <h2 id="questions">{TEXTS.items}</h2>
      <p className="hint">{TEXTS.itemsIntro}</p>
      {parts.sheet.comparison.width !== null && <p className="hint">{TEXTS.openEnds}</p>}
      <Filters parts={parts} state={state} found={rows.length} />
      {rows.length > 0 && <QuestionTable rows={rows} parts={parts} state={state} />}
    </section>
  );
}
