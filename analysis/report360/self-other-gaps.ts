/** Self minus all others, from displayed numbers only, with the verdict of the named rule. */
import type { Cell, Figure } from "../disclosure/cell.ts";
import { inSteps, meanOfSteps } from "../disclosure/displayed-number.ts";
import { gapVerdict } from "./gap-rule.ts";
import type { FigureRow, SelfOtherGap } from "./report-model.ts";

/** A row with a gap, and the length of its scale; absent if its items have different ones. */
export interface GapSource {
  readonly level: SelfOtherGap["level"];
  readonly row: FigureRow;
  readonly points: number | undefined;
}

/**
 * The gaps of some rows.
 *
 * @param sources dimensions and items, in the order shown
 * @param selfBlock code of the block of the self-rating; without it there are no gaps
 * @returns one gap a source; positive if self rates higher than all others
 * @example selfOtherGaps([{ level: "item", row, points: 5 }], "self");
 */
export function selfOtherGaps(
  sources: readonly GapSource[],
  selfBlock: string | undefined,
): readonly SelfOtherGap[] {
  if (selfBlock === undefined) return [];
  return sources.map(({ level, row, points }): SelfOtherGap => {
    const { code, label, allOthers } = row;
    const self = row.blocks[selfBlock] ?? { shown: false, reason: "no-answers" };
    const gap = gapCell(self, allOthers);
    const bound = allOthers.shown ? OPPOSITE[allOthers.value.bound] : "exact";
    const verdict = gap.shown && points !== undefined ? gapVerdict(gap.value, bound, points) : "not-shown";
    return { code, label, level, gap, bound, verdict };
  });
}

/** If all others are at least m, then self minus all others is at most the gap, and so on. */
const OPPOSITE = {
  exact: "exact",
  about: "about",
  "at-least": "at-most",
  "at-most": "at-least",
} as const satisfies Record<Figure["bound"], Figure["bound"]>;

function gapCell(self: Cell<Figure>, others: Cell<Figure>): Cell<number> {
  if (!self.shown) return { shown: false, reason: self.reason };
  if (!others.shown) return { shown: false, reason: others.reason };
  const steps = inSteps(self.value.mean) - inSteps(others.value.mean);
  return { shown: true, n: others.n, value: meanOfSteps(steps, 1) };
}
