/** Fold and reports of a 360 wave: time, memory, and whether both grow no faster than the wave. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchResult } from "./bench-result.ts";
import { median } from "./bench-result.ts";

interface Run {
  readonly foldSeconds: number;
  readonly reportSeconds: number;
  readonly peakMegabytes: number;
}

const SIZES = [50, 500, 5000] as const;
const RUNS = 3;
const SCRIPT = fileURLToPath(new URL("report-run.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Each run is a process of its own, so that its peak of memory is its own. */
async function measure(subjects: number): Promise<Run> {
  const command = ["--import", "tsx", SCRIPT, String(subjects)];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: PROJECT });
  const printed: unknown = JSON.parse(stdout);
  const number = (key: string) => Number(Object(printed)[key]);
  return {
    foldSeconds: number("foldSeconds"),
    reportSeconds: number("reportSeconds"),
    peakMegabytes: number("peakMegabytes"),
  };
}

/** 12 raters a subject, 40 items in 8 dimensions, 3 comments. */
export async function benchReports(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  let before: number | undefined;
  for (const subjects of SIZES) {
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measure(subjects));
    const fold = median(runs.map(({ foldSeconds }) => foldSeconds));
    const reports = median(runs.map(({ reportSeconds }) => reportSeconds));
    const perSubject = (fold + reports) / subjects;
    const wave = `${subjects} subjects x 12 raters x 40 items`;
    results.push({
      name: `fold and reports, ${wave}`,
      median: fold + reports,
      unit: "s",
      note:
        `fold ${fold.toFixed(2)} s, reports ${reports.toFixed(2)} s` +
        (before === undefined
          ? ""
          : `; per subject ${(perSubject / before).toFixed(2)} x the smaller wave (linear: 1)`),
    });
    results.push({
      name: `peak memory, ${wave}`,
      median: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
      unit: "MB",
      note: "whole process, Node and TypeScript loader included",
    });
    before = perSubject;
  }
  return results;
}
