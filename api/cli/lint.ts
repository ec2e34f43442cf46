/** The command `soundings lint`: every problem of a survey definition, with its line and what to do about it. */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { cleanText } from "../../surveys/clean-text.ts";
import { type DefinitionProblem, loadDefinition } from "../../surveys/load-definition.ts";
import type { CliCommand, CliIo } from "./command.ts";

const FINE = 0;
const PROBLEMS = 1;
const UNREADABLE = 2;

const HELP = `Usage: soundings lint FILE… [--json]

Reads survey definitions (SurveyJS JSON with a soundings block) and prints every
problem: file and line, rule, path in the JSON, what is wrong, and what to do.

  --json   one JSON object for all files instead of lines
  --help   this text

Exit code: 0 no problems, 1 problems found, 2 a file cannot be read.`;

interface FileReport {
  readonly file: string;
  readonly unreadable: boolean;
  readonly problems: readonly DefinitionProblem[];
}

export const lintCommand: CliCommand = {
  name: "lint",
  summary: "find what is wrong with survey definitions",
  help: HELP,
  run: lint,
};

async function lint(args: readonly string[], io: CliIo): Promise<number> {
  const read = readArguments(args);
  if ("sentence" in read) {
    io.error(`${read.sentence}\n\n${HELP}`);
    return UNREADABLE;
  }
  if (read.help) {
    io.out(HELP);
    return FINE;
  }
  const reports = await Promise.all(read.files.map(lintFile));
  if (read.json) io.out(JSON.stringify({ files: reports }, null, 2));
  else for (const report of reports) print(report, io);
  if (reports.some(({ unreadable }) => unreadable)) return UNREADABLE;
  return reports.some(({ problems }) => problems.length > 0) ? PROBLEMS : FINE;
}

function readArguments(args: readonly string[]) {
  const options = { json: { type: "boolean" }, help: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (positionals.length === 0 && values.help !== true)
      return { sentence: "Name at least one file to lint." };
    return { files: positionals, json: values.json === true, help: values.help === true };
  } catch (error) {
    return { sentence: error instanceof Error ? error.message : "These options cannot be read." };
  }
}

async function lintFile(file: string): Promise<FileReport> {
  const text = await readText(file);
  if (text === undefined) return { file, unreadable: true, problems: [MISSING] };
  const loaded = loadDefinition(text);
  return "problems" in loaded
    ? { file, unreadable: loaded.unreadable, problems: loaded.problems }
    : { file, unreadable: false, problems: [] };
}

const MISSING: DefinitionProblem = {
  rule: "unreadable",
  pointer: "",
  line: 1,
  sentence: "The file cannot be opened.",
  repair: "Check its name, and that you may read it.",
};

async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Sentences quote the file, so control characters are taken out before they reach a terminal. */
function print({ file, unreadable, problems }: FileReport, io: CliIo): void {
  if (problems.length === 0) io.out(`${file}: no problems`);
  for (const { line, rule, pointer, sentence, repair } of problems) {
    const text = cleanText(`${file}:${line} ${rule} ${pointer || "/"} ${sentence} ${repair}`, false);
    if (unreadable) io.error(text);
    else io.out(text);
  }
}
