/** Staff tables with some of their cuts only, and what they tell of the persons behind them. */
import type { Cell } from "../disclosure/cell.ts";
import type { AuditedClasses } from "./audited-classes.ts";
import type { StaffCells, StaffCut, StaffTables } from "./staff-tables-model.ts";

/**
 * The same tables without some cuts. Nothing else changes, as if these groups were not shown.
 *
 * @param tables staff tables
 * @param keeps which cuts stay
 * @returns tables with the cuts that stay
 * @example withCuts(tables, ({ codes }) => !codes.includes("grade"));
 */
export function withCuts(tables: StaffTables, keeps: (cut: StaffCut) => boolean): StaffTables {
  const stay = tables.cuts.map(keeps);
  const cells = <V>({ total, cuts }: StaffCells<V>): StaffCells<V> => ({
    total,
    cuts: cuts.filter((_, place) => stay[place]),
  });
  const { index } = tables;
  return {
    ...tables,
    cuts: tables.cuts.filter((_, place) => stay[place]),
    items: tables.items.map(({ rest, ...item }) => {
      // Who is in none of the first cut's groups is told beside that cut only.
      const beside = rest !== undefined && stay[0] === true ? { rest } : {};
      return { ...item, cells: cells(item.cells), ...beside };
    }),
    scales: tables.scales.map((scale) => ({ ...scale, cells: cells(scale.cells) })),
    index: index === null ? null : { ...index, cells: cells(index.cells) },
  };
}

/**
 * The persons of tables with one cut or none, as the shown numbers tell: those of each shown category, and all others
 * as one class, since nothing shown tells them apart.
 *
 * @param tables staff tables with at most one cut
 * @returns the classes
 * @example classesOfCut(withCuts(tables, ({ codes }) => codes[0] === "unit")).persons;
 */
export function classesOfCut(tables: StaffTables): AuditedClasses {
  const [cut] = tables.cuts;
  const codes = cut?.codes ?? [];
  const categories = cut?.categories ?? [];
  const sizes = (cells: StaffCells<unknown>): readonly number[] => {
    const own = categories.map((_, place) => personsOf(cells.cuts[0]?.[place]));
    const named = own.reduce((sum, n) => sum + n, 0);
    return [...own, Math.max(0, personsOf(cells.total) - named)];
  };
  const answered = { total: tables.answered, cuts: [categories.map((category) => category.answered)] };
  return {
    codes,
    values: [...categories.map(({ values }) => values), codes.map(() => null)],
    persons: sizes(answered),
    answered: Object.fromEntries(tables.items.map(({ code, cells }) => [code, sizes(cells)])),
  };
}

function personsOf(cell: Cell<unknown> | undefined): number {
  return cell?.shown === true ? cell.n : 0;
}
