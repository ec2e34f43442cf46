/** The command `soundings import`: ratings collected elsewhere, through the same fold and disclosure. */
import { randomInt } from "node:crypto";
import type { Dataset } from "../../analysis/dataset.ts";
import type { AnsweredForm } from "../../analysis/fold-answers.ts";
import { foldAnswers } from "../../analysis/fold-answers.ts";
import { reportAll } from "../../analysis/report360/build-report.ts";
import { cleanText } from "../../surveys/clean-text.ts";
import type { SurveyDefinition } from "../../surveys/definition.ts";
import type { DisclosurePolicy } from "../../surveys/disclosure-policy.ts";
import type { ManifestGroup } from "../../surveys/manifest.ts";
import type { CliCommand, CliIo } from "./command.ts";
import { importPolicy, readImportArguments } from "./import-arguments.ts";
import type { ImportProblem } from "./import-input.ts";
import { readImport } from "./import-input.ts";
import type { ReportSummary } from "./report-summary.ts";
import { summariseReport, summaryLine } from "./report-summary.ts";
import { storeImport } from "./store-import.ts";

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
  --data DIR                store a released wave in this data folder, which no
                            server may be serving meanwhile; needs
  --programme ID              the programme it belongs to,
  --title TEXT                the wave's title, and
  --coach REF                 who reads the reports: staff number or mail address
  --dry-run                 check everything, store nothing
  --minimum-group-size N    smallest number of answers behind a figure
  --minimum-comments N      smallest number of comments in a list
  --json                    one JSON object instead of lines
  --help                    this text

Exit code: 0 imported, 2 the input cannot be used.`;

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
  const refuse = (problems: readonly ImportProblem[]) => printProblems(io, args.includes("--json"), problems);
  const refuseArguments = (sentence: string) => refuse([{ file: "arguments", sentence }]);
  const read = readImportArguments(args);
  if ("sentence" in read) return refuseArguments(read.sentence);
  const input = await readImport(read.files);
  if ("problems" in input) return refuse(input.problems);
  const { definition, forms, subjects } = input;
  const policy = importPolicy(definition.soundings.kind, read);
  if ("sentence" in policy) return refuseArguments(policy.sentence);
  const isAbout360 = definition.soundings.kind === "360";
  const groups = isAbout360 ? definition.soundings.groups.map(({ code }) => code) : [""];
  const dataset = foldAnswers({ definition, subjects, groups, responses: forms, random: randomInt });
  const reports = isAbout360 ? summaries({ definition, dataset, policy }, forms) : [];
  const stored =
    read.target === undefined ? undefined : await storeImport(read.target, { definition, dataset, policy });
  if (stored !== undefined && "sentence" in stored) return refuseArguments(stored.sentence);
  if (read.json) {
    const printed = { rows: dataset.rows, subjects: subjects.length, policy, reports, ...stored };
    io.out(JSON.stringify(printed, null, 2));
    return FINE;
  }
  for (const report of reports) io.out(cleanText(summaryLine(report), false));
  io.out(`${dataset.rows} rows about ${subjects.length} ${subjects.length === 1 ? "subject" : "subjects"}.`);
  if (stored !== undefined) io.out(`Stored as the released wave ${stored.wave}.`);
  return FINE;
}

function summaries(
  folded: {
    readonly definition: SurveyDefinition;
    readonly dataset: Dataset;
    readonly policy: DisclosurePolicy;
  },
  forms: readonly AnsweredForm[],
): readonly ReportSummary[] {
  return Array.from(reportAll({ ...folded, invited: countForms(forms) }), summariseReport);
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

function printProblems(io: CliIo, json: boolean, problems: readonly ImportProblem[]): number {
  if (json) io.out(JSON.stringify({ problems }, null, 2));
  for (const { file, line, column, sentence } of json ? [] : problems) {
    const place = line === undefined ? file : `${file}:${line}`;
    io.error(cleanText(`${place}${column === undefined ? "" : ` ${column}`}: ${sentence}`, false));
  }
  if (!json) io.error("Nothing was imported.");
  return BAD_INPUT;
}
