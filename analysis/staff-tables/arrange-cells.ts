/** Cells of aggregates in the order in which tables hold them. */
import type { Cell } from "../disclosure/cell.ts";
import type { Aggregate } from "./release-plan.ts";
import type { StaffCells } from "./staff-tables-model.ts";

/**
 * Cells in the order of aggregates as the tables hold them.
 *
 * @param aggregates everybody first, then the categories cut by cut
 * @param cells one an aggregate
 * @param cuts how many cuts there are
 * @returns the total, and the cells of each cut
 * @example arrangeCells(plan.aggregates, cells, plan.cuts.length).total;
 */
export function arrangeCells<V>(
  aggregates: readonly Aggregate[],
  cells: readonly Cell<V>[],
  cuts: number,
): StaffCells<V> {
  const ofCut = (cut: number) => cells.filter((_, place) => aggregates[place]?.cut === cut);
  return {
    total: cells[0] ?? { shown: false, reason: "no-answers" },
    cuts: Array.from({ length: cuts }, (_, cut) => ofCut(cut)),
  };
}
