/** The questions of one wave as rows that can be sorted and filtered; what is wanted stands in the address. */
import type { Cell } from "../../../analysis/disclosure/cell.ts";
import type {
  StaffCells,
  StaffDistribution,
  StaffItem,
  StaffTables,
} from "../../../analysis/staff-tables/staff-tables-model.ts";
import { type ItemFigures, itemFiguresOf } from "../figures/wave-figures.ts";

export const ITEM_ORDERS = ["asked", "favourable", "unfavourable", "mean", "count"] as const;
export type ItemOrder = (typeof ITEM_ORDERS)[number];

export interface ItemView {
  readonly order: ItemOrder;
  /** True: the smallest first. */
  readonly ascending: boolean;
  /** Code of a theme, or "" for all. */
  readonly theme: string;
  /** "cut.category" by place, or "" for everybody. */
  readonly group: string;
}

export interface ItemRow {
  readonly item: StaffItem;
  readonly cell: Cell<StaffDistribution>;
  readonly figures: ItemFigures | null;
}

/** A mistyped order is the one asked in. */
export function readItemOrder(text: string | null): ItemOrder {
  return ITEM_ORDERS.find((one) => one === text) ?? "asked";
}

/** A mistyped address is the plain view. */
export function readItemView(search: URLSearchParams): ItemView {
  return {
    order: readItemOrder(search.get("sort")),
    ascending: search.get("order") === "up",
    theme: search.get("theme") ?? "",
    group: search.get("group") ?? "",
  };
}

/** Only what differs from the plain view stands in the address. */
export function itemViewQuery(view: ItemView): Record<string, string> {
  return {
    ...(view.order === "asked" ? {} : { sort: view.order }),
    ...(view.ascending ? { order: "up" } : {}),
    ...(view.theme === "" ? {} : { theme: view.theme }),
    ...(view.group === "" ? {} : { group: view.group }),
  };
}

/** The groups a view can be of, with the key that stands in the address. */
export function groupsOf({ cuts }: StaffTables): readonly { readonly key: string; readonly label: string }[] {
  return cuts.flatMap((cut, place) =>
    cut.categories.map(({ label }, category) => ({
      key: `${place}.${category}`,
      label: `${cut.label}: ${label}`,
    })),
  );
}

function cellOf<V>({ total, cuts }: StaffCells<V>, group: string): Cell<V> {
  const [cut, category] = group.split(".").map(Number);
  return cuts[cut ?? -1]?.[category ?? -1] ?? total;
}

/** Of bounds the lower one. */
function figureOf({ figures }: ItemRow, order: ItemOrder): number | null {
  if (figures === null) return null;
  if (order === "asked") return null;
  if (order === "count") return figures.given.low;
  return order === "mean" ? (figures.mean?.low ?? null) : (figures[order]?.share.low ?? null);
}

/** Rows without a figure stand last, whichever way the others are sorted. */
function sorted(rows: readonly ItemRow[], { order, ascending }: ItemView): readonly ItemRow[] {
  if (order === "asked") return ascending ? rows.toReversed() : rows;
  return rows.toSorted((a, b) => {
    const [one, other] = [figureOf(a, order), figureOf(b, order)];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    return ascending ? one - other : other - one;
  });
}

/** Items on a scale, of the theme and the group wanted. */
export function itemRows(tables: StaffTables, view: ItemView): readonly ItemRow[] {
  const rows = tables.items
    .filter(({ kind, dimension }) => kind === "scale" && (view.theme === "" || dimension === view.theme))
    .map((item): ItemRow => {
      const cell = cellOf(item.cells, view.group);
      return { item, cell, figures: itemFiguresOf(item, cell) };
    });
  return sorted(rows, view);
}
