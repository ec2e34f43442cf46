/** Reads released tables as they were stored: those made before counts were bounds become bounds without room. */
import type { Cell } from "../disclosure/cell.ts";
import { exactly, type MeanBounds } from "./count-bounds.ts";
import type {
  BorderCount,
  StaffCells,
  StaffDistribution,
  StaffItem,
  StaffScale,
  StaffScore,
  StaffTables,
} from "./staff-tables-model.ts";

/** How many gave the answers from one point or choice to another: an exact count. */
interface CountedPart {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

interface ExactDistribution {
  readonly parts: readonly CountedPart[];
}

interface ExactScore {
  readonly mean: number;
  readonly sd: number | null;
}

type ExactItem = Omit<StaffItem, "cells"> & { readonly cells: StaffCells<ExactDistribution> };
type ExactScale = Omit<StaffScale, "cells"> & { readonly cells: StaffCells<ExactScore> };

/** Tables as they were released before any count was coded. */
export interface ExactTables extends Omit<StaffTables, "format" | "width" | "items" | "scales" | "index"> {
  readonly format: 1;
  readonly items: readonly ExactItem[];
  readonly scales: readonly ExactScale[];
  readonly index: ExactScale | null;
}

/** Whatever a release may have been stored as. */
export type StoredStaffTables = StaffTables | ExactTables;

/**
 * Tables in today's shape.
 *
 * @param stored tables of any format
 * @returns the same figures; exact counts as bounds that are equal
 * @example readStoredTables(stored).format; // 2
 */
export function readStoredTables(stored: StoredStaffTables): StaffTables {
  if (stored.format !== 1) return stored;
  const { items, scales, index, ...same } = stored;
  return {
    ...same,
    format: 2,
    width: null,
    items: items.map((item) => ({ ...item, cells: cellsAs(item.cells, (old) => answersOf(item, old)) })),
    scales: scales.map(scaleOf),
    index: index === null ? null : scaleOf(index),
  };
}

function scaleOf(scale: ExactScale): StaffScale {
  return { ...scale, cells: cellsAs(scale.cells, scoreOf) };
}

function scoreOf({ mean, sd }: ExactScore): StaffScore {
  const bounds: MeanBounds = { low: mean, high: mean };
  return { mean: bounds, sdAtMost: sd };
}

function answersOf({ kind }: Pick<StaffItem, "kind">, { parts }: ExactDistribution): StaffDistribution {
  const given = exactly(total(parts));
  if (kind === "choice") {
    return { kind, given, choices: parts.map(({ from, count }) => ({ choice: from, ...exactly(count) })) };
  }
  const borders = parts
    .slice(1)
    .map(({ from }, place): BorderCount => ({ above: from - 1, ...exactly(total(parts.slice(place + 1))) }));
  return { kind, given, borders };
}

function total(parts: readonly CountedPart[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}

function cellsAs<Old, New>(cells: StaffCells<Old>, read: (old: Old) => New): StaffCells<New> {
  const one = (cell: Cell<Old>): Cell<New> => (cell.shown ? { ...cell, value: read(cell.value) } : cell);
  return { total: one(cells.total), cuts: cells.cuts.map((cut) => cut.map(one)) };
}
