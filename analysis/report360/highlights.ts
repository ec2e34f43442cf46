/** The highest and lowest items, with ties as they are. */
import type { HighlightRow, ItemRow } from "./report-model.ts";

const LONGEST = 5;

export interface Highlights {
  readonly highest: readonly HighlightRow[];
  readonly lowest: readonly HighlightRow[];
}

/** An item with its place between the ends of its scale, so that scales of different length compare. */
interface Placed {
  readonly row: ItemRow;
  readonly place: number;
}

/**
 * The items that all others rate highest and lowest: about five each (fewer where the survey has fewer than
 * ten items), never splitting items of equal displayed means. Equal items share a rank and the next rank
 * skips (1, 2, 2, 4). A tie so long that the list would double is left out together with all below it, and
 * no item is in both lists.
 *
 * @param items the report's item rows
 * @param pointsOf points of each scale by name
 * @returns both lists, best and worst first; empty where nothing stands out
 * @example highlights(rows, (scale) => scales[scale]?.points ?? 5).highest[0]?.rank; // 1
 */
export function highlights(items: readonly ItemRow[], pointsOf: (scale: string) => number): Highlights {
  const placed = items.flatMap((row): Placed[] => {
    if (!row.allOthers.shown) return [];
    return [{ row, place: (row.allOthers.value.mean - 1) / (pointsOf(row.scale) - 1) }];
  });
  const length = Math.min(LONGEST, Math.floor(placed.length / 2));
  const descending = placed.toSorted((a, b) => b.place - a.place);
  const highest = ranked(descending, length);
  const lowest = ranked(descending.toReversed(), length);
  const codes = (rows: readonly HighlightRow[]) => new Set(rows.map(({ code }) => code));
  const high = codes(highest);
  const low = codes(lowest);
  return {
    highest: highest.filter(({ code }) => !low.has(code)),
    lowest: lowest.filter(({ code }) => !high.has(code)),
  };
}

function ranked(sorted: readonly Placed[], length: number): readonly HighlightRow[] {
  const list: HighlightRow[] = [];
  for (const tied of tieGroups(sorted)) {
    if (list.length >= length || list.length + tied.length > 2 * length) break;
    const rank = list.length + 1;
    for (const { row } of tied) {
      list.push({ code: row.code, label: row.label, value: row.allOthers, rank, scale: row.scale });
    }
  }
  return list;
}

function tieGroups(sorted: readonly Placed[]): readonly (readonly Placed[])[] {
  const groups: Placed[][] = [];
  for (const entry of sorted) {
    const last = groups.at(-1);
    if (last?.[0]?.place === entry.place) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}
