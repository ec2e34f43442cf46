/** Close and reports of a 360 wave from sealed boxes on disk: time, memory, and whether both are linear. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type BenchResult, median } from "./bench-result.ts";

interface Run {
  readonly closeSeconds: number;
  readonly releaseSeconds: number;
  readonly peakMegabytes: number;
}

const SIZES = [
  { subjects: 50, runs: 3 },
  { subjects: 500, runs: 3 },
  { subjects: 5_000, runs: 1 },
] as const;
const SCRIPT = fileURLToPath(new URL("close-run.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

async function step(name: string, ...parameters: readonly string[]): Promise<string> {
  const command = ["--import", "tsx", SCRIPT, name, ...parameters];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: PROJECT });
  return stdout;
}

/** Filling and closing are processes of their own, so that the peak of memory is that of the close. */
async function measure(subjects: number): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
  try {
    await step("fill", folder, String(subjects));
    const printed: unknown = JSON.parse(await step("close", folder));
    const number = (key: string) => Number(Object(printed)[key]);
    if (number("rows") !== subjects * 12 || number("reports") !== subjects || number("invalidBoxes") !== 0) {
      throw new Error("the wave was not closed as it was filled");
    }
    return {
      closeSeconds: number("closeSeconds"),
      releaseSeconds: number("releaseSeconds"),
      peakMegabytes: number("peakMegabytes"),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The shipped leadership 360: 40 items and its comments, 12 raters a subject. */
export async function benchClose(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  let before: number | undefined;
  for (const { subjects, runs: wanted } of SIZES) {
    const runs: Run[] = [];
    for (let run = 0; run < wanted; run += 1) runs.push(await measure(subjects));
    const close = median(runs.map(({ closeSeconds }) => closeSeconds));
    const release = median(runs.map(({ releaseSeconds }) => releaseSeconds));
    const each = (close + release) / subjects;
    const linearity =
      before === undefined ? "" : `; per subject ${(each / before).toFixed(2)} x the smaller wave`;
    results.push({
      name: `close and reports, ${subjects} subjects x 12 raters x 40 items`,
      median: close + release,
      unit: "s",
      note: `close ${close.toFixed(2)} s, reports ${release.toFixed(2)} s${linearity}`,
    });
    results.push({
      name: `peak memory of it, ${subjects} subjects`,
      median: median(runs.map(({ peakMegabytes }) => peakMegabytes)),
      unit: "MB",
      note: "whole process, Node and TypeScript loader included",
    });
    before = each;
  }
  return results;
}
