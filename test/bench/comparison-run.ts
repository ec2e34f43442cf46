/** One measured comparison in a process of its own: from CSV files, or from datasets already in memory. */
import { readFileSync } from "node:fs";
import { compareWaves } from "../../analysis/comparison/compare-waves.ts";
import type { ComparisonPlan } from "../../analysis/comparison/comparison-plan.ts";
import { linkRows } from "../../analysis/comparison/link-rows.ts";
import { readCompareArguments } from "../../api/cli/compare-arguments.ts";
import { readCompareInput } from "../../api/cli/compare-input.ts";
import { loadDefinition } from "../../surveys/load-definition.ts";

const [survey = "", before = "", after = "", headcount = "", runs = "1"] = process.argv.slice(2);
const loaded = loadDefinition(readFileSync(survey, "utf8"));
if ("problems" in loaded) throw new Error("the bench's survey has problems");
const given = readCompareArguments([
  ...["--survey", survey, "--before", before, "--after", after, "--link", "person"],
  ...["--by", "site", "--comparison", "site 20", "--headcount", headcount],
]);
if ("sentence" in given) throw new Error(given.sentence);

/** The whole of what the command does between reading and printing. */
const start = performance.now();
const input = await readCompareInput(given);
if ("problems" in input) throw new Error(JSON.stringify(input.problems.slice(0, 3)));
const [first, second] = input.waves;
if (first === undefined || second === undefined) throw new Error("the bench needs two waves");
const plan: ComparisonPlan = {
  definition: loaded.definition,
  pairs: linkRows(first.persons, second.persons),
  by: "site",
  comparisonGroup: "site 20",
  headcounts: input.headcounts[0] ?? [],
};
const afterReading = performance.now();
const compared = compareWaves(first.dataset, second.dataset, plan);
const end = performance.now();

const fromDatasets: number[] = [];
for (let run = 0; run < Number(runs); run += 1) {
  const again = performance.now();
  compareWaves(first.dataset, second.dataset, plan);
  fromDatasets.push((performance.now() - again) / 1000);
}
console.log(
  JSON.stringify({
    readSeconds: (afterReading - start) / 1000,
    csvSeconds: (end - start) / 1000,
    datasetSeconds: fromDatasets,
    measures: compared.items.length + compared.scales.length,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
