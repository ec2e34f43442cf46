/** A scale's score in one cell: a function of what is said of its items there. */
import type { Cell } from "../disclosure/cell.ts";
import { meanBounds, spreadBounds } from "./answer-bounds.ts";
import type { StaffDistribution, StaffItem, StaffScale, StaffScore } from "./staff-tables-model.ts";

/**
 * The mean of the means of those items that are shown by point, by bounds, if they are at least half of the items; and
 * how far the persons' scores spread at most. No score of these items can spread more than the mean of the items'
 * standard deviations, since the variance is greatest when all items agree.
 *
 * @param scale its range; the items' points are stretched to it
 * @param items the scale's items, all of equally many points
 * @param pick an item's cell
 * @returns the score, or why there is none: the items' common reason, or too few items
 * @see Var(mean of items) ≤ (mean of standard deviations)², by the Cauchy-Schwarz inequality
 * @example scoreOf(scale, items, ({ cells }) => cells.total);
 */
export function scoreOf(
  { lowest, highest }: Pick<StaffScale, "lowest" | "highest">,
  items: readonly StaffItem[],
  pick: (item: StaffItem) => Cell<StaffDistribution> | undefined,
): Cell<StaffScore> {
  const shown = items.flatMap((item) => {
    const cell = pick(item);
    const mean = cell?.shown === true ? meanBounds(item, cell) : undefined;
    if (cell?.shown !== true || mean === undefined) return [];
    return [{ n: cell.n, mean, sd: spreadBounds(item, cell)?.high ?? null }];
  });
  if (shown.length === 0 || shown.length * 2 < items.length) {
    const reasons = new Set(items.map((item) => reasonOf(pick(item))));
    const [first] = reasons;
    return { shown: false, reason: reasons.size === 1 && first !== undefined ? first : "too-few-items" };
  }
  const step = (highest - lowest) / ((items[0]?.points.length ?? 2) - 1);
  const average = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const onScale = (mean: number) => lowest + (mean - 1) * step;
  const sds = shown.flatMap(({ sd }) => sd ?? []);
  return {
    shown: true,
    n: Math.min(...shown.map(({ n }) => n)),
    value: {
      mean: {
        low: onScale(average(shown.map(({ mean }) => mean.low))),
        high: onScale(average(shown.map(({ mean }) => mean.high))),
      },
      sdAtMost: sds.length === items.length ? average(sds) * step : null,
    },
  };
}

function reasonOf(cell: Cell<unknown> | undefined) {
  return cell?.shown === false ? cell.reason : undefined;
}
