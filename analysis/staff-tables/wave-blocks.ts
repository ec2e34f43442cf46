/** Blocks of counts beside other waves: those of the count's own wave, joined until they fit what the others told. */
import type { BesideItem } from "./beside-waves.ts";
import { type BlockOf, codedBlock } from "./coded-steps.ts";
import { type CountBounds, sumOf } from "./count-bounds.ts";
import { waveBlock, zonesOfLast } from "./second-wave.ts";
import type { SaidSum, StepLayout } from "./step-layout.ts";
import { everybodyRanges, groupRanges, isThird, networksOf } from "./wave-ranges.ts";

/** What blocks are cut for. */
export interface BlocksBeside {
  readonly layout: Pick<StepLayout, "first" | "everybody">;
  /** The answers that somebody may know, and one. */
  readonly width: number;
  /** The same item in other waves; none by default. */
  readonly beside?: readonly BesideItem[];
}

/**
 * Whether groups are told by their favourable answers only, and everybody by point. Beside a recent wave the groups'
 * blocks are so wide that their sums would tell next to nothing of everybody.
 *
 * @param beside the item in other waves
 * @returns true if one of them is recent
 * @example isCoarse([]); // false
 */
export function isCoarse(beside: readonly BesideItem[]): boolean {
  return beside.some(({ recent }) => recent);
}

/**
 * Blocks of one border's counts, sum by sum.
 *
 * @param saying layout, width and other waves
 * @param sums in the order in which they are said: the first sums, everybody, others
 * @param point the border
 * @returns the blocks; to be asked once a sum, in their order
 * @example blocksOf(saying, layout.first, 3)(range, 11, { place: 0, said: [] });
 */
export function blocksOf(
  { layout: { first, everybody }, width, beside: waves = [] }: BlocksBeside,
  sums: readonly SaidSum[],
  point: number,
): BlockOf {
  if (waves.length === 0) return (own, count) => codedBlock(own, count, width);
  const networks = networksOf({ waves, first }, point);
  return (own, count, { place, said }) => {
    const sum = sums[place];
    if (sum === undefined) return codedBlock(own, count, width);
    const alike =
      sum === everybody
        ? everybodyRanges({ waves, first }, sum, { blocks: said.slice(0, first.length), point })
        : groupRanges({ waves, first }, sum, point);
    const inNetworks = place < first.length || sum === everybody ? networks : [];
    const at = sum === everybody ? "everybody" : place;
    const also = isUnmoved(waves, sum) ? [] : inNetworks.flatMap((network) => network.range(at) ?? []);
    // The last group leaves room for everybody, whose count is the sum of all, or hardly less known than that.
    const isLast = everybody !== undefined && place === first.length - 1;
    const zones = isLast
      ? zonesOfLast(groupRanges({ waves, first }, everybody, point), sumOf(said), width)
      : [];
    const ranges = { own, alike: [...alike, ...also], width, zones };
    const block = waveBlock(count, { ...ranges, whole: isThird(waves) });
    for (const network of inNetworks) network.narrow(at, block);
    return block;
  };
}

/** Of a group in which every wave counts as many persons nobody joined or left, so that nothing of them could be told. */
function isUnmoved(waves: readonly BesideItem[], { place, persons }: SaidSum): boolean {
  return place > 0 && waves.every(({ cells }) => cells.get(place)?.n === persons);
}

/**
 * Blocks of everybody's other borders, where these are said of nobody else. One wider, since they lie beside the groups'
 * favourable border, of which no network knows.
 *
 * @param saying layout, width and other waves
 * @param everybody the sum
 * @param point the border
 * @returns the blocks of a range
 * @example outerBlock(saying, everybody, 1)({ low: 20, high: 40 }, 33);
 */
export function outerBlock(
  { layout: { first }, width, beside: waves = [] }: BlocksBeside,
  everybody: SaidSum,
  point: number,
): (range: CountBounds, count: number) => CountBounds {
  const networks = networksOf({ waves, first }, point);
  const alike = [
    ...groupRanges({ waves, first: [everybody] }, everybody, point),
    ...networks.flatMap((network) => network.range("everybody") ?? []),
  ];
  return (own, count) => waveBlock(count, { own, alike, width: width + 1, whole: isThird(waves) });
}
