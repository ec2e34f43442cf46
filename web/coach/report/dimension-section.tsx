/** One dimension: its large chart, its figures by group, and its items to open. */
import type { DimensionRow, ItemRow, Report360 } from "../../../analysis/report360/report-model.ts";
import { inEnglish } from "../../ui/localised.ts";
import { REPORT_TEXTS } from "../../ui/texts/coach-report.ts";
import { ScaleNumbers } from "./chart-grid.tsx";
import { FigureTable, GroupTable } from "./figure-table.tsx";
import { ItemFigures } from "./item-row.tsx";
import { LabelledStrip } from "./labelled-strip.tsx";
import { MarkLegend } from "./mark-legend.tsx";
import { pointsOfItem, pointsOfItems } from "./scale-of-report.ts";

interface ItemListProps {
  readonly report: Report360;
  readonly label: string;
  readonly items: readonly ItemRow[];
}

/** Items with their strips, and the table of the same figures. */
function ItemList({ report, label, items }: ItemListProps) {
  return (
    <>
      <div className="item-head">
        <MarkLegend blocks={report.blocks} />
        <ScaleNumbers points={pointsOfItems(report, items)} />
      </div>
      <ul className="items">
        {items.map((item) => (
          <ItemFigures
            key={item.code}
            item={item}
            blocks={report.blocks}
            points={pointsOfItem(report, item)}
            minimum={report.policy.minimumGroupSize}
            scale={report.scales[item.scale]}
          />
        ))}
      </ul>
      <details className="table-behind">
        <summary>{REPORT_TEXTS.itemsTable(label)}</summary>
        <FigureTable
          caption={REPORT_TEXTS.itemsTable(label)}
          head={REPORT_TEXTS.item}
          rows={items}
          blocks={report.blocks}
          minimum={report.policy.minimumGroupSize}
        />
      </details>
    </>
  );
}

function OneDimension({ report, row }: { readonly report: Report360; readonly row: DimensionRow }) {
  const label = inEnglish(row.label);
  const points = pointsOfItems(report, row.items);
  return (
    <article className="dimension" aria-labelledby={`dimension-${row.code}`}>
      <h3 id={`dimension-${row.code}`}>{label}</h3>
      {row.description !== undefined && <p className="hint">{inEnglish(row.description)}</p>}
      <div className="dimension-figures">
        <figure className="chart">
          <LabelledStrip row={row} blocks={report.blocks} points={points} />
          <ScaleNumbers points={points} />
        </figure>
        <GroupTable
          caption={REPORT_TEXTS.rowCaption(label)}
          row={row}
          blocks={report.blocks}
          minimum={report.policy.minimumGroupSize}
        />
      </div>
      <details className="items-behind">
        <summary>{REPORT_TEXTS.itemsOf(row.items.length)}</summary>
        <ItemList report={report} label={label} items={row.items} />
      </details>
    </article>
  );
}

export function DimensionsSection({ report }: { readonly report: Report360 }) {
  return (
    <section className="report-section" aria-labelledby="dimensions">
      <h2 id="dimensions">{REPORT_TEXTS.dimensions}</h2>
      {report.dimensions.map((row) => (
        <OneDimension key={row.code} report={report} row={row} />
      ))}
      {report.otherItems.length > 0 && (
        <article className="dimension" aria-labelledby="other-items">
          <h3 id="other-items">{REPORT_TEXTS.otherItems}</h3>
          <ItemList report={report} label={REPORT_TEXTS.otherItems} items={report.otherItems} />
        </article>
      )}
    </section>
  );
}
