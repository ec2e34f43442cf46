/** Counts attempts by key in memory, with a bound on the memory: as many at once, and then one by one again. */
import type { Clock } from "../clock.ts";

export interface AttemptLimit {
  /** How many may come at once. */
  readonly most: number;
  /** The time in which as many become possible again, evenly. */
  readonly perSeconds: number;
  /** How many keys are remembered; beyond it the one used longest ago is forgotten. */
  readonly keys: number;
}

/**
 * Attempts come back evenly, not all at the end of a window: who used up another's attempts has kept nobody out for
 * longer than perSeconds / most.
 * @returns a function that counts one attempt and tells whether it is still within the limit
 */
export function createAttemptLimit(limit: AttemptLimit, clock: Clock): (key: string) => boolean {
  const buckets = new Map<string, { readonly attempts: number; readonly at: number }>();
  const perMillisecond = limit.most / (limit.perSeconds * 1_000);
  return (key) => {
    const now = clock().getTime();
    const kept = buckets.get(key);
    const elapsed = Math.max(0, now - (kept?.at ?? now));
    const attempts =
      kept === undefined ? limit.most : Math.min(limit.most, kept.attempts + elapsed * perMillisecond);
    // A hair below one is one: ten times a tenth must be enough.
    const within = attempts >= 1 - 1e-9;
    buckets.delete(key);
    const [oldest] = buckets.keys();
    if (buckets.size >= limit.keys && oldest !== undefined) buckets.delete(oldest);
    buckets.set(key, { attempts: within ? attempts - 1 : attempts, at: now });
    return within;
  };
}
