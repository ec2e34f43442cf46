/** A whole wave comparison of 40 items: from datasets, from CSV files, its memory, and ten times the answers. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { BenchResult } from "./bench-result.ts";
import { median } from "./bench-result.ts";
import { benchDefinition, writeWave } from "./comparison-files.ts";

const SCRIPT = fileURLToPath(new URL("comparison-run.ts", import.meta.url));
const R_SCRIPT = fileURLToPath(new URL("comparison.R", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const PERSONS = 100_000;
const RUNS = 3;
const run = promisify(execFile);

interface Run {
  readonly readSeconds: number;
  readonly csvSeconds: number;
  readonly datasetSeconds: number;
  readonly peakMegabytes: number;
}

interface Files {
  readonly survey: string;
  readonly before: string;
  readonly after: string;
  readonly headcount: string;
}

async function makeFiles(folder: string, persons: number): Promise<Files> {
  const path = (name: string): string => join(folder, `${persons}-${name}`);
  const files = {
    survey: path("survey.json"),
    before: path("a.csv"),
    after: path("b.csv"),
    headcount: path("h.csv"),
  };
  await writeFile(files.survey, benchDefinition());
  const sites = Array.from({ length: 20 }, (_, site) => `site ${site + 1},${Math.round(persons / 15)}`);
  await writeFile(files.headcount, `site,headcount\n${sites.join("\n")}\n`);
  await writeWave(files.before, persons, 0);
  await writeWave(files.after, persons, 1);
  return files;
}

/** Each run is a process of its own, so that its peak of memory is its own. */
async function measure({ survey, before, after, headcount }: Files, repeats: number): Promise<Run> {
  const command = ["--import", "tsx", SCRIPT, survey, before, after, headcount, String(repeats)];
  const { stdout } = await run(process.execPath, command, { cwd: PROJECT });
  const printed = Object(JSON.parse(stdout));
  return {
    readSeconds: Number(printed.readSeconds),
    csvSeconds: Number(printed.csvSeconds),
    datasetSeconds: repeats === 0 ? 0 : median(printed.datasetSeconds.map(Number)),
    peakMegabytes: Number(printed.peakMegabytes),
  };
}

/** Seconds that R needs for the same work on the same files, reading included; undefined where there is no R. */
async function measureR({ before, after, headcount }: Files): Promise<number | undefined> {
  try {
    const { stdout } = await run("Rscript", [R_SCRIPT, before, after, headcount]);
    return Number(stdout.trim().split(/\s+/).at(-1));
  } catch {
    return undefined;
  }
}

/** Items, scales, index, 20 groups, weights, comparison group: everything, of partly linked waves. */
export async function benchComparison(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), "soundings-bench-"));
  try {
    const files = await makeFiles(folder, PERSONS);
    const runs: Run[] = [];
    for (let one = 0; one < RUNS; one += 1) runs.push(await measure(files, 9));
    const middle = (of: (one: Run) => number): number => median(runs.map(of));
    const r = await measureR(files);
    const beside = (seconds: number): Pick<BenchResult, "peer"> =>
      r === undefined ? {} : { peer: { name: "R, from CSV", median: r, ratio: r / seconds } };
    const fromDatasets = middle((one) => one.datasetSeconds);
    const fromCsv = middle((one) => one.csvSeconds);
    const larger = await measure(await makeFiles(folder, PERSONS * 10), 0);
    const size = `40 items x ${PERSONS} x 2 waves`;
    return [
      {
        name: `compare datasets, ${size}`,
        median: fromDatasets,
        unit: "s",
        note: "in memory, engine warm: 9 runs after a first, in 3 processes",
        ...beside(fromDatasets),
      },
      {
        name: `the first comparison of a process, ${size}`,
        median: middle((one) => one.csvSeconds - one.readSeconds),
        unit: "s",
        note: "in memory, engine cold",
      },
      {
        name: `compare CSV files, ${size}`,
        median: fromCsv,
        unit: "s",
        note: "reading and the first comparison",
        ...beside(fromCsv),
      },
      {
        name: `of which reading, ${size}`,
        median: middle((one) => one.readSeconds),
        unit: "s",
        note: "streamed, two files of 9 MB",
      },
      {
        name: `peak memory, ${size}`,
        median: middle((one) => one.peakMegabytes),
        unit: "MB",
        note: "whole process, Node and TypeScript loader included",
      },
      {
        name: "ten times the answers, reading",
        median: larger.readSeconds,
        unit: "s",
        note: `${(larger.readSeconds / middle((one) => one.readSeconds)).toFixed(1)} x (linear: 10); with tests ${larger.csvSeconds.toFixed(2)} s, ${larger.peakMegabytes.toFixed(0)} MB`,
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
