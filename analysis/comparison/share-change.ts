/** The change of the share of favourable answers, by how the waves hang together. */
import { differenceOfProportions } from "../statistics/difference-of-proportions.ts";
import { countWhere, type FrequencyTable } from "../statistics/frequency-table.ts";
import { mcnemar } from "../statistics/mcnemar.ts";
import { pairedCounts, pairedProportions } from "../statistics/paired-proportions.ts";
import type { LinkedWaves } from "../statistics/paired-table.ts";
import { partlyOverlappingZ } from "../statistics/partly-overlapping-z.ts";
import type { Share } from "../statistics/proportion.ts";
import type { ShareChange, Situation } from "./comparison-model.ts";
import type { CountedWaves } from "./count-waves.ts";

/**
 * Answers above the middle of the scale are favourable: 4 and 5 of five points, 3 and 4 of four.
 * @param lowest the lowest point
 * @param highest the highest point
 * @returns the test of an answer that is already turned
 * @example isFavourable(1, 5)(4) // true
 */
export function isFavourable(lowest: number, highest: number): (answer: number) => boolean {
  const middle = (lowest + highest) / 2;
  return (answer) => answer > middle;
}

type Tested = Omit<ShareChange, "pAdjusted">;

/**
 * Compares favourable shares.
 * @param counted both waves, counted
 * @param situation how the waves hang together
 * @param accept the favourable answers
 * @returns the change with its limits and unadjusted p, or null when a wave has no answer
 * @see Newcombe (1998), independent and paired; McNemar's mid-p; Derrick et al. (2015) when partly linked
 * @example shareChange(counted, "unlinked", isFavourable(1, 5))
 */
export function shareChange(
  counted: CountedWaves,
  situation: Situation,
  accept: (answer: number) => boolean,
): Tested | null {
  const { before, after, linked } = counted;
  if (situation === "linked" && linked !== undefined) return ofLinked(linked, accept);
  if (before.n === 0 || after.n === 0) return null;
  if (situation === "partly-linked" && linked !== undefined) return ofPartlyLinked(linked, accept);
  const { difference, newcombe, p } = differenceOfProportions(
    shareOf(before, accept),
    shareOf(after, accept),
  );
  return { estimate: difference, interval: newcombe, test: "two-proportions-z", p };
}

function shareOf(table: FrequencyTable, accept: (answer: number) => boolean): Share {
  return { count: countWhere(table, accept), n: table.n };
}

function ofLinked({ linked }: LinkedWaves, accept: (answer: number) => boolean): Tested | null {
  const counts = pairedCounts(linked, accept);
  const change = pairedProportions(counts);
  if (!change.computed) return null;
  const { pMid } = mcnemar(counts);
  return { estimate: change.difference, interval: change.newcombe, test: "mcnemar-mid-p", p: pMid };
}

function ofPartlyLinked(waves: LinkedWaves, accept: (answer: number) => boolean): Tested | null {
  const change = partlyOverlappingZ({
    linked: pairedCounts(waves.linked, accept),
    beforeOnly: shareOf(waves.beforeOnly, accept),
    afterOnly: shareOf(waves.afterOnly, accept),
  });
  if (!change.computed) return null;
  return {
    estimate: change.difference,
    interval: change.interval,
    test: "partly-overlapping-z",
    p: change.p,
  };
}
