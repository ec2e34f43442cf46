/** How a figure changed from one wave to the next, as far as that tells nothing of those who came or left. */
import type { Cell, Figure, SuppressionReason } from "./cell.ts";
import { inSteps, meanOfSteps } from "./displayed-number.ts";

/** One wave's side of a trend. */
export interface TrendSide {
  /** Codes of the groups in the block. */
  readonly groups: readonly string[];
  readonly cell: Cell<Figure>;
}

export type Trend =
  | { readonly shown: true; readonly kind: "difference"; readonly value: number }
  | { readonly shown: true; readonly kind: "direction"; readonly direction: "up" | "same" | "down" }
  | { readonly shown: false; readonly reason: SuppressionReason | "different-groups" };

/**
 * After minus before, between blocks of the same groups that are both shown. If some, but fewer than the
 * minimum, joined or left in between, the difference would rest on these few: then the direction only. The
 * same where either figure is a bound.
 *
 * @param before the earlier wave's block and cell
 * @param after the later wave's block and cell
 * @param turnover members of the block that joined and left between the waves, and the minimum group size
 * @returns the difference in tenths, the direction of the displayed numbers, or why neither is shown
 * @see README.md in this folder, rule 7
 * @example trendCell(before, after, { joiners: 0, leavers: 0, minimum: 4 });
 */
export function trendCell(
  before: TrendSide,
  after: TrendSide,
  turnover: { readonly joiners: number; readonly leavers: number; readonly minimum: number },
): Trend {
  if (!sameGroups(before.groups, after.groups)) return { shown: false, reason: "different-groups" };
  if (!before.cell.shown) return { shown: false, reason: before.cell.reason };
  if (!after.cell.shown) return { shown: false, reason: after.cell.reason };
  const { joiners, leavers, minimum } = turnover;
  if (before.cell.n < minimum || after.cell.n < minimum) return { shown: false, reason: "too-few-answers" };
  const steps = inSteps(after.cell.value.mean) - inSteps(before.cell.value.mean);
  const few = (count: number) => count > 0 && count < minimum;
  const exact = before.cell.value.bound === "exact" && after.cell.value.bound === "exact";
  if (few(joiners) || few(leavers) || !exact) {
    return { shown: true, kind: "direction", direction: steps > 0 ? "up" : steps < 0 ? "down" : "same" };
  }
  return { shown: true, kind: "difference", value: meanOfSteps(steps, 1) };
}

function sameGroups(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((group) => other.includes(group));
}
