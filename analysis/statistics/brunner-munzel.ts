/** The Brunner-Munzel test: is the second sample higher, without assuming equal spread? */
import { combineRanks, countHigher } from "./combined-ranks.ts";
import type { FrequencyTable } from "./frequency-table.ts";
import { DEFAULT_LEVEL, tailOf } from "./interval.ts";
import { notComputed, type Outcome } from "./outcome.ts";
import { type TTest, tTestOf } from "./paired-t.ts";

/** Direction: the second sample higher. `estimate` is P(second > first) + P(equal) / 2, tested against ½. */
export type BrunnerMunzel = TTest;

/**
 * The Brunner-Munzel test with the t approximation. Missing answers take no part.
 * @param first the first sample
 * @param second the second sample
 * @param level confidence level
 * @returns the probability of superiority with its test, two-sided; "too-few-answers" below two in a sample,
 * "no-variance" when all answers are equal, "complete-separation" when the samples do not overlap
 * @throws RangeError when the level is not between 0 and 1
 * @see Brunner and Munzel (2000), Biometrical Journal 42, 17
 * @example brunnerMunzel(countAnswers([1, 2, 3]), countAnswers([2, 3, 4]))
 */
export function brunnerMunzel(
  first: FrequencyTable,
  second: FrequencyTable,
  level = DEFAULT_LEVEL,
): Outcome<BrunnerMunzel> {
  tailOf(level);
  const n1 = first.n;
  const n2 = second.n;
  if (n1 === 0 || n2 === 0) return notComputed("no-answers");
  if (n1 < 2 || n2 < 2) return notComputed("too-few-answers");
  const combined = combineRanks(first, second);
  if (combined.length === 1) return notComputed("no-variance");
  const estimate = countHigher(combined) / (n1 * n2);
  // Placements: rank among both samples minus rank in the own one = how many of the other lie below, ties half.
  let squares1 = 0;
  let squares2 = 0;
  for (const one of combined) {
    squares1 += one.first * (one.secondBelow + one.second / 2 - n2 * (1 - estimate)) ** 2;
    squares2 += one.second * (one.firstBelow + one.first / 2 - n1 * estimate) ** 2;
  }
  const part1 = squares1 / (n1 - 1) / (n1 * n2 * n2);
  const part2 = squares2 / (n2 - 1) / (n2 * n1 * n1);
  if (!(part1 + part2 > 0)) return notComputed("complete-separation");
  const df = (part1 + part2) ** 2 / (part1 ** 2 / (n1 - 1) + part2 ** 2 / (n2 - 1));
  const test = tTestOf(estimate - 0.5, Math.sqrt(part1 + part2), df, level);
  const { lower, upper } = test.interval;
  return { computed: true, ...test, estimate, interval: { lower: lower + 0.5, upper: upper + 0.5 } };
}
