/** Ranges of answers where figures overlap: integer programmes, solved exactly by HiGHS. */
import type { Highs } from "highs";
import loadHighs from "highs";
import type { RangeSolver } from "./answer-range.ts";
import { programmes } from "./integer-programme.ts";
import type { Interval } from "./sum-tree.ts";

/** Whole numbers are proven whole: no gap is accepted. */
const OPTIONS = { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-6 } as const;
const TOLERANCE = 1e-5;

/**
 * Loads the solver (WebAssembly, once a call).
 *
 * @param secondsAProgramme time limit of a single programme; when it is reached the range is unknown, and throws
 * @returns the solver; its `range` throws RangeError unless every programme was solved to the end
 * @see https://highs.dev (HiGHS, Huangfu and Hall 2018)
 * @example audit(published, await loadRangeSolver(5));
 */
export async function loadRangeSolver(secondsAProgramme: number): Promise<RangeSolver> {
  const highs = await loadHighs();
  return {
    range: (problem, boxes, target) => {
      let found: Interval | undefined;
      for (const programme of programmes(problem, boxes, target)) {
        const low = solve(highs, `Minimize\n${programme}`, secondsAProgramme);
        const high = solve(highs, `Maximize\n${programme}`, secondsAProgramme);
        if (low === undefined || high === undefined) continue;
        found = { low: Math.min(found?.low ?? low, low), high: Math.max(found?.high ?? high, high) };
      }
      return found;
    },
  };
}

/** The optimum, or undefined if nothing is feasible. */
function solve(highs: Highs, text: string, seconds: number): number | undefined {
  const { Status: status, ObjectiveValue: value } = highs.solve(text, { ...OPTIONS, time_limit: seconds });
  if (status === "Infeasible") return undefined;
  const whole = Math.round(value);
  if (status !== "Optimal" || Math.abs(value - whole) > TOLERANCE) {
    throw new RangeError("the range of an answer requires a programme solved to the end");
  }
  return whole;
}
