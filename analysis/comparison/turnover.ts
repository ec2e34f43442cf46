/** Those who stayed, left and joined: a change of the whole can come from other people answering. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { mean } from "../statistics/moments.ts";
import { answersAfter, answersBefore } from "../statistics/paired-table.ts";
import type { Turnover } from "./comparison-model.ts";
import type { CountedWaves } from "./count-waves.ts";

function meanOrNull(table: FrequencyTable): number | null {
  return table.n === 0 ? null : mean(table);
}

/** Smaller groups of leavers or joiners would tell single answers. */
const FEWEST = 10;

/** A mean of too few persons, and the mean it could be worked out from. */
function shown(mean: number | null, others: FrequencyTable): number | null {
  return others.n > 0 && others.n < FEWEST ? null : mean;
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
  const stayers = { before: answersBefore(linked), after: answersAfter(linked) };
  return [
    {
      code,
      stayersBefore: shown(shown(meanOrNull(stayers.before), stayers.before), beforeOnly),
      stayersAfter: shown(shown(meanOrNull(stayers.after), stayers.after), afterOnly),
      leaversBefore: shown(shown(meanOrNull(beforeOnly), beforeOnly), stayers.before),
      joinersAfter: shown(shown(meanOrNull(afterOnly), afterOnly), stayers.after),
    },
  ];
}
