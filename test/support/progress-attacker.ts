/** Works out who has sent from all displayed counts of a wave, over time, by trying every world that fits them. */

/** A count that was displayed: so many of these people, at least `low` and at most `high`. */
export interface DisplayedCount {
  readonly people: readonly number[];
  readonly low: number;
  readonly high: number;
}

function bitsIn(world: number, people: number): number {
  let left = world & people;
  let count = 0;
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}

function fitting(size: number, shown: readonly DisplayedCount[]): Uint8Array {
  const masks = shown.map(({ people }) => people.reduce((mask, person) => mask | (1 << person), 0));
  return Uint8Array.from({ length: 2 ** size }, (_, world) =>
    shown.every(({ low, high }, place) => {
      const count = bitsIn(world, masks[place] ?? 0);
      return count >= low && count <= high;
    })
      ? 1
      : 0,
  );
}

/** Worlds that hold one of the given, or are held by one: whoever has sent stays so. */
function spread(worlds: Uint8Array, size: number, toLarger: boolean): Uint8Array {
  const reached = worlds.slice();
  for (let person = 0; person < size; person += 1) {
    const bit = 1 << person;
    for (let world = 0; world < reached.length; world += 1) {
      const without = (world & bit) === 0;
      if (toLarger === without || reached[world ^ bit] !== 1) continue;
      reached[world] = 1;
    }
  }
  return reached;
}

export interface Certainty {
  readonly moment: number;
  readonly person: number;
  readonly sent: boolean;
}

/**
 * @param size how many people there are, at most 16; each sends all forms at once
 * @param moments what was displayed, oldest first
 * @returns everything that is certain about somebody: in all worlds that fit every moment it is so
 */
export function certainties(size: number, moments: readonly (readonly DisplayedCount[])[]): Certainty[] {
  const alone = moments.map((shown) => fitting(size, shown));
  const both = (a: Uint8Array, b: Uint8Array) => a.map((value, place) => value & (b[place] ?? 0));
  const forward: Uint8Array[] = [];
  for (const worlds of alone) {
    const before = forward.at(-1);
    forward.push(before === undefined ? worlds : both(worlds, spread(before, size, true)));
  }
  const possible = forward.slice();
  for (let moment = possible.length - 2; moment >= 0; moment -= 1) {
    const later = possible[moment + 1] ?? new Uint8Array(2 ** size);
    possible[moment] = both(forward[moment] ?? later, spread(later, size, false));
  }
  return possible.flatMap((worlds, moment) => {
    const seen = Array.from({ length: size }, () => [false, false]);
    worlds.forEach((isPossible, world) => {
      if (isPossible === 0) return;
      seen.forEach((states, person) => {
        states[(world >> person) & 1] = true;
      });
    });
    return seen.flatMap(([silent, sent], person) =>
      silent === sent ? [] : [{ moment, person, sent: sent === true }],
    );
  });
}
