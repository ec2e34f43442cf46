/** Those who stayed, left and joined: a change of the whole can come from other people answering. */
import type { FrequencyTable } from "../statistics/frequency-table.ts";
import { mean } from "../statistics/moments.ts";
import { answersAfter, answersBefore } from "../statistics/paired-table.ts";
import type { Turnover } from "./comparison-model.ts";
import type { CountedWaves } from "./count-waves.ts";

function meanOrNull(table: FrequencyTable): number | null {
  return table.n === 0 ? null : mean(table);
}

/**
 * The means of stayers (in both waves), leavers (first only) and joiners (second only).
 * @param code the measure's code
 * @param counted the waves, counted with links
 * @returns the means; null where nobody answered
 * @example turnoverOf("support", counted).stayersAfter
 */
export function turnoverOf(code: string, { linked }: CountedWaves): Turnover {
  if (linked === undefined) {
    return { code, stayersBefore: null, stayersAfter: null, leaversBefore: null, joinersAfter: null };
  }
  return {
    code,
    stayersBefore: meanOrNull(answersBefore(linked.linked)),
    stayersAfter: meanOrNull(answersAfter(linked.linked)),
    leaversBefore: meanOrNull(linked.beforeOnly),
    joinersAfter: meanOrNull(linked.afterOnly),
  };
}
