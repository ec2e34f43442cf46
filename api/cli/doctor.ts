/** `soundings doctor`: examines an installation's promise of anonymity and prints what was found. Changes nothing. */
import { parseArgs } from "node:util";
import { cleanText } from "../../surveys/clean-text.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import type { CheckState, DoctorReport } from "../doctor/doctor-report.ts";
import { examineInstallation } from "../doctor/examine-installation.ts";
import { ImageError } from "../storage/sqlite-image.ts";
import type { CliCommand, CliIo } from "./command.ts";

const FINE = 0;
const FINDINGS = 1;
const UNREADABLE = 2;

const help = `Usage: soundings doctor --anonymity [--data DIR] [--head HASH] [--json]

Examines whether an installation keeps its promise of anonymity: the tables and files of both stores, keys and what
should have been destroyed, the audit log, and every release, which the auditor tries to break once more. Prints what
was checked, what was found and what cannot be checked, in words for those who represent the people asked.

Reads only: no byte of the data changes, and the server may be running. Run it as the server's account.

  --anonymity  what to examine; there is nothing else so far
  --data DIR   folder of the two stores (SOUNDINGS_DATA), or SOUNDINGS_PEOPLE_URL and SOUNDINGS_ANSWERS_URL
  --head HASH  a hash of the audit log that was noted earlier; says whether the log still holds it
  --json       print one JSON object instead of sentences

Exit code: 0 nothing found, 1 something found, 2 the stores cannot be read.`;

const MARKS: Readonly<Record<CheckState, string>> = {
  fine: "in order",
  remark: "to know",
  finding: "FOUND",
  "not-checked": "not checked",
};

const WIDTH = 96;

/** Breaks a sentence into lines with a hanging indent. */
function wrapped(sentence: string, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of cleanText(sentence, false).split(" ")) {
    if (line !== "" && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].map((text) => indent + text).join("\n");
}

function verdictOf({ findings, checks }: DoctorReport): string {
  if (findings > 0) return `${findings} of ${checks.length} checks found something.`;
  return `${checks.length} checks found nothing. They say what they looked at, and no more; what they cannot see stands at the end.`;
}

function print(report: DoctorReport, io: CliIo): void {
  io.out("Examination of the promise of anonymity");
  io.out(wrapped(`${report.installation}, ${report.examinedAt.slice(0, 16).replace("T", " ")} UTC`, ""));
  io.out(`\n${wrapped(verdictOf(report), "")}\n`);
  io.out("WHAT WAS CHECKED");
  for (const { title, state, looked, sentences } of report.checks) {
    io.out(`\n${title}: ${MARKS[state]}`);
    io.out(wrapped(`Looked at: ${looked}`, "  "));
    for (const sentence of sentences) io.out(wrapped(sentence, "  "));
  }
  io.out("\nWHAT CANNOT BE CHECKED FROM HERE");
  for (const { what, why } of report.notCheckable) {
    io.out(`\n${what}`);
    io.out(wrapped(why, "  "));
  }
}

async function run(args: readonly string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      anonymity: { type: "boolean", default: false },
      data: { type: "string" },
      head: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  if (!values.anonymity) {
    io.error("Say what to examine: soundings doctor --anonymity");
    return UNREADABLE;
  }
  const config = readConfig(process.env, { data: values.data });
  try {
    const report = await examineInstallation(config, systemClock(), values.head);
    if (values.json) io.out(JSON.stringify(report, null, 2));
    else print(report, io);
    return report.findings === 0 ? FINE : FINDINGS;
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    io.error(error.message);
    return UNREADABLE;
  }
}

export const doctorCommand: CliCommand = {
  name: "doctor",
  summary: "examine an installation's promise of anonymity",
  help,
  run,
};
