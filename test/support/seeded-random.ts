/** A random source for tests that gives the same numbers for the same seed. */
import type { RandomBelow } from "../../analysis/shuffle.ts";

/** Mulberry32: enough for shuffling in tests and benchmarks, not for secrets. */
export function seededRandom(seed: number): RandomBelow {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
