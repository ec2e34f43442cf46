/** A figure of which only bounds may be known, as three columns: its value where it is exact, and both bounds always. */
import type { Bounds } from "../bounds.ts";
import type { FileColumn, FileRow } from "./file-book.ts";
import { figureColumn } from "./file-columns.ts";

/**
 * The columns that boundedValues fills.
 * @param name name as in FileColumn, short enough for its endings
 * @param label what stands in them
 * @param decimals decimals that statistics programs show
 * @returns the columns: the exact value, at least, at most
 * @example boundedColumns("count", "How many gave it").map(({ name }) => name) // ["count", "count_low", "count_high"]
 */
export function boundedColumns(name: string, label: string, decimals = 0): readonly FileColumn[] {
  return [
    figureColumn(name, label, decimals),
    figureColumn(`${name}_low`, `${label}, at least`, decimals),
    figureColumn(`${name}_high`, `${label}, at most`, decimals),
  ];
}

/**
 * A figure as values of its columns.
 * @param name as in boundedColumns
 * @param bounds the figure; null where there is none
 * @param written how one number stands in the file; as it is unless given
 * @returns values of boundedColumns; the middle of bounds is never among them
 * @example boundedValues("count", { low: 10, high: 12 }) // { count: null, count_low: 10, count_high: 12 }
 */
export function boundedValues(
  name: string,
  bounds: Bounds | null,
  written: (value: number) => number = (value) => value,
): FileRow {
  if (bounds === null) return {};
  const { low, high } = bounds;
  return {
    [name]: low === high ? written(low) : null,
    [`${name}_low`]: written(low),
    [`${name}_high`]: written(high),
  };
}
