/** Figures that are counted again only when enough people have been added: so that two looks never tell of few. */
import type { Cell } from "../disclosure/cell.ts";
import { keptParts, type PartValues, partsOf } from "./counted-parts.ts";

interface HeldCell {
  readonly n: number;
  /** How much had come in by then. */
  readonly arrived: number;
  readonly value: unknown;
}

/** What was shown last, by the name of the figure; stored with the figures, and never shown. */
export interface HeldFigures {
  readonly cells: Readonly<Record<string, HeldCell>>;
  readonly parts: Readonly<Record<string, readonly PartValues[]>>;
}

export const NOTHING_HELD: HeldFigures = { cells: {}, parts: {} };

/** Decides for one release what is shown, and keeps what the next one must know. */
export interface Holder {
  /**
   * The figure over n people; that of the last release unless at least the minimum came or went since. Where a person
   * can add more than once, such as a meeting, what has arrived in all is counted instead of people.
   */
  cell<V>(name: string, n: number, value: () => V, arrived?: number): Cell<V>;
  /** The parts of a whole, those of the last release where there were any. */
  parts(name: string, counts: ReadonlyMap<string, number>, minimum: number): readonly PartValues[];
  /** For the next release. */
  held(): HeldFigures;
}

/**
 * Begins a release.
 *
 * @param before what the last release showed; NOTHING_HELD for the first
 * @param minimum fewest people behind a figure, and behind a change of one, from 1
 * @returns the holder of this release
 * @example holderOf(NOTHING_HELD, 5).cell("matched", 4, () => 4); // { shown: false, reason: "too-few-answers" }
 */
export function holderOf(before: HeldFigures, minimum: number): Holder {
  const cells: Record<string, HeldCell> = {};
  const parts: Record<string, readonly PartValues[]> = {};
  return {
    cell: <V>(name: string, n: number, value: () => V, arrived = n): Cell<V> => {
      const last = before.cells[name];
      if (last !== undefined && Math.abs(arrived - last.arrived) < minimum) {
        cells[name] = last;
        return { shown: true, n: last.n, value: asShownBefore<V>(last.value) };
      }
      if (n === 0) return { shown: false, reason: "no-answers" };
      if (n < minimum) return { shown: false, reason: "too-few-answers" };
      const shown = value();
      cells[name] = { n, arrived, value: shown };
      return { shown: true, n, value: shown };
    },
    parts: (name, counts, least) => {
      const last = before.parts[name];
      const now = last === undefined ? partsOf(counts, least) : keptParts(last, counts.keys());
      if (now.length > 0) parts[name] = now;
      return now;
    },
    held: () => ({ cells, parts }),
  };
}

/** Guarantee: a name always stands for the same figure, so that its value has the type it was stored with. */
function asShownBefore<V>(value: unknown): V {
  return value as V;
}
