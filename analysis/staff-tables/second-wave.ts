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
 * What the later count could be if everybody who stayed answered alike. Then the waves together are two sums over
 * the same persons, and the joiners, or the leavers, are a cell that nobody decided to show.
 *
 * @param group what was said, and who is in it now
 * @returns the range of the later count
 * @example alikeRange({ before: { low: 0, high: 2 }, stayed: 12, left: 0, joined: 5 }); // { low: 0, high: 7 }
 */
export function alikeRange({ before, stayed, left, joined }: GroupInTwoWaves): CountBounds {
  return { low: Math.max(0, before.low - left), high: Math.min(stayed, before.high) + joined };
}

/** One group in two waves, of which only numbers of answers are known, and not who gave them. */
export interface GroupByNumbers {
  readonly before: CountBounds;
  /** How many answered in the earlier wave, and in the later. */
  readonly earlier: number;
  readonly later: number;
  /** No more can have answered in both. */
  readonly most: number;
  /** No fewer can have answered in both. */
  readonly fewest: number;
  /** How many more than the numbers tell may have left, with as many who joined. */
  readonly margin: number;
  /** Persons who left other groups, some of whom may be among those who joined. */
  readonly pool?: Pool;
}

/** Persons who left some groups, and how many of them are counted there. */
export interface Pool extends CountBounds {
  readonly persons: number;
}

/**
 * What the later count could be if everybody who stayed answered alike: for the fewest who can have joined and left,
 * for one more of each, and so on. Where nobody did, there is nothing that could be told.
 *
 * @param group numbers of answers, and what was said
 * @returns one range for each number of persons who stayed
 * @example alikeRanges({ before, earlier: 20, later: 21, most: 20, fewest: 0, margin: 0 }).length; // 1
 */
export function alikeRanges(group: GroupByNumbers): readonly CountBounds[] {
  const { before, earlier, later, margin, pool = { persons: 0, low: 0, high: 0 } } = group;
  const most = Math.min(group.most, earlier, later);
  const fewest = Math.max(0, group.fewest, most - margin);
  return Array.from({ length: Math.max(0, most - fewest + 1) }, (_, fewer) => most - fewer).flatMap(
    (stayed) => {
      const [left, joined] = [earlier - stayed, later - stayed];
      return left + joined === 0 ? [] : withPool(alikeRange({ before, stayed, left, joined }), joined, pool);
    },
  );
}

/** Those who joined may be new, or some of them out of the pool: then what was told of these stands for them. */
function withPool({ low, high }: CountBounds, joined: number, pool: Pool): readonly CountBounds[] {
  const ranges = Array.from({ length: Math.min(joined, pool.persons) + 1 }, (_, moved) => ({
    low: low + Math.max(0, pool.low - (pool.persons - moved)),
    high: high - moved + Math.min(moved, pool.high),
  }));
  return [...new Map(ranges.map((one) => [`${one.low} ${one.high}`, one])).values()];
}

/** The ranges that the blocks of a later wave are cut from. */
export interface WaveRanges {
  /** Of the count by itself, given what its own wave has said. */
  readonly own: CountBounds;
  /** As `alikeRange`, of every way in which the waves may overlap. */
  readonly alike: readonly CountBounds[];
  /** The answers that somebody may know, and one. */
  readonly width: number;
  /** Blocks that must not be cut, whatever the ranges. */
  readonly zones?: readonly CountBounds[];
  /** Then all that is possible alike is one block: nothing of it is told. False by default. */
  readonly whole?: boolean;
}

/**
 * The block of a later wave's count: the steps of all ranges at once, the coarser wherever they differ. A value just
 * outside what is possible alike belongs to the end as well: else whoever alone changed their answer would know that it
 * was them.
 *
 * @param count the true one
 * @param ranges of the count by itself, and if everybody answered alike
 * @returns the block; the same for every count in it
 * @see README.md in this folder, "A second wave"
 * @example waveBlock(8, { own: { low: 0, high: 17 }, alike: [{ low: 0, high: 7 }], width: 2 });
 */
export function waveBlock(
  count: number,
  { own, alike, width, zones = [], whole = false }: WaveRanges,
): CountBounds {
  const ends = [...alike.flatMap((one) => endsOf(one, width, whole)), ...zones];
  let block = codedBlock(own, count, width);
  for (;;) {
    const touched = ends.filter(({ low, high }) => low <= block.high && block.low <= high);
    const low = Math.max(own.low, Math.min(block.low, ...touched.map((one) => one.low)));
    const high = Math.min(own.high, Math.max(block.high, ...touched.map((one) => one.high)));
    const wider = { low: codedBlock(own, low, width).low, high: codedBlock(own, high, width).high };
    if (wider.low === block.low && wider.high === block.high) return block;
    block = wider;
  }
}

/**
 * The same for the last part of a sum whose other parts have been said: blocks of the part with which the whole sum lies
 * in no end of its own ranges.
 *
 * @param alike ranges of the whole sum
 * @param others what was said of the other parts together
 * @param width as of `waveBlock`
 * @returns blocks of the part that must not be cut
 * @example zonesOfLast([{ low: 60, high: 61 }], { low: 40, high: 40 }, 2); // [{ low: 19, high: 22 }]
 */
export function zonesOfLast(
  alike: readonly CountBounds[],
  others: CountBounds,
  width: number,
): readonly CountBounds[] {
  return alike.flatMap((one) => {
    const [first, second] = endsOf(one, width, false);
    if (first === undefined) return [];
    if (second === undefined) return [{ low: first.low - others.high, high: first.high - others.low }];
    return [
      { low: first.low - others.high, high: first.high - others.high },
      { low: second.low - others.low, high: second.high - others.low },
    ];
  });
}

/** As far outside as somebody may know answers, and as far inside as blocks are wide, beyond those answers. */
function endsOf({ low, high }: CountBounds, width: number, whole: boolean): readonly CountBounds[] {
  const known = width - 1;
  const deep = width + known;
  if (whole || high - low <= 2 * deep) return [{ low: low - known, high: high + known }];
  return [
    { low: low - known, high: low + deep },
    { low: high - deep, high: high + known },
  ];
}
