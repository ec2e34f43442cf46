/** What counts could be if everybody who answered another wave as well answered alike: the ranges blocks must respect. */
import { type AlikeNetwork, alikeNetworks } from "./alike-network.ts";
import { type BesideCell, type BesideItem, borderOf, together as togetherOf } from "./beside-waves.ts";
import { type CountBounds, sumOf } from "./count-bounds.ts";
import { alikeRange, alikeRanges, type Pool } from "./second-wave.ts";
import { REST, type SaidSum } from "./step-layout.ts";

/** The sums of one item that are said, and the other waves with that item. */
export interface SaidBeside {
  readonly waves: readonly BesideItem[];
  /** Everybody once. */
  readonly first: readonly SaidSum[];
}

/**
 * Whether two or more recent waves have told of the same persons. Three waves tell by parity what no block of two does,
 * so that a third tells nothing that could be if everybody answered alike.
 *
 * @param waves other waves with the item
 * @returns true for a third wave
 * @example isThird([first, second]); // true
 */
export function isThird(waves: readonly BesideItem[]): boolean {
  return waves.filter(({ recent }) => recent).length > 1;
}

/**
 * The ranges of one group's count: beside each wave, for the fewest persons who can have come and gone, and for each
 * further one that is reckoned with. Everybody's lists are known, so that nothing is reckoned with there.
 *
 * @param said the item beside other waves
 * @param sum the group
 * @param point the border
 * @returns the ranges; none where nobody came or went, or nothing was said of the group
 * @example groupRanges(said, sum, 3).length;
 */
export function groupRanges(said: SaidBeside, sum: SaidSum, point: number): readonly CountBounds[] {
  return said.waves.flatMap((wave) => rangesBeside(wave, said.first, { sum, point }));
}

/** Of a group that was not there before. */
const NOBODY: BesideCell = { n: 0, value: { kind: "scale", given: { low: 0, high: 0 }, borders: [] } };

interface Asked {
  readonly sum: SaidSum;
  readonly point: number;
}

function rangesBeside(
  wave: BesideItem,
  first: readonly SaidSum[],
  { sum, point }: Asked,
): readonly CountBounds[] {
  // Long after, people answer anew: only who joined and left by the lists is reckoned with.
  if (sum.place !== 0 && !wave.recent) return [];
  const cell = cellFor(wave, first, sum.place) ?? NOBODY;
  const before = borderOf(cell.value, point);
  if (before === undefined) return [];
  const group = { before, earlier: cell.n, later: sum.persons, most: wave.stayed };
  if (sum.place !== 0) {
    const pool = poolBeside(wave, first, { sum, point });
    return alikeRanges({ ...group, fewest: 0, margin: wave.margin, pool });
  }
  const fewest = cell.n + sum.persons - wave.stayed - wave.left - wave.joined;
  const most = Math.min(wave.stayed, cell.n, sum.persons);
  return [most, Math.min(most, Math.max(0, fewest))].flatMap((stayed) =>
    alikeRanges({ ...group, most: stayed, fewest: stayed, margin: 0 }),
  );
}

/** Whoever certainly left other groups, since these have become smaller: some of them may have come to this one. */
function poolBeside(wave: BesideItem, first: readonly SaidSum[], { sum, point }: Asked): Pool {
  let pool: Pool = { persons: 0, low: 0, high: 0 };
  const rest = first.some(({ place }) => place === REST) ? [] : [{ place: REST, persons: 0 }];
  for (const other of [...first, ...rest]) {
    const cell = other.place === sum.place ? undefined : cellFor(wave, first, other.place);
    const before = cell === undefined ? undefined : borderOf(cell.value, point);
    if (cell === undefined || before === undefined || cell.n <= other.persons) continue;
    const persons = cell.n - other.persons;
    pool = {
      persons: pool.persons + persons,
      low: pool.low + Math.max(0, before.low - other.persons),
      high: pool.high + Math.min(persons, before.high),
    };
  }
  return pool;
}

/** The rest holds the other wave's rest, and its groups that are not shown now. */
function cellsFor(wave: BesideItem, first: readonly SaidSum[], place: number): readonly BesideCell[] {
  if (place !== REST) return [wave.cells.get(place) ?? []].flat();
  const groups = new Set(first.map((one) => one.place));
  const hidden = [...wave.ofFirst].flatMap((one) => (groups.has(one) ? [] : (wave.cells.get(one) ?? [])));
  const together = [wave.others, hidden].filter((cells) => cells.length > 0);
  return together.map(togetherOf);
}

function cellFor(wave: BesideItem, first: readonly SaidSum[], place: number): BesideCell | undefined {
  const cells = cellsFor(wave, first, place);
  return cells.length === 0 ? undefined : togetherOf(cells);
}

/**
 * The ranges of everybody's count, once the groups have been said: of everybody by the lists; of all groups together, if
 * each answered alike as far as its own block allows; and of all, if only one of them did.
 *
 * @param said the item beside other waves
 * @param everybody the sum
 * @param blocks what was said of the first sums, in their order
 * @param point the border
 * @returns the ranges
 * @example everybodyRanges(said, everybody, { blocks, point: 3 }).length;
 */
export function everybodyRanges(
  said: SaidBeside,
  everybody: SaidSum,
  { blocks, point }: { readonly blocks: readonly CountBounds[]; readonly point: number },
): readonly CountBounds[] {
  const all = sumOf(blocks);
  return said.waves.flatMap((wave) => {
    if (!wave.recent) return rangesBeside(wave, said.first, { sum: everybody, point });
    const groups = said.first.map((sum) => rangesBeside(wave, said.first, { sum, point }));
    const fits = said.first.map((sum, at) => {
      const block = blocks[at] ?? { low: 0, high: 0 };
      const cell = cellFor(wave, said.first, sum.place);
      const before = cell === undefined ? undefined : borderOf(cell.value, point);
      if (cell === undefined || before === undefined) return block;
      const stayed = Math.min(wave.stayed, cell.n, sum.persons);
      const alike = alikeRange({ before, stayed, left: cell.n - stayed, joined: sum.persons - stayed });
      return common(block, alike) ?? block;
    });
    const some = groups.some((ranges) => ranges.length > 0);
    const further = wave.left + wave.joined > 0 ? wave.margin : 0;
    const sum = sumOf(fits);
    const together = Array.from({ length: some ? further + 1 : 0 }, (_, more) => ({
      low: sum.low - more,
      high: sum.high + more,
    }));
    const single = groups.flatMap((ranges, at) =>
      ranges.flatMap((range) => {
        const block = blocks[at] ?? { low: 0, high: 0 };
        const fit = common(block, range);
        if (fit === undefined) return [];
        return [{ low: all.low - block.low + fit.low, high: all.high - block.high + fit.high }];
      }),
    );
    return [...rangesBeside(wave, said.first, { sum: everybody, point }), ...together, ...single];
  });
}

function common(one: CountBounds, other: CountBounds | undefined): CountBounds | undefined {
  if (other === undefined) return undefined;
  const both = { low: Math.max(one.low, other.low), high: Math.min(one.high, other.high) };
  return both.low > both.high ? undefined : both;
}

/**
 * Networks of the waves beside one item, one border, as the groups are said now.
 *
 * @param said the item beside other waves
 * @param point the border
 * @returns the networks of all waves
 * @example networksOf(said, 3).length;
 */
export function networksOf({ waves, first }: SaidBeside, point: number): readonly AlikeNetwork[] {
  return waves.flatMap((wave) => {
    if (!wave.recent) return [];
    const inGroups = first.map(({ place }) => (place === REST ? [] : cellsFor(wave, first, place)));
    const outside = cellsFor(wave, first, REST);
    const rest = first.find(({ place }) => place === REST)?.persons ?? 0;
    // Who is outside all groups now may be those who were, or those whose group is not shown any more.
    const orders = outside.length > 1 ? [outside, outside.toReversed()] : [outside];
    return orders.flatMap((cells) => {
      const groups = first.map(({ place, persons }, at) => ({
        cells: place === REST ? cells : (inGroups[at] ?? []),
        later: persons,
      }));
      const gone = rest > 0 || cells.length === 0 || isWhole(first) ? [] : [{ cells, later: 0 }];
      return alikeNetworks(wave, [...groups, ...gone], point);
    });
  });
}

function isWhole(first: readonly SaidSum[]): boolean {
  return first[0]?.place === 0;
}
