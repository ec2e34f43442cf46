/** From what was decided about each group to the cells of one item. */
import type { Cell, SuppressionReason } from "../disclosure/cell.ts";
import { type ClassCounts, pointsOf } from "./class-counts.ts";
import { exactly } from "./count-bounds.ts";
import type { Aggregate } from "./release-plan.ts";
import type { StaffCells, StaffDistribution } from "./staff-tables-model.ts";

/** What is shown of one item for one aggregate: each point, two blocks of points, or nothing for a reason. */
export type Shown = "points" | "blocks" | SuppressionReason;

/** The first and last point of each block that a distribution can be coarsened to. */
export type Blocks = readonly (readonly [number, number])[];

/**
 * The two blocks of an item: above the middle of the scale, and not. None where a block would be a single point, or
 * where the points have no order.
 *
 * @param item points, whether they have an order, and whether a high answer means little
 * @returns the blocks, the lower first; empty if there are none
 * @example blocksOf({ points: 5, ordered: true, reverseKeyed: false }); // [[1, 3], [4, 5]]
 */
export function blocksOf(item: {
  readonly points: number;
  readonly ordered: boolean;
  readonly reverseKeyed: boolean;
}): Blocks {
  const lower = item.reverseKeyed ? Math.floor(item.points / 2) : Math.ceil(item.points / 2);
  if (!item.ordered || lower < 2 || item.points - lower < 2) return [];
  return [
    [1, lower],
    [lower + 1, item.points],
  ];
}

/**
 * The cells of one item.
 *
 * @param aggregates everybody first, then the categories cut by cut
 * @param counted the item's counts
 * @param decided what is shown of each aggregate, and the item's blocks
 * @returns one cell an aggregate, in their order
 * @example itemCells(plan.aggregates, counted, { shown, blocks })[0];
 */
export function itemCells(
  aggregates: readonly Aggregate[],
  counted: ClassCounts,
  {
    kind,
    shown,
    blocks,
  }: { readonly kind: "scale" | "choice"; readonly shown: readonly Shown[]; readonly blocks: Blocks },
): readonly Cell<StaffDistribution>[] {
  const single = Array.from({ length: counted.points }, (_, place) => [place + 1, place + 1] as const);
  return aggregates.map((aggregate, place): Cell<StaffDistribution> => {
    const as = shown[place] ?? "would-reveal-another";
    if (as !== "points" && as !== "blocks") return { shown: false, reason: as };
    const counts = pointsOf(aggregate, counted);
    const n = sum(counts);
    const given = exactly(n);
    if (kind === "choice") {
      const choices = counts.map((count, at) => ({ choice: at + 1, ...exactly(count) }));
      return { shown: true, n, value: { kind, given, choices } };
    }
    const borders = (as === "points" ? single : blocks)
      .slice(1)
      .map(([from]) => ({ above: from - 1, ...exactly(sum(counts.slice(from - 1))) }));
    return { shown: true, n, value: { kind, given, borders } };
  });
}

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

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
