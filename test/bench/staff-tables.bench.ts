/** How long the tables of a staff survey take, and how much of what is large enough they show. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchResult } from "./bench-result.ts";

const SCRIPT = fileURLToPath(new URL("staff-tables-run.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Respondents, units, and sets of answerers; with the goal. */
const SIZES = [
  { respondents: 1_000, units: 10, patterns: 3, goal: "goal: at most 60 s" },
  { respondents: 1_000, units: 10, patterns: 40, goal: "each item left out by others" },
  { respondents: 5_000, units: 30, patterns: 40, goal: "goal: at most 300 s, below 1,024 MB" },
  { respondents: 100_000, units: 30, patterns: 40, goal: "goal: about 20 s" },
] as const;

/** 40 items, three one-way cuts and one two-way, minimum 10. Each run is a process of its own. */
export async function benchStaffTables(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const { respondents, units, patterns, goal } of SIZES) {
    const command = ["--import", "tsx", SCRIPT, String(respondents), String(units), String(patterns)];
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: PROJECT });
    const printed = Object(JSON.parse(stdout));
    const share = (Number(printed["shown"]) * 100).toFixed(0);
    const memory = Number(printed["peakMegabytes"]).toFixed(0);
    results.push({
      name: `staff tables, ${respondents} x 40 items, ${patterns} skip patterns`,
      median: Number(printed["seconds"]),
      unit: "s",
      note: `${goal}; ${String(printed["method"])}, ${share} % of eligible cells shown, peak ${memory} MB`,
    });
  }
  return results;
}
