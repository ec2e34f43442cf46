/** Fisher's exact test of two independent proportions. */
import { proportionOf, type Share } from "./proportion.ts";

/** Slack with which equally likely tables count as equally likely, as R's fisher.test. */
const SLACK = 1 + 1e-7;

/**
 * Chances of k, k ± 1, … relative to the chance of the start, until they no longer matter.
 * @see ratio of neighbouring hypergeometric probabilities
 */
function walk(start: number, step: 1 | -1, ratioTo: (from: number) => number): number[] {
  const chances: number[] = [];
  let chance = 1;
  for (let k = start; ; k += step) {
    chance *= ratioTo(k);
    if (!(chance > 1e-320)) return chances;
    chances.push(chance);
  }
}

/**
 * Fisher's exact test, two-sided: all tables at most as likely as the observed one.
 * @param first the first share
 * @param second the second share
 * @returns the p value, 1 when all or none in both samples did
 * @throws RangeError when a share is not valid
 * @see Fisher (1935); hypergeometric distribution with both margins fixed
 * @example fishersExactP({ count: 3, n: 10 }, { count: 8, n: 12 })
 */
export function fishersExactP(first: Share, second: Share): number {
  proportionOf(first);
  proportionOf(second);
  const yes = first.count + second.count;
  const lowest = Math.max(0, yes - second.n);
  const highest = Math.min(first.n, yes);
  const mode = Math.min(
    highest,
    Math.max(lowest, Math.floor(((first.n + 1) * (yes + 1)) / (first.n + second.n + 2))),
  );
  const up = walk(mode, 1, (k) => ((first.n - k) * (yes - k)) / ((k + 1) * (second.n - yes + k + 1)));
  const down = walk(mode, -1, (k) => (k * (second.n - yes + k)) / ((first.n - k + 1) * (yes - k + 1)));
  const away = first.count - mode;
  const observed = away === 0 ? 1 : ((away > 0 ? up[away - 1] : down[-away - 1]) ?? 0);
  let all = 1;
  let asRare = 1 <= observed * SLACK ? 1 : 0;
  for (const chance of [...up, ...down]) {
    all += chance;
    if (chance <= observed * SLACK) asRare += chance;
  }
  return Math.min(1, asRare / all);
}
