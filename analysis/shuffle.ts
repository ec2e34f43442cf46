/** Shuffling with a random source that the caller brings. */

/** Returns an integer from 0 to below - 1, each equally likely; node:crypto's randomInt is one. */
export type RandomBelow = (below: number) => number;

/**
 * A random order of 0..length-1 (Fisher-Yates).
 *
 * @param length how many places, an integer from 0
 * @param random the source of randomness; every order is equally likely if it is uniform
 * @returns the permutation: place i of the new order takes element result[i]
 * @see Knuth (1997), The Art of Computer Programming 2, algorithm 3.4.2P
 * @example shuffledPlaces(3, randomInt); // Uint32Array [2, 0, 1]
 */
export function shuffledPlaces(length: number, random: RandomBelow): Uint32Array {
  const places = new Uint32Array(length);
  for (let place = 0; place < length; place++) {
    const other = random(place + 1);
    places[place] = places[other] ?? place;
    places[other] = place;
  }
  return places;
}
