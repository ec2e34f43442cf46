/** Steps that go on in a second wave: what may be said of a group, some of whom an earlier wave has told of. */
import { codedBlock } from "./coded-steps.ts";
import type { CountBounds } from "./count-bounds.ts";

/** One group in two waves with the same question. */
export interface GroupInTwoWaves {
  /** What the earlier wave said of the group's count. */
  readonly before: CountBounds;
  /** Persons who answered in both, only in the earlier, only in the later. */
  readonly stayed: number;
  readonly left: number;
  readonly joined: number;
}

/**
 * What the later count could be if everybody who stayed answered as before. Then the waves together are two sums over
 * the same persons, and the joiners, or the leavers, are a cell that nobody decided to show.
 *
 * @param group what was said, and who is in it now
 * @returns the range of the later count
 * @example alikeRange({ before: { low: 0, high: 2 }, stayed: 12, left: 0, joined: 5 }); // { low: 0, high: 7 }
 */
export function alikeRange({ before, stayed, left, joined }: GroupInTwoWaves): CountBounds {
  return { low: Math.max(0, before.low - left), high: Math.min(stayed, before.high) + joined };
}

/** The ranges that the blocks of a later wave are cut from. */
export interface WaveRanges {
  /** Of the count by itself, given what its own wave has said. */
  readonly own: CountBounds;
  /** As `alikeRange`. */
  readonly alike: CountBounds;
  /** The answers that somebody may know, and one. */
  readonly width: number;
}

/**
 * The block of a later wave's count: the steps of both ranges at once, the coarser wherever they differ. A value just
 * outside what is possible alike belongs to the end as well: else whoever alone changed their answer would know that it
 * was them.
 *
 * @param count the true one
 * @param ranges of the count by itself, and if everybody answered alike
 * @returns the block; the same for every count in it
 * @see README.md in this folder, "A second wave"
 * @example waveBlock(8, { own: { low: 0, high: 17 }, alike: { low: 0, high: 7 }, width: 2 });
 */
export function waveBlock(count: number, { own, alike, width }: WaveRanges): CountBounds {
  const blocksOf = (value: number) => [
    codedBlock(own, value, width),
    ...endsOf(alike, width).filter(holds(value)),
  ];
  let block = { low: count, high: count };
  for (;;) {
    const values = Array.from({ length: block.high - block.low + 1 }, (_, at) => block.low + at);
    const all = values.flatMap(blocksOf);
    const low = Math.max(own.low, Math.min(...all.map((one) => one.low)));
    const high = Math.min(own.high, Math.max(...all.map((one) => one.high)));
    if (low === block.low && high === block.high) return block;
    block = { low, high };
  }
}

const holds =
  (value: number) =>
  ({ low, high }: CountBounds) =>
    low <= value && value <= high;

/** As far outside as somebody may know answers, and as far inside as blocks are wide, beyond those answers. */
function endsOf({ low, high }: CountBounds, width: number): readonly CountBounds[] {
  const known = width - 1;
  const deep = width + known;
  if (high - low <= 2 * deep) return [{ low: low - known, high: high + known }];
  return [
    { low: low - known, high: low + deep },
    { low: high - deep, high: high + known },
  ];
}
