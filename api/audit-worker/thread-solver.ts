/** The solver of the audit thread: WebAssembly, compiled when it is first needed, and kept. */
import { loadRangeSolver } from "../../analysis/disclosure-audit/range-solver.ts";

/** More than that for one integer programme, and what it would tell counts as unknown. */
const SECONDS_A_PROGRAMME = 20;

let solver: ReturnType<typeof loadRangeSolver> | undefined;

export function threadSolver(): ReturnType<typeof loadRangeSolver> {
  solver ??= loadRangeSolver(SECONDS_A_PROGRAMME);
  return solver;
}
