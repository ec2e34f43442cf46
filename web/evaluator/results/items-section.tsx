/** Every question of one wave: its answers as a bar, its shares and mean; sorted and filtered by the address. */
import { useId } from "react";
import { useSearchParams } from "wouter";
import { meanText, rangeText } from "../../../analysis/bound-text.ts";
import { howMany } from "../../../analysis/number-text.ts";
import { directionText } from "../../../analysis/staff-tables/beside-words.ts";
import type { StaffTables } from "../../../analysis/staff-tables/staff-tables-model.ts";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { numbers, TableHead } from "../../ui/table-head.tsx";
import { EVALUATOR_TEXTS } from "../../ui/texts/evaluator.ts";
import { COMPARISON_TEXTS } from "../../ui/texts/evaluator-comparison.ts";
import { BoundedShare } from "../figures/bounded-share.tsx";
import { DivergingBar } from "../figures/diverging-bar.tsx";
import { HiddenFigure } from "../figures/hidden-figure.tsx";
import { type ItemShare, turnedPoints } from "../figures/wave-figures.ts";
import {
  groupsOf,
  ITEM_ORDERS,
  type ItemOrder,
  type ItemRow,
  type ItemView,
  itemRows,
  itemViewQuery,
  readItemOrder,
  readItemView,
} from "./item-rows.ts";

const TEXTS = EVALUATOR_TEXTS.results;

const COLUMNS: readonly (readonly [ItemOrder, string])[] = [
  ["favourable", TEXTS.favourable],
  ["unfavourable", TEXTS.unfavourable],
  ["mean", TEXTS.mean],
  ["count", TEXTS.count],
];

function ShareFigure({ share }: { readonly share: ItemShare | null }) {
  if (share !== null) return <BoundedShare {...share} />;
  return (
    <span className="hint" title={TEXTS.hiddenPartsHint}>
      {TEXTS.hiddenParts}
    </span>
  );
}

/** A direction is of everybody; of a group there is none. */
function NoFigures({ row: { item, cell }, minimum, isEverybody }: QuestionRowProps) {
  if (cell.shown) return null;
  if (isEverybody && item.beside?.told === "direction") return <>{directionText(item.beside)}</>;
  return <HiddenFigure reason={cell.reason} minimum={minimum} />;
}

interface QuestionRowProps {
  readonly row: ItemRow;
  readonly minimum: number;
  readonly isEverybody: boolean;
}

function QuestionRow(props: QuestionRowProps) {
  const { item, figures } = props.row;
  const label = (
    <th scope="row" className="question">
      {item.label} {item.reverseKeyed && <span className="turned-mark">{TEXTS.turned}</span>}
    </th>
  );
  if (figures === null) {
    return (
      <tr>
        {label}
        <td colSpan={5}>
          <NoFigures {...props} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      {label}
      <td className="chart-cell">
        <DivergingBar
          parts={figures.parts}
          given={figures.given}
          points={turnedPoints(item)}
          about={item.label}
        />
      </td>
      <td className="number" data-head={TEXTS.favourable}>
        <ShareFigure share={figures.favourable} />
      </td>
      <td className="number" data-head={TEXTS.unfavourable}>
        <ShareFigure share={figures.unfavourable} />
      </td>
      <td className="number" data-head={TEXTS.mean}>
        {figures.mean === null ? <ShareFigure share={null} /> : meanText(figures.mean, 2)}
      </td>
      <td className="number" data-head={TEXTS.count}>
        {rangeText(figures.given, howMany)}
      </td>
    </tr>
  );
}

/** A press on the sorting column turns it round; on another one it sorts by that, the largest first. */
function hrefOf(view: ItemView, order: ItemOrder): string {
  const ascending = view.order === order && !view.ascending;
  return `?${new URLSearchParams(itemViewQuery({ ...view, order, ascending }))}#items`;
}

function QuestionTable({
  rows,
  view,
  tables,
}: {
  rows: readonly ItemRow[];
  view: ItemView;
  tables: StaffTables;
}) {
  const sortOf = (order: ItemOrder) => ({
    direction:
      view.order === order ? (view.ascending ? ("ascending" as const) : ("descending" as const)) : undefined,
    href: hrefOf(view, order),
  });
  return (
    <ScrollRegion className="list-scroll" label={TEXTS.items}>
      <table className="list list-stack question-table">
        <caption className="reader-only">{TEXTS.items}</caption>
        <TableHead
          columns={[
            TEXTS.item,
            { label: TEXTS.spread, holds: "chart" },
            ...COLUMNS.map(([order, label]) => ({
              ...numbers(label),
              sort: sortOf(order),
            })),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <QuestionRow
              key={row.item.code}
              row={row}
              minimum={tables.minimum}
              isEverybody={view.group === ""}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function ItemsSection({ tables }: { readonly tables: StaffTables }) {
  const id = useId();
  const [search, setSearch] = useSearchParams();
  const view = readItemView(search);
  const rows = itemRows(tables, view);
  const show = (change: Partial<ItemView>) =>
    setSearch(itemViewQuery({ ...view, ...change }), { replace: true });
  const groups = groupsOf(tables);
  if (tables.items.every(({ kind }) => kind !== "scale")) return null;
  return (
    <section className="page-section" aria-labelledby="items">
      <h2 id="items">{TEXTS.items}</h2>
      <p className="hint">{TEXTS.itemsIntro}</p>
      {tables.width !== null && <p className="hint">{TEXTS.openEnds}</p>}
      <div className="filters">
        <SelectField
          id={`${id}-theme`}
          label={TEXTS.filterTheme}
          value={view.theme}
          options={[
            { value: "", label: TEXTS.allThemes },
            ...tables.scales.map(({ code, label }) => ({ value: code, label })),
          ]}
          onChange={(theme) => show({ theme })}
        />
        {groups.length > 0 && (
          <SelectField
            id={`${id}-group`}
            label={TEXTS.filterGroup}
            value={view.group}
            options={[
              { value: "", label: TEXTS.everybody },
              ...groups.map(({ key, label }) => ({ value: key, label })),
            ]}
            onChange={(group) => show({ group })}
          />
        )}
        <SelectField
          id={`${id}-sort`}
          label={COMPARISON_TEXTS.sort}
          value={view.order}
          options={ITEM_ORDERS.map((order) => ({ value: order, label: TEXTS.orders[order] }))}
          onChange={(text) => show({ order: readItemOrder(text), ascending: false })}
        />
        <p className="hint" role="status">
          {rows.length === 0 ? TEXTS.noItems : TEXTS.found(rows.length)}
        </p>
      </div>
      {rows.length > 0 && <QuestionTable rows={rows} view={view} tables={tables} />}
    </section>
  );
}
