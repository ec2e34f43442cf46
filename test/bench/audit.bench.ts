/** How long the auditor takes for one 360 report, and for the tables of staff surveys. */
import { execFileSync } from "node:child_process";
import { auditReport } from "../../analysis/report360/audit-report.ts";
import { definition360 } from "../support/definition-360.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { reportOf } from "../support/world-360.ts";
import type { BenchResult } from "./bench-result.ts";
import { medianSeconds } from "./bench-result.ts";

const DIMENSIONS = 8;
const ITEMS_EACH = 5;
const RUNS = 51;

const dimensions = Object.fromEntries(
  Array.from({ length: DIMENSIONS }, (_, dimension) => [
    `d${dimension}`,
    Array.from({ length: ITEMS_EACH }, (__, item) => `d${dimension}.i${item}`),
  ]),
);

/** A report with as many raters in each of three anonymous groups, a twentieth of the answers missing. */
function report(ratersEach: number) {
  const random = seededRandom(1);
  const definition = definition360({ dimensions });
  const rater = () =>
    Object.fromEntries(
      definition.items.map(({ code }) => [code, random(20) > 0 ? 1 + random(5) : undefined]),
    );
  const group = (count: number) => Array.from({ length: count }, rater);
  return reportOf(definition, {
    self: group(1),
    manager: group(1),
    peer: group(ratersEach),
    report: group(ratersEach),
    other: group(ratersEach),
  });
}

interface TablesRun {
  readonly publish: boolean;
  readonly method: string;
  readonly makeSeconds: number;
  readonly auditSeconds: number;
  readonly processorSeconds: number;
  readonly peakMegabytes: number;
}

/** In a process of its own, whose memory is its own; three one-way cuts and one of two ways, 40 items. */
function tablesRun(persons: number): TablesRun {
  const script = new URL("./audit-tables-run.ts", import.meta.url).pathname;
  const printed = execFileSync(process.execPath, ["--import", "tsx", script, String(persons)], {
    encoding: "utf8",
  });
  return parsedRun(printed);
}

/** What audit-tables-run.ts prints is a TablesRun. */
function parsedRun(printed: string): TablesRun {
  return JSON.parse(printed) as TablesRun;
}

function benchTables(): readonly BenchResult[] {
  return [1_000, 5_000].flatMap((persons) => {
    const run = tablesRun(persons);
    if (!run.publish) throw new Error("the benchmark's tables follow the rules");
    const name = `tables of ${persons} persons x 40 items, 4 cuts (${run.method})`;
    const goal = persons === 1_000 ? "goal: at most 60 s" : "goal: at most 5 minutes and 1 GB";
    return [
      { name, median: run.makeSeconds + run.auditSeconds, unit: "s", note: goal },
      { name: "  of this the audit", median: run.auditSeconds, unit: "s" },
      { name: "  processor time of both", median: run.processorSeconds, unit: "s" },
      { name: "  peak memory", median: run.peakMegabytes, unit: "MB" },
    ];
  });
}

/** 40 items in 8 dimensions; groups of 5, and groups of 12 that show distributions or tell by hiding them. */
export async function benchAudit(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const ratersEach of [5, 12]) {
    const audited = report(ratersEach);
    const seconds = await medianSeconds(RUNS, () => {
      const { publish } = auditReport(audited);
      if (!publish) throw new Error("the benchmark's report follows the rules");
    });
    results.push({
      name: `audit of one report, 3 groups of ${ratersEach} x 40 items`,
      median: seconds * 1000,
      unit: "ms",
      note: "goal: at most 50 ms",
    });
  }
  return [...results, ...benchTables()];
}
