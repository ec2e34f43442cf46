/** Where everybody's favourable answers went since another wave, told so coarsely that no few who came or went are told. */
import { favourableBorder } from "./answer-bounds.ts";
import { type BesideItem, borderOf } from "./beside-waves.ts";
import { alikeRanges } from "./second-wave.ts";
import type { WaveDirection } from "./staff-tables-model.ts";

/** An item's answers of everybody in the new tables. */
export interface DirectedItem {
  readonly points: number;
  readonly reverseKeyed: boolean;
  /** How many are counted. */
  readonly persons: number;
  /** How many of them answered above the favourable border. */
  readonly above: number;
}

interface Directed {
  /** The first is the one compared with. */
  readonly waves: readonly BesideItem[];
  /** The answers that somebody may know, and one. */
  readonly width: number;
}

/**
 * One of three ranges of the count, cut by numbers of persons and what was shown before. "About the same" holds all that
 * could be if everybody who answered both answered alike, whoever came and went, and those just outside; and every count
 * whose share lies within the earlier bounds. So it tells nothing then, and the others only that not all did. Each
 * range is wide enough to hide answers by itself.
 *
 * @param item everybody's answers
 * @param beside the other waves with the item, and the width
 * @returns the direction; null where no border was shown, or no wave is there
 * @example waveDirection({ points: 5, reverseKeyed: false, persons: 39, above: 36 }, { waves, width: 2 });
 */
export function waveDirection(item: DirectedItem, { waves, width }: Directed): WaveDirection | null {
  const zone = sameZone(item, { waves, width });
  if (zone === undefined) return null;
  const { persons, above, reverseKeyed } = item;
  // An end that could hold fewer counts than a block does belongs to the middle.
  const low = zone.low < width + 1 ? 0 : zone.low;
  const high = persons - zone.high < width + 1 ? persons : zone.high;
  if (above >= low && above <= high) return low === 0 && high === persons ? null : "about-the-same";
  return above < low === reverseKeyed ? "higher" : "lower";
}

function sameZone(item: DirectedItem, { waves, width }: Directed) {
  const { persons } = item;
  const border = favourableBorder(item);
  let [low, high] = [persons, 0];
  for (const wave of waves) {
    const cell = wave.cells.get(0);
    const before = cell === undefined ? undefined : borderOf(cell.value, border);
    if (cell === undefined || before === undefined) return undefined;
    const earlier = cell.n;
    const all = { before, earlier, later: persons, most: wave.stayed, fewest: 0, margin: wave.margin };
    for (const range of alikeRanges(all)) {
      low = Math.min(low, range.low - (width - 1));
      high = Math.max(high, range.high + (width - 1));
    }
    low = Math.min(low, Math.floor((persons * before.low) / earlier));
    high = Math.max(high, Math.ceil((persons * before.high) / earlier));
  }
  return waves.length === 0 ? undefined : { low: Math.max(0, low), high: Math.min(persons, high) };
}
