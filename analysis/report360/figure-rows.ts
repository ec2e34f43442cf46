/** The lines of figures of one subject's report: items, and the dimensions made of them. */
import type { Cell, Figure } from "../disclosure/cell.ts";
import { distributionCell } from "../disclosure/distribution-cell.ts";
import { averageItems, poolBlocks } from "../disclosure/higher-figures.ts";
import { anonymousMean, attributedMean } from "../disclosure/mean-cell.ts";
import type { ScoredDimension, ScoredItem } from "../scoring/scored-items.ts";
import type { Tally } from "../scoring/tally.ts";
import { tallyItem } from "../scoring/tally.ts";
import type { DimensionRow, ItemRow, ReportBlock } from "./report-model.ts";
import type { ReportPlan } from "./report-plan.ts";
import type { SubjectBlock } from "./subject-blocks.ts";

/**
 * The row of one item: a cell a block, all others over the anonymous blocks that are displayed, and the
 * distributions that may be shown.
 *
 * @param plan the wave's plan
 * @param scored the item
 * @param blocks the subject's blocks with their rows
 * @returns the row, in scale points; reverse-keyed items turned, so that high always means much
 * @example itemRow(plan, item, blocks).allOthers;
 */
export function itemRow(plan: ReportPlan, scored: ScoredItem, blocks: readonly SubjectBlock[]): ItemRow {
  const { item, scaleName, reverseKeyed } = scored;
  const minimum = plan.policy.minimumGroupSize;
  const cells = blocks.map(({ block, rows }) => {
    const tally = tallyOf(plan, scored, rows);
    const mean = block.attributed ? attributedMean(tally) : anonymousMean(tally, minimum);
    return { block, mean, distribution: distributionCell(tally, mean) };
  });
  const anonymous = cells.filter(({ block }) => !block.attributed);
  const selfLabel = item.metadata.selfWording;
  return {
    code: item.code,
    label: item.title,
    blocks: Object.fromEntries(cells.map(({ block, mean }) => [block.code, mean])),
    allOthers: poolBlocks(anonymous.map(({ mean }) => mean)),
    scale: scaleName,
    reverseKeyed,
    distributions: Object.fromEntries(anonymous.map(({ block, distribution }) => [block.code, distribution])),
    ...(selfLabel === undefined ? {} : { selfLabel }),
  };
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
