/** How many stayed, left and joined, as far as the counts may be shown. */
import type { Cell } from "../disclosure/cell.ts";
import type { LinkedRows } from "./link-waves.ts";
import type { LinkedChanges } from "./linked-changes-model.ts";

/** The counts of persons in LinkedChanges. */
export type LinkedCounts = Pick<
  LinkedChanges,
  "stayers" | "leavers" | "joiners" | "withoutCode" | "linkedShare" | "falseShare"
>;

/** How many answered a wave, and how many of them had a code in other pairs whose changes were released. */
interface CountedWave {
  readonly answered: number;
  readonly codes: readonly number[];
}

/**
 * Counts those who are found in both waves, in one of them, or gave no code. Stayers are shown if there are 2k of them
 * and everybody else of each wave are none or at least k; the rest of a wave is split into leavers (or joiners) and
 * those without a code only if both are none or at least k. Where the wave was split so before, by other questions of
 * the code, those who have a code by one of the two only are none or at least k as well.
 * @param rows the linked rows
 * @param waves who answered
 * @param minimum k
 * @returns cells and shares; shares are null where stayers are not shown
 * @example countPersons(rows, { before: { answered: 300, codes: [] }, after: { answered: 280, codes: [] } }, 10).stayers
 */
export function countPersons(
  rows: LinkedRows,
  waves: { readonly before: CountedWave; readonly after: CountedWave },
  minimum: number,
): LinkedCounts {
  const linked = rows.before.length;
  const enough = (count: number): boolean => count === 0 || count >= minimum;
  const rest = { before: waves.before.answered - linked, after: waves.after.answered - linked };
  const reason =
    linked === 0
      ? "no-answers"
      : linked < 2 * minimum
        ? "too-few-answers"
        : enough(rest.before) && enough(rest.after)
          ? undefined
          : "would-reveal-another";
  const split = (side: "before" | "after"): readonly [Cell<number>, Cell<number>] => {
    const found = rows.codes[side] - linked;
    const { answered, codes } = waves[side];
    const without = answered - rows.codes[side];
    if (reason !== undefined) return [hide(reason), hide(reason)];
    if (!enough(found) || !enough(without)) return [hide("too-few-answers"), hide("too-few-answers")];
    if (!codes.every((other) => enough(Math.abs(other - rows.codes[side])))) {
      return [hide("would-reveal-another"), hide("would-reveal-another")];
    }
    return [show(found), show(without)];
  };
  const [leavers, withoutBefore] = split("before");
  const [joiners, withoutAfter] = split("after");
  const codes = Math.min(rows.codes.before, rows.codes.after);
  return {
    stayers: reason === undefined ? show(linked) : hide(reason),
    leavers,
    joiners,
    withoutCode: { before: withoutBefore, after: withoutAfter },
    // The share tells how many codes there are, so it is shown only where they are.
    linkedShare:
      leavers.shown && joiners.shown && codes > 0 ? Math.round((linked / codes) * 100) / 100 : null,
    falseShare:
      reason === undefined && linked > 0 ? Math.round((rows.expectedFalse / linked) * 1000) / 1000 : null,
  };
}

function show(count: number): Cell<number> {
  return { shown: true, n: count, value: count };
}

function hide(reason: Extract<Cell<number>, { shown: false }>["reason"]): Cell<number> {
  return { shown: false, reason };
}
