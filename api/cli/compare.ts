/** The command `soundings compare`: what changed between two waves, from CSV files of any tool. */
import { rename, rm, writeFile } from "node:fs/promises";
import type { SeriesWave } from "../../analysis/comparison/compare-series.ts";
import { compareSeries } from "../../analysis/comparison/compare-series.ts";
import { compareWaves } from "../../analysis/comparison/compare-waves.ts";
import type { WaveComparison } from "../../analysis/comparison/comparison-model.ts";
import type { ComparisonPlan } from "../../analysis/comparison/comparison-plan.ts";
import { linkRows, numberPersons } from "../../analysis/comparison/link-rows.ts";
import type { WaveFile } from "../../analysis/comparison/wave-file.ts";
import { columnName } from "../../analysis/csv-table.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { CliCommand, CliIo } from "./command.ts";
import type { CompareArguments } from "./compare-arguments.ts";
import { readCompareArguments } from "./compare-arguments.ts";
import type { CompareInput } from "./compare-input.ts";
import { readCompareInput } from "./compare-input.ts";
import type { Compared } from "./compare-output.ts";
import { documentText, textOf } from "./compare-output.ts";
import { publishedDocument, readPublishedWaves } from "./compare-published.ts";
import { type FileProblem, printFileProblems } from "./file-problem.ts";

const FINE = 0;

const HELP = `Usage: soundings compare --survey DEFINITION.json --before A.csv --after B.csv [options]

Says what changed between two waves of a survey: items, scales and an index, each
with its change, limits, test, effect size and practical size, and how it was
made. The method follows from the data: linked, partly linked or unlinked
persons, headcounts known or not, enough answers or not. A difference that was
not tested never looks like one that is not significant.

  --survey FILE             the survey definition; of the last wave, if it changed
  --before-survey FILE      the definition of the first wave, if it was another version;
                            again for the second wave, and so on
  --before FILE             answers of the first wave: CSV, one row a person
  --after FILE              answers of the second wave; again for further waves in a row
  --link COLUMN             column that tells whose row it is, the same in all waves
  --subject COLUMN          360 feedback: column that tells whom the row is about; with
                            many people each of them counts once. Leave self-ratings out
                            with the map's "where"
  --by COLUMN               column to compare by, such as a site; with three linked waves
                            or more also the unit that persons belong to
  --comparison GROUP        the group of --by that had no part in what is judged
  --headcount FILE          CSV of how many people there are: before, after (and the
                            column of --by): response rates, narrower limits, weights
  --weight-to FILE          CSV of how many people there are by several columns: column,
                            value, before, after; both waves are raked to them
  --counts FILE             CSV of events such as complaints: name, events_before,
                            staff_before, events_after, staff_after
                            (--headcount, --weight-to and --counts again for each further
                            wave and the one before it)
  --map FILE                which column is what, when they are not named like the
                            items: {"items": {"q1": "item-code"}, "answers": {"99": null},
                            "where": {"site": "North"}, "scores": {"column": "dimension"},
                            "before": {"where": {"wave": "1"}}, "after": {...},
                            "equivalent": {"new-item": "old-item"}, "index": ["item-code"]}
  --published MAP           compare published tables of shares instead of answers:
                            {"unit": "organisation", "measure": "item", "share":
                            "percent", "of": 100, "answers": "n", "suppressed": ["*"],
                            "note": "why", "units": {"OLD": "NEW"}, "endings": ["0000"],
                            "skip": ["RR"], "before": {"where": {"year": "2019"}},
                            "after": {"where": {"year": "2020"}}}
  --minimum-group-size N    smallest group shown by --by: 10, at least 5
  --dry-run                 check all files, name every problem with its line
  --json, --markdown, --html   the whole comparison instead of the summary;
                            --html is one file to be mailed and printed
  --output FILE             write there instead of printing
  --help                    this text

Exit code: 0 compared, 2 the input cannot be used.`;

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
  if (read.published !== undefined) return runPublished(read, read.published, { io, refuse });
  const input = await readCompareInput(read);
  if ("problems" in input) return refuse(input.problems);
  const unknown = unknownGroup(read, input.waves);
  if (unknown !== undefined) return refuse([{ file: "arguments", sentence: unknown }]);
  if (read.dryRun) return printDryRun(io, json, input);
  return deliver(read.output, textOf(compareAll(read, input), read.format), { io, refuse });
}

interface Answering {
  readonly io: CliIo;
  readonly refuse: (problems: readonly FileProblem[]) => number;
}

async function deliver(output: string | undefined, text: string, { io, refuse }: Answering): Promise<number> {
  if (output === undefined) {
    io.out(text);
    return FINE;
  }
  const failed = await writeWhole(output, text);
  if (failed !== undefined) return refuse([{ file: output, sentence: failed }]);
  io.error(`Written to ${cleanText(output, false)}.`);
  return FINE;
}

async function runPublished(read: CompareArguments, map: string, answering: Answering): Promise<number> {
  const [after = ""] = read.after;
  const compared = await readPublishedWaves(map, [read.before, after]);
  if ("problems" in compared) return answering.refuse(compared.problems);
  if (read.dryRun) {
    answering.io.out(`${compared.changes.length} figures in both waves. No problems. Nothing was compared.`);
    return FINE;
  }
  const text =
    read.format === "json"
      ? JSON.stringify(compared, null, 2)
      : documentText(publishedDocument(compared), read.format);
  return deliver(read.output, text, answering);
}

/** The comparison group must exist, or its effect would silently be none. */
function unknownGroup({ by, comparison }: CompareArguments, waves: readonly WaveFile[]): string | undefined {
  if (by === undefined || comparison === undefined) return undefined;
  const code = columnName(by);
  const known = waves.every(({ dataset }) =>
    dataset.columns.some(
      (column) => column.kind === "choice" && column.code === code && column.choices.includes(comparison),
    ),
  );
  return known ? undefined : "--comparison names a group that a wave does not have. Write it as in the file.";
}

function printDryRun(io: CliIo, json: boolean, { waves }: CompareInput): number {
  const found = waves.map(({ dataset, unused }) => ({
    rows: dataset.rows,
    columns: dataset.columns.map(({ code }) => code),
    unused,
  }));
  if (json) io.out(JSON.stringify({ problems: [], waves: found }, null, 2));
  else {
    found.forEach(({ rows, columns, unused }, place) => {
      io.out(`Wave ${place + 1}: ${rows} rows, ${columns.length} columns taken.`);
      if (unused.length > 0) io.out(cleanText(`  Not used: ${unused.join(", ")}.`, false));
    });
    io.out("No problems. Nothing was compared.");
  }
  return FINE;
}

function compareAll(given: CompareArguments, input: CompareInput): Compared {
  const { waves } = input;
  const comparisons = waves.slice(1).flatMap((after, place): WaveComparison[] => {
    const before = waves[place];
    if (before === undefined) return [];
    return [compareWaves(before.dataset, after.dataset, planOf(given, input, [place, before, after]))];
  });
  // Raters of one person are not independent: a course over several waves would take them as if they were.
  if (waves.length < 3 || given.subject !== undefined) return { comparisons, series: null };
  const persons = given.link === undefined ? [] : numberPersons(waves.map((wave) => wave.persons));
  const series = waves.map(({ dataset, scores }, place): SeriesWave => {
    const own = persons[place];
    const definition = input.definitions[place];
    return {
      dataset,
      scores,
      ...(own === undefined ? {} : { persons: own }),
      ...(definition === undefined ? {} : { definition }),
    };
  });
  const { index, equivalent } = input.map;
  const plan: ComparisonPlan = {
    definition: lastOf(input),
    equivalent,
    ...(index === undefined ? {} : { indexItems: index }),
    ...(given.by === undefined ? {} : { by: columnName(given.by) }),
  };
  return { comparisons, series: compareSeries(series, plan) };
}

/** Written beside and then renamed, so that nothing half written is left. */
async function writeWhole(file: string, text: string): Promise<string | undefined> {
  const beside = `${file}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, file);
    return undefined;
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
    return "The file cannot be written. Check the folder, and that you may write there. Nothing was lost.";
  }
}

/** The survey of the last wave. */
function lastOf({ definitions }: CompareInput): SurveyDefinition {
  const last = definitions.at(-1);
  if (last === undefined) throw new RangeError("a comparison requires the survey of each wave");
  return last;
}

/** What is known of one wave and the next. */
function planOf(
  given: CompareArguments,
  input: CompareInput,
  [place, before, after]: readonly [number, WaveFile, WaveFile],
): ComparisonPlan {
  const { map } = input;
  const definition = input.definitions[place + 1] ?? lastOf(input);
  const beforeDefinition = input.definitions[place] ?? definition;
  const headcounts = input.headcounts[place];
  const counts = input.counts[place];
  const margins = input.margins[place];
  return {
    definition,
    equivalent: map.equivalent,
    minimumGroupSize: given.minimumGroupSize,
    readyScores: { before: before.scores, after: after.scores },
    ...(beforeDefinition === definition ? {} : { beforeDefinition }),
    ...(given.link === undefined ? {} : { pairs: linkRows(before.persons, after.persons) }),
    ...(given.by === undefined ? {} : { by: columnName(given.by) }),
    ...(given.comparison === undefined ? {} : { comparisonGroup: given.comparison }),
    ...(headcounts === undefined ? {} : { headcounts }),
    ...(margins === undefined ? {} : { margins }),
    ...(counts === undefined ? {} : { counts }),
    ...(map.index === undefined ? {} : { indexItems: map.index }),
  };
}
