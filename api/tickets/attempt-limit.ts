/** Counts attempts by key in memory, with a bound on the memory. */
import type { Clock } from "../clock.ts";

export interface AttemptLimit {
  readonly most: number;
  readonly perSeconds: number;
  /** How many keys are remembered; beyond it the oldest is forgotten. */
  readonly keys: number;
}

/** @returns a function that counts one attempt and tells whether it is still within the limit */
export function createAttemptLimit(limit: AttemptLimit, clock: Clock): (key: string) => boolean {
  const windows = new Map<string, { endsAt: number; attempts: number }>();
  return (key) => {
    const now = clock().getTime();
    const kept = windows.get(key);
    if (kept !== undefined && kept.endsAt > now) {
      kept.attempts += 1;
      return kept.attempts <= limit.most;
    }
    windows.delete(key);
    const [oldest] = windows.keys();
    if (windows.size >= limit.keys && oldest !== undefined) windows.delete(oldest);
    windows.set(key, { endsAt: now + limit.perSeconds * 1_000, attempts: 1 });
    return true;
  };
}
