/** Whether cells are two trees over classes of persons: then their counts are sums in a network of flows. */
import type { CountedCell } from "./published-counts.ts";

/** A cell in one of the two trees. */
interface TreeCell {
  readonly cell: CountedCell;
  /** Place of the smallest cell that holds it; -1 at the top. */
  readonly parent: number;
}

/** Classes that are in the same cells, as one. */
interface MergedClass {
  /** Places in PublishedCounts.persons. */
  readonly members: readonly number[];
  readonly persons: number;
  /** Place of the smallest cell that holds it in each tree; -1 for none. */
  readonly inFirst: number;
  readonly inSecond: number;
}

export interface NestedCells {
  readonly first: readonly TreeCell[];
  readonly second: readonly TreeCell[];
  readonly classes: readonly MergedClass[];
}

/**
 * Sorts cells into the tree of the first cut and that of the second.
 *
 * @param cells but those of everybody
 * @param persons by class
 * @returns the trees; undefined where two cells of one tree share some persons and neither holds the other
 * @example nestedCells(cells, persons) === undefined; // counts that no flow can explain
 */
export function nestedCells(
  cells: readonly CountedCell[],
  persons: readonly number[],
): NestedCells | undefined {
  const first = tree(cells, "first", persons);
  const second = tree(cells, "second", persons);
  if (first === undefined || second === undefined) return undefined;
  const merged = new Map<string, MergedClass>();
  for (const [place, own] of persons.entries()) {
    if (own === 0) continue;
    const [inFirst, inSecond] = [smallest(first, place), smallest(second, place)];
    const key = `${inFirst} ${inSecond}`;
    const found = merged.get(key) ?? { members: [], persons: 0, inFirst, inSecond };
    merged.set(key, { ...found, members: [...found.members, place], persons: found.persons + own });
  }
  return { first, second, classes: [...merged.values()] };
}

/** Cells of one role, the larger first; none where they do not nest. */
function tree(
  cells: readonly CountedCell[],
  role: CountedCell["role"],
  persons: readonly number[],
): readonly TreeCell[] | undefined {
  const occupied = cells
    .filter((cell) => cell.role === role)
    .map((cell) => ({ cell, inside: new Set(cell.classes.filter((place) => (persons[place] ?? 0) > 0)) }))
    .sort((one, other) => other.inside.size - one.inside.size);
  const nested = occupied.map(({ cell, inside }, place) => {
    const above = occupied.slice(0, place).map((other) => {
      const common = [...inside].filter((number) => other.inside.has(number)).length;
      return common === 0 ? "apart" : common === inside.size ? "holds" : "crosses";
    });
    return { cell, parent: above.lastIndexOf("holds"), crosses: above.includes("crosses") };
  });
  return nested.some(({ crosses }) => crosses) ? undefined : nested;
}

function smallest(cells: readonly TreeCell[], place: number): number {
  return cells.findLastIndex(({ cell }) => cell.classes.includes(place));
}
