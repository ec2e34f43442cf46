/** Those who stayed, left and joined: a change of the whole can come from other people answering. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { mean } from "../statistics/moments.ts";
import { pairedChange } from "../statistics/paired-change.ts";
import type { Turnover } from "./comparison-model.ts";
import type { CountedWaves } from "./count-waves.ts";

function meanOrNull(table: FrequencyTable): number | null {
  return table.n === 0 ? null : mean(table);
}

/** Smaller groups of leavers or joiners would tell single answers. */
const FEWEST = 10;

/** A mean that is neither of too few persons, nor tells the mean of too few others by subtraction. */
function shown(mean: number | null, n: number, others: number): number | null {
  const tells = (persons: number): boolean => persons > 0 && persons < FEWEST;
  return tells(n) || tells(others) ? null : mean;
}

/**
 * The means of stayers (in both waves), leavers (first only) and joiners (second only).
 * @param code the measure's code
 * @param counted the waves, counted
 * @returns the means, nothing without links; null where nobody answered, or fewer than ten would be told apart
 * @example turnoverOf("support", counted)[0]?.stayersAfter
 */
export function turnoverOf(code: string, { linked: waves }: CountedWaves): readonly Turnover[] {
  if (waves === undefined) return [];
  const { linked, beforeOnly, afterOnly } = waves;
  const stayers = pairedChange(linked);
  const [before, after] = stayers.computed ? [stayers.meanBefore, stayers.meanAfter] : [null, null];
  return [
    {
      code,
      stayersBefore: shown(before, linked.n, beforeOnly.n),
      stayersAfter: shown(after, linked.n, afterOnly.n),
      leaversBefore: shown(meanOrNull(beforeOnly), beforeOnly.n, linked.n),
      joinersAfter: shown(meanOrNull(afterOnly), afterOnly.n, linked.n),
    },
  ];
}
