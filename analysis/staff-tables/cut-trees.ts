/** Which cuts of a plan answers are counted by: the first, and a second that may be a tree of nested ones. */

/** Places of cuts in their plan. */
export interface CutTrees {
  /** Its groups are shown with every point; undefined where everybody together is all there is. */
  readonly first: number | undefined;
  /** Each nested in all others, the coarser first. */
  readonly second: readonly number[];
  /** Those that would cross both: their groups are shown with how many took part, and nothing of what they answered. */
  readonly outside: readonly number[];
}

/**
 * Counts by two cuts are sums in a network of flows, and what can be said of them is known for certain; counts by three
 * cuts that cross are not. So the first cut is taken, and of the others each that is nested in those taken beside it,
 * or holds them.
 *
 * @param cuts the codes of each cut, in the order of the policy
 * @param everybodyFirst true where everybody was released before any cut, and so stands in the place of the first
 * @returns what becomes of each cut
 * @example cutTrees([["unit"], ["grade"], ["unit", "grade"], ["tenure"]]).outside; // [3]
 */
export function cutTrees(cuts: readonly (readonly string[])[], everybodyFirst = false): CutTrees {
  const places = cuts.map((_, place) => place);
  const first = everybodyFirst ? undefined : places[0];
  const second: number[] = [];
  const outside: number[] = [];
  for (const place of places) {
    if (place === first) continue;
    const fits = second.every((other) => isNested(cuts[place] ?? [], cuts[other] ?? []));
    (fits ? second : outside).push(place);
  }
  const codes = (place: number) => cuts[place]?.length ?? 0;
  return { first, second: second.toSorted((one, other) => codes(one) - codes(other)), outside };
}

function isNested(one: readonly string[], other: readonly string[]): boolean {
  return one.every((code) => other.includes(code)) || other.every((code) => one.includes(code));
}
