/** The lines of figures of one subject's report: items, and the dimensions made of them. */
import { directionBeside, meanBesideEarlier } from "../disclosure/beside-earlier.ts";
import type { Cell, Figure } from "../disclosure/cell.ts";
import { distributionCell } from "../disclosure/distribution-cell.ts";
import { averageItems, poolBlocks } from "../disclosure/higher-figures.ts";
import { anonymousMean, attributedMean } from "../disclosure/mean-cell.ts";
import type { ScoredDimension, ScoredItem } from "../scoring/scored-items.ts";
import type { Tally } from "../scoring/tally.ts";
import { tallyItem } from "../scoring/tally.ts";
import { alikeSums, type BesideEarlier, besideEarlier, type EarlierReport } from "./earlier-reports.ts";
import type { DimensionRow, DirectionSince, ItemRow, ReportBlock } from "./report-model.ts";
import type { ReportPlan } from "./report-plan.ts";
import type { SubjectBlock } from "./subject-blocks.ts";

/** A subject's blocks, and the reports of earlier waves about the same person. */
export interface BlocksInTime {
  readonly blocks: readonly SubjectBlock[];
  readonly earlier: readonly EarlierReport[];
}

/**
 * The row of one item: a cell a block, all others over the anonymous blocks that are displayed, and the
 * distributions that may be shown.
 *
 * @param plan the wave's plan
 * @param scored the item
 * @param subject the subject's blocks with their rows, and earlier reports about them
 * @returns the row, in scale points; reverse-keyed items turned, so that high always means much
 * @example itemRow(plan, item, blocks).allOthers;
 */
export function itemRow(plan: ReportPlan, scored: ScoredItem, { blocks, earlier }: BlocksInTime): ItemRow {
  const { item, scaleName, reverseKeyed } = scored;
  const minimum = plan.policy.minimumGroupSize;
  const besideOf = (block: ReportBlock) => besideEarlier(earlier, { block, item: item.code, minimum });
  const cells = blocks.map(({ block, rows }) => {
    const tally = tallyOf(plan, scored, rows);
    if (block.attributed) return { block, mean: attributedMean(tally) };
    return { block, ...cellBesideEarlier(tally, anonymousMean(tally, minimum), besideOf(block)) };
  });
  const anonymous = cells.filter(({ block }) => !block.attributed);
  const directions = anonymous.flatMap(({ block, direction }) =>
    direction === undefined ? [] : [[block.code, direction] as const],
  );
  const selfLabel = item.metadata.selfWording;
  return {
    code: item.code,
    label: item.title,
    blocks: Object.fromEntries(cells.map(({ block, mean }) => [block.code, mean])),
    allOthers: poolBlocks(anonymous.map(({ mean }) => mean)),
    scale: scaleName,
    reverseKeyed,
    distributions: Object.fromEntries(
      anonymous.flatMap(({ block, distribution }) =>
        distribution === undefined ? [] : [[block.code, distribution]],
      ),
    ),
    ...(directions.length === 0 ? {} : { directions: Object.fromEntries(directions) }),
    ...(selfLabel === undefined ? {} : { selfLabel }),
  };
}

interface CellInTime {
  readonly mean: Cell<Figure>;
  readonly distribution?: Cell<readonly number[]>;
  readonly direction?: DirectionSince;
}

/** Beside an earlier wave of nearly the same people a spread would tell more than the mean: it is not shown. */
function cellBesideEarlier(tally: Tally, mean: Cell<Figure>, beside: BesideEarlier): CellInTime {
  if (beside.rule === "free") return { mean, distribution: distributionCell(tally, mean) };
  const hidden = { shown: false, reason: "nearly-same-people" } as const;
  const distribution = mean.shown ? hidden : distributionCell(tally, mean);
  if (beside.rule === "coded") {
    const ranges = beside.before.map((before) => alikeSums(before, tally));
    const coded = ranges.reduce((cell, alike) => meanBesideEarlier(tally, cell, alike), mean);
    return { mean: coded, distribution };
  }
  const [before] = beside.before;
  if (!mean.shown || before === undefined) return { mean, distribution };
  const only = beside.before.length === 1;
  const direction = only ? directionBeside(tally, alikeSums(before, tally)) : "not-told";
  return { mean: hidden, distribution, direction: { since: before.title, direction } };
}

/**
 * The row of one dimension, made of the rows of its items.
 *
 * @param scored the dimension
 * @param items the rows of its items
 * @param blocks the report's blocks
 * @returns the row; its cells are not shown where the items' scales differ in length
 * @example dimensionRow(dimension, rows, blocks).blocks["self"];
 */
export function dimensionRow(
  scored: ScoredDimension,
  items: readonly ItemRow[],
  blocks: readonly ReportBlock[],
): DimensionRow {
  const { code, label, description, minimumAnswered } = scored.dimension;
  const mean = (cells: readonly Cell<Figure>[], minimumShown: number): Cell<Figure> =>
    scored.points === undefined
      ? { shown: false, reason: "mixed-scales" }
      : averageItems(cells, minimumShown);
  const blockCell = (block: ReportBlock) =>
    // The minimum of answered items is about one person's score, so it concerns attributed answers.
    mean(itemCells(items, block.code), block.attributed ? minimumAnswered : 0);
  return {
    code,
    label,
    blocks: Object.fromEntries(blocks.map((block) => [block.code, blockCell(block)])),
    allOthers: mean(
      items.map((item) => item.allOthers),
      0,
    ),
    items,
    ...(description === undefined ? {} : { description }),
  };
}

function itemCells(items: readonly ItemRow[], block: string): readonly Cell<Figure>[] {
  return items.flatMap((item) => item.blocks[block] ?? []);
}

function tallyOf(
  plan: ReportPlan,
  { item, scale, reverseKeyed }: ScoredItem,
  rows: readonly number[],
): Tally {
  const column = plan.columns.get(item.code);
  if (column === undefined || column.points !== scale.points) {
    return { points: scale.points, counts: [], n: 0, sum: 0 };
  }
  return tallyItem(column, rows, reverseKeyed);
}
