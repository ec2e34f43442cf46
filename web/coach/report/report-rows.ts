/** Finding lines of a report: gaps by size with their rows, strengths, and how many answered. */
import type { Figure } from "../../../analysis/disclosure/cell.ts";
import type {
  FigureRow,
  HighlightRow,
  Report360,
  SelfOtherGap,
} from "../../../analysis/report360/report-model.ts";
import { pointsOfItem, pointsOfItems } from "./scale-of-report.ts";

/** A gap with the figures it comes from. */
export interface GapLine {
  readonly gap: SelfOtherGap;
  readonly points: number;
  readonly self: Figure | undefined;
  readonly selfN: number | undefined;
  readonly others: Figure | undefined;
  readonly n: number | undefined;
}

/** Gaps exist only where a group "self" is shown by name. */
function selfCell(row: FigureRow | undefined) {
  const cell = row?.blocks["self"];
  return cell?.shown === true ? cell : undefined;
}

function gapSize(gap: SelfOtherGap): number {
  return gap.gap.shown ? Math.abs(gap.gap.value) : -1;
}

/** The gaps of one level with their figures, largest first; those not shown come last. */
export function gapLines(report: Report360, level: SelfOtherGap["level"]): readonly GapLine[] {
  const rows = new Map<string, { readonly row: FigureRow; readonly points: number }>();
  for (const dimension of report.dimensions) {
    if (level === "dimension") {
      rows.set(dimension.code, { row: dimension, points: pointsOfItems(report, dimension.items) });
    } else
      for (const item of dimension.items)
        rows.set(item.code, { row: item, points: pointsOfItem(report, item) });
  }
  if (level === "item")
    for (const item of report.otherItems)
      rows.set(item.code, { row: item, points: pointsOfItem(report, item) });
  return report.gaps.rows
    .filter((gap) => gap.level === level && rows.has(gap.code))
    .map((gap): GapLine => {
      const found = rows.get(gap.code);
      const others = found?.row.allOthers;
      return {
        gap,
        points: found?.points ?? 5,
        self: selfCell(found?.row)?.value,
        selfN: selfCell(found?.row)?.n,
        others: others?.shown === true ? others.value : undefined,
        n: others?.shown === true ? others.n : undefined,
      };
    })
    .sort((a, b) => gapSize(b.gap) - gapSize(a.gap));
}

/** True if the named rule calls it a blind spot or a hidden strength. */
export function isNotable(line: GapLine): boolean {
  return line.gap.verdict === "blind-spot" || line.gap.verdict === "hidden-strength";
}

/** The first rows of a ranking and how many more share the last one's figure. */
export function firstOfRanking(
  ranking: readonly HighlightRow[],
  count: number,
): { readonly first: readonly HighlightRow[]; readonly tied: number } {
  const first = ranking.slice(0, count);
  const lastRank = first.at(-1)?.rank;
  return { first, tied: ranking.slice(count).filter((row) => row.rank === lastRank).length };
}

/** Codes of the items whose figures are turned: a high figure means little of what the words say. */
export function turnedItems(report: Report360): ReadonlySet<string> {
  const items = [...report.dimensions.flatMap((dimension) => dimension.items), ...report.otherItems];
  return new Set(items.filter((item) => item.reverseKeyed).map((item) => item.code));
}

/** How many were invited, and how many answered as far as the report counts them. */
export function turnout(report: Report360): { readonly invited: number; readonly received: number } {
  return {
    invited: report.responses.reduce((sum, response) => sum + response.invited, 0),
    received: report.blocks.reduce((sum, { received }) => sum + (received.shown ? received.value : 0), 0),
  };
}
