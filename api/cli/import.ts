/** The command `soundings import`: ratings collected elsewhere, through the same fold and disclosure. */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import { DEFAULT_POLICIES, POLICY_FLOORS } from "../../surveys/disclosure-policy.ts";
import type { ManifestGroup } from "../../surveys/manifest.ts";
import type { CliCommand, CliIo } from "./command.ts";
import type { ImportFiles, ImportProblem } from "./import-input.ts";
import { readImport } from "./import-input.ts";
import { summariseReport, summaryLine } from "./report-summary.ts";

const FINE = 0;
const BAD_INPUT = 2;

const HELP = `Usage: soundings import RATINGS.csv --survey DEFINITION.json --map MAP.json [options]

Turns ratings collected elsewhere into the dataset of a wave, through the same
shuffling and disclosure rules as answers collected here, and prints one line
for every person rated. If any row is wrong, every fault is named with its
line, and nothing is imported.

  --survey FILE             the survey definition the columns belong to
  --map FILE                which column is what:
                            {"subject": {"column": "id"}, "group": {"value": "peer"},
                             "items": {"q1": "item-code"}, "ignore": ["comment"]}
  --minimum-group-size N    smallest number of answers behind a figure
  --minimum-comments N      smallest number of comments in a list
  --json                    one JSON object instead of lines
  --help                    this text

Exit code: 0 imported, 2 the input cannot be used.`;

const OPTIONS = {
  survey: { type: "string" },
  map: { type: "string" },
  "minimum-group-size": { type: "string" },
  "minimum-comments": { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

interface ImportArguments {
  readonly files: ImportFiles;
  readonly json: boolean;
  readonly minimumGroupSize: number | undefined;
  readonly minimumComments: number | undefined;
}

export const importCommand: CliCommand = {
  name: "import",
  summary: "turn ratings collected elsewhere into a wave's reports",
  help: HELP,
  run: runImport,
};

async function runImport(args: readonly string[], io: CliIo): Promise<number> {
  if (args.includes("--help")) {
    io.out(HELP);
    return FINE;
  }
  const read = readArguments(args);
  if ("sentence" in read)
    return refuse(io, args.includes("--json"), [{ file: "arguments", sentence: read.sentence }]);
  const input = await readImport(read.files);
  if ("problems" in input) return refuse(io, read.json, input.problems);
  const policy = policyOf(input.definition, read);
  if ("sentence" in policy) return refuse(io, read.json, [{ file: "arguments", sentence: policy.sentence }]);
  const { definition, forms, subjects } = input;
  const dataset = foldAnswers({
    definition,
    subjects,
    groups: definition.soundings.kind === "360" ? definition.soundings.groups.map(({ code }) => code) : [""],
    responses: forms,
    random: randomInt,
  });
  const reports =
    definition.soundings.kind === "360"
      ? Array.from(reportAll({ definition, dataset, policy, invited: countForms(forms) }), summariseReport)
      : [];
  if (read.json) {
    io.out(
      JSON.stringify({ rows: dataset.rows, subjects: dataset.subjects.length, policy, reports }, null, 2),
    );
    return FINE;
  }
  for (const report of reports) io.out(cleanText(summaryLine(report), false));
  io.out(
    `${dataset.rows} rows about ${dataset.subjects.length} ${dataset.subjects.length === 1 ? "subject" : "subjects"}.`,
  );
  return FINE;
}

function readArguments(args: readonly string[]): ImportArguments | { readonly sentence: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [ratings, ...more] = positionals;
    const { survey, map } = values;
    if (ratings === undefined || more.length > 0) return { sentence: "Name one CSV file of ratings." };
    if (survey === undefined || map === undefined) return { sentence: "Name --survey and --map." };
    return {
      files: { ratings, survey, map },
      json: values.json === true,
      minimumGroupSize: wholeNumber(values["minimum-group-size"]),
      minimumComments: wholeNumber(values["minimum-comments"]),
    };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function policyOf(
  definition: SurveyDefinition,
  { minimumGroupSize, minimumComments }: ImportArguments,
): DisclosurePolicy | { readonly sentence: string } {
  const kind = definition.soundings.kind === "360" ? "360" : "staff-survey";
  const floors = POLICY_FLOORS[kind];
  const defaults = DEFAULT_POLICIES[kind];
  const policy = {
    ...defaults,
    minimumGroupSize: minimumGroupSize ?? defaults.minimumGroupSize,
    minimumComments: minimumComments ?? defaults.minimumComments,
  };
  if (!(policy.minimumGroupSize >= floors.minimumGroupSize)) {
    return { sentence: `--minimum-group-size is a whole number from ${floors.minimumGroupSize}.` };
  }
  if (!(policy.minimumComments >= floors.minimumComments)) {
    return { sentence: `--minimum-comments is a whole number from ${floors.minimumComments}.` };
  }
  return policy;
}

/** Of ratings collected elsewhere only those that came are known: as many count as invited. */
function countForms(forms: readonly AnsweredForm[]): readonly ManifestGroup[] {
  const counts = new Map<string, ManifestGroup>();
  for (const { subject, group } of forms) {
    const key = JSON.stringify([subject, group]);
    counts.set(key, { subject, group, invited: (counts.get(key)?.invited ?? 0) + 1 });
  }
  return [...counts.values()];
}

function refuse(io: CliIo, json: boolean, problems: readonly ImportProblem[]): number {
  if (json) io.out(JSON.stringify({ problems }, null, 2));
  for (const { file, line, column, sentence } of json ? [] : problems) {
    const place = line === undefined ? file : `${file}:${line}`;
    io.error(cleanText(`${place}${column === undefined ? "" : ` ${column}`}: ${sentence}`, false));
  }
  if (!json) io.error("Nothing was imported.");
  return BAD_INPUT;
}
