/** The command `soundings compare`: what changed between two waves, from CSV files of any tool. */
import { compareWaves } from "../../analysis/comparison/compare-waves.ts";
import type { ComparisonPlan } from "../../analysis/comparison/comparison-plan.ts";
import { linkRows } from "../../analysis/comparison/link-rows.ts";
import type { WaveFile } from "../../analysis/comparison/wave-file.ts";
import { columnName } from "../../analysis/csv-table.ts";
import type { CliCommand, CliIo } from "./command.ts";
import type { CompareArguments } from "./compare-arguments.ts";
import { readCompareArguments } from "./compare-arguments.ts";
import type { CompareInput } from "./compare-input.ts";
import { readCompareInput } from "./compare-input.ts";
import { type FileProblem, printFileProblems } from "./file-problem.ts";

const FINE = 0;

const HELP = `Usage: soundings compare --survey DEFINITION.json --before A.csv --after B.csv [options]`;

export const compareCommand: CliCommand = {
  name: "compare",
  summary: "what changed between two waves",
  help: HELP,
  run: runCompare,
};

async function runCompare(args: readonly string[], io: CliIo): Promise<number> {
  if (args.includes("--help")) {
    io.out(HELP);
    return FINE;
  }
  const json = args.includes("--json");
  const refuse = (problems: readonly FileProblem[]): number =>
    printFileProblems(io, problems, { json, nothing: "Nothing was compared." });
  const read = readCompareArguments(args);
  if ("sentence" in read) return refuse([{ file: "arguments", sentence: read.sentence }]);
  const input = await readCompareInput(read);
  if ("problems" in input) return refuse(input.problems);
  const [first, second] = input.waves;
  if (first === undefined || second === undefined) return FINE;
  io.out(
    JSON.stringify(
      compareWaves(first.dataset, second.dataset, planOf(read, input, [first, second])),
      null,
      2,
    ),
  );
  return FINE;
}

function planOf(
  given: CompareArguments,
  input: CompareInput,
  [before, after]: readonly [WaveFile, WaveFile],
): ComparisonPlan {
  const { map, beforeDefinition, headcounts, counts } = input;
  return {
    definition: input.definition,
    equivalent: map.equivalent,
    minimumGroupSize: given.minimumGroupSize,
    readyScores: { before: before.scores, after: after.scores },
    ...(beforeDefinition === undefined ? {} : { beforeDefinition }),
    ...(given.link === undefined ? {} : { pairs: linkRows(before.persons, after.persons) }),
    ...(given.by === undefined ? {} : { by: columnName(given.by) }),
    ...(given.comparison === undefined ? {} : { comparisonGroup: given.comparison }),
    ...(headcounts === undefined ? {} : { headcounts }),
    ...(counts === undefined ? {} : { counts }),
    ...(map.index === undefined ? {} : { indexItems: map.index }),
  };
}
