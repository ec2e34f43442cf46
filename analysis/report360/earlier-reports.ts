/** What a report must not say beside the reports of earlier waves about the same person. */
import type { Turnover } from "../wave-ledger/ledger-model.ts";
import { standingOf } from "../wave-ledger/weigh-wave.ts";
import { sumBounds } from "./displayed-sum.ts";
import type { ItemRow, Report360, ReportBlock } from "./report-model.ts";

/** A report of an earlier wave about the same person, with what the ledger knows of both lists. */
export interface EarlierReport {
  readonly wave: string;
  readonly title: string;
  /** Whole days from its end to the opening of the later wave. */
  readonly days: number;
  /** By code of an item in the later wave: its code in the earlier one. */
  readonly items: ReadonlyMap<string, string>;
  readonly report: Report360;
  /** Who was invited to these groups, then and now. */
  readonly turnover: (later: readonly string[], before: readonly string[]) => Turnover;
}

/** The earlier cell that a later one must be told apart from. */
export interface CellBefore {
  readonly title: string;
  readonly turnover: Turnover;
  /** Answers behind it, and the sums that they can have had. */
  readonly n: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What holds for one cell of the later report.
 * - free: as if there had been no wave before
 * - coded: so many joined or left that they are a group of their own, whose sum is coded as any other
 * - withheld: the cell itself is not shown; at most that it is higher, or lower, than the one before
 */
export type BesideEarlier =
  | { readonly rule: "free" }
  | { readonly rule: "coded" | "withheld"; readonly before: readonly CellBefore[] };

/**
 * Decides from lists, dates and what was shown; no answer of the later wave enters.
 *
 * @param earlier reports about the same person
 * @param cell the block of the later report, the code of its item, and the later wave's minimum
 * @returns what holds for the cell
 * @see ../disclosure/README.md, rule 7
 * @example besideEarlier(earlier, { block, item: "calm", minimum: 4 }).rule; // "free"
 */
export function besideEarlier(
  earlier: readonly EarlierReport[],
  { block, item, minimum }: { readonly block: ReportBlock; readonly item: string; readonly minimum: number },
): BesideEarlier {
  const coded: CellBefore[] = [];
  const withheld: CellBefore[] = [];
  for (const one of earlier) {
    const row = rowOf(one.report, one.items.get(item));
    if (row === undefined) continue;
    for (const before of one.report.blocks.filter(({ attributed }) => !attributed)) {
      const turnover = one.turnover(block.groups, before.groups);
      const larger = Math.max(minimum, one.report.policy.minimumGroupSize);
      const standing = standingOf(turnover, { days: one.days, minimum: larger });
      const shown = cellBefore(one, row, before);
      // What was not shown cannot be subtracted from.
      if (shown === undefined || standing === "free" || standing === "trend") continue;
      (standing === "cells" ? coded : withheld).push({ ...shown, turnover });
    }
  }
  if (withheld.length > 0) return { rule: "withheld", before: [...withheld, ...coded] };
  // Three waves, or two earlier groups, can tell a single answer by parity, however wide the blocks are.
  if (coded.length > 1) return { rule: "withheld", before: coded };
  return coded.length === 1 ? { rule: "coded", before: coded } : { rule: "free" };
}

/**
 * Where figures of a report are coded or not shown because of earlier waves.
 *
 * @param earlier reports about the same person
 * @param report the codes of its items, its blocks, and the later wave's minimum
 * @returns titles of those waves, and codes of the blocks
 * @example besideWaves(earlier, { items: ["calm"], blocks, minimum: 4 }).titles; // ["Spring"]
 */
export function besideWaves(
  earlier: readonly EarlierReport[],
  report: {
    readonly items: readonly string[];
    readonly blocks: readonly ReportBlock[];
    readonly minimum: number;
  },
): { readonly titles: readonly string[]; readonly blocks: ReadonlySet<string> } {
  const titles = new Set<string>();
  const blocks = new Set<string>();
  for (const block of report.blocks.filter(({ attributed }) => !attributed)) {
    for (const item of report.items) {
      const beside = besideEarlier(earlier, { block, item, minimum: report.minimum });
      if (beside.rule === "free") continue;
      blocks.add(block.code);
      for (const { title } of beside.before) titles.add(title);
    }
  }
  return { titles: [...titles], blocks };
}

function rowOf(report: Report360, item: string | undefined): ItemRow | undefined {
  const rows = [...report.dimensions.flatMap(({ items }) => items), ...report.otherItems];
  return rows.find(({ code }) => code === item);
}

function cellBefore(
  { title, report }: EarlierReport,
  row: ItemRow,
  { code }: ReportBlock,
): Omit<CellBefore, "turnover"> | undefined {
  const cell = row.blocks[code];
  const points = report.scales[row.scale]?.points ?? Number.NaN;
  if (cell?.shown !== true) return undefined;
  const whole = { low: cell.n, high: cell.n * points };
  const width = points < 9 ? Math.min(2, points - 1) : 3;
  const said = sumBounds({ n: cell.n, points, width }, cell.value) ?? whole;
  return { title, n: cell.n, low: Math.max(said.low, whole.low), high: Math.min(said.high, whole.high) };
}

/** The later sums that are possible if everybody who stayed answered as before. */
export interface AlikeSums {
  readonly low: number;
  readonly high: number;
}

/**
 * The least and greatest sum of a later cell if everybody who stayed answered as before.
 *
 * @param before the earlier cell, with who joined and left since
 * @param later how many answered now, and the points of the scale
 * @returns the range of sums, within what is possible at all
 * @example alikeSums(before, { n: 12, points: 5 });
 */
export function alikeSums(
  { n: earlier, low, high, turnover }: CellBefore,
  { n, points }: { readonly n: number; readonly points: number },
): AlikeSums {
  // Where fewer or more answered than the lists tell, as many more left or joined.
  const left = Math.min(earlier, Math.max(turnover.left, earlier + turnover.joined - n));
  const joined = Math.max(0, n - (earlier - left));
  const stayed = earlier - left;
  return {
    low: Math.max(stayed, low - left * points) + joined,
    high: Math.min(stayed * points, high - left) + joined * points,
  };
}
