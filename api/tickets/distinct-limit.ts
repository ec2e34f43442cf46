/** Limits how many different things a key may have, in memory, with a bound on the memory; the same thing again is free. */
import type { Clock } from "../clock.ts";

export interface DistinctWindow {
  readonly perSeconds: number;
  /** How many keys are remembered; beyond it the oldest is forgotten. */
  readonly keys: number;
}

/** @returns a function that notes a thing of a key and tells whether it is one of the first `most` of this window */
export function createDistinctLimit(
  window: DistinctWindow,
  clock: Clock,
): (key: string, thing: string, most: number) => boolean {
  const kept = new Map<string, { readonly endsAt: number; readonly things: Set<string> }>();
  const begin = (key: string, now: number) => {
    kept.delete(key);
    const [oldest] = kept.keys();
    if (kept.size >= window.keys && oldest !== undefined) kept.delete(oldest);
    const begun = { endsAt: now + window.perSeconds * 1_000, things: new Set<string>() };
    kept.set(key, begun);
    return begun;
  };
  return (key, thing, most) => {
    const now = clock().getTime();
    const found = kept.get(key);
    const { things } = found !== undefined && found.endsAt > now ? found : begin(key, now);
    if (things.has(thing)) return true;
    if (things.size >= most) return false;
    things.add(thing);
    return true;
  };
}
