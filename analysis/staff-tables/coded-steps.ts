/** Coded steps: what is said of a count follows from the range it could have anyway, and hides its ends. */
import type { CountBounds } from "./count-bounds.ts";
import type { SumNetwork } from "./sum-network.ts";

/**
 * The block of a range that a count is said to lie in. Blocks depend on the range alone: both ends are as wide as one
 * more than the answers that somebody may know, and between them every count is said exactly.
 *
 * @param range what the count could be, given all that was said before
 * @param count the true one, within the range
 * @param width the answers that somebody may know, and one
 * @returns the block; the whole range where it has no middle
 * @example codedBlock({ low: 0, high: 12 }, 11, 2); // { low: 10, high: 12 }
 */
export function codedBlock({ low, high }: CountBounds, count: number, width: number): CountBounds {
  if (high - low <= 2 * width) return { low, high };
  if (count <= low + width) return { low, high: low + width };
  if (count >= high - width) return { low: high - width, high };
  return { low: count, high: count };
}

/** How a count is said: by a block of the range it could have, given what was said of the sums before it. */
export type BlockOf = (range: CountBounds, count: number, step: SaidSoFar) => CountBounds;

/** A sum's place, and what was said of those before it. */
interface SaidSoFar {
  readonly place: number;
  readonly said: readonly CountBounds[];
}

/** One sum to be said, in its turn. */
export interface StepSum {
  readonly arc: number;
  /** What was released of it before; undefined where nothing was. */
  readonly said: CountBounds | undefined;
}

/**
 * Says one sum after the other. What was released before stands as it was, all of it first.
 *
 * @param network the persons of every sum, and no answers
 * @param sums in the one order of all reports
 * @param told the true count of a sum, asked once its range is known; and the blocks of a range
 * @returns what is said of each sum, in their order
 * @throws RangeError if what was released contradicts itself
 * @see README.md in this folder, "Coded steps"
 * @example codedSteps(network, [{ arc: 0, said: undefined }], { count: () => 11, block: (range, count) => codedBlock(range, count, 2) });
 */
export function codedSteps(
  network: SumNetwork,
  sums: readonly StepSum[],
  { count, block }: { readonly count: (place: number) => number; readonly block: BlockOf },
): readonly CountBounds[] {
  for (const { arc, said } of sums) if (said !== undefined) network.narrow(arc, said);
  const all: CountBounds[] = [];
  sums.forEach(({ arc, said }, place) => {
    const bounds = said ?? block(network.range(arc), count(place), { place, said: all });
    if (said === undefined) network.narrow(arc, bounds);
    all.push(bounds);
  });
  return all;
}
