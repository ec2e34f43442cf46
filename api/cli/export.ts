/** The command `soundings export`: released tables of one wave, or the comparison of several, as a file. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { cleanText } from "../../surveys/clean-text.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import type { StaffContext } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { WrittenFile } from "../files/file-format.ts";
import { writeComparisonFile } from "../files/write-comparison-file.ts";
import { writeTablesFile } from "../files/write-tables-file.ts";
import { besideServer } from "../open-installation.ts";
import type { StaffMember } from "../permissions.ts";
import { listSurveyWaves } from "../staff-releases/list-survey-waves.ts";
import { openAnswerStore } from "../storage/answer-store.ts";
import { openPeopleStore } from "../storage/people-store.ts";
import type { CliCommand, CliIo } from "./command.ts";
import { type ExportArguments, readExportArguments } from "./export-arguments.ts";

const FINE = 0;
const REFUSED = 1;
const BAD_INPUT = 2;

const HELP = `Usage: soundings export --wave W[,W2] --format csv|xlsx|sav|r --out FILE [options]

Writes what a wave of a staff survey has released, or the comparison of several
waves of one programme, into a file: the same figures as on the screens, with
the methods note, the policy and the content hash of the dataset. No row of any
person is in it. The same release gives the same bytes. Without --wave the waves
that have released something are listed. The server may be running; that a file
was written stands in the audit log.

  --wave W[,W2]   ids of waves, separated by commas; several are compared
  --format F      csv    the main table, for people and spreadsheets
                  xlsx   a workbook with codebook, further tables and notes
                  sav    the main table for SPSS and PSPP, with labels and
                         missing codes
                  r      a zip of coded CSV files, codebook and read.R
  --out FILE      where to write; a file that is there already is kept
  --release N     of one wave: an earlier release instead of the newest
  --data DIR      folder of the two stores (SOUNDINGS_DATA)
  --json          print one JSON object instead of a sentence
  --help          this text

Exit code: 0 written, 1 there is nothing that may be written, 2 the arguments
cannot be used.`;

export const exportCommand: CliCommand = {
  name: "export",
  summary: "write released figures as CSV, Excel, SPSS or R files",
  help: HELP,
  run,
};

/** Whoever reaches the stores and their key from a shell; stands so in the audit log. */
const OPERATOR: StaffMember = { personId: "command-line", name: "Command line", roles: ["evaluator"] };

async function run(args: readonly string[], io: CliIo): Promise<number> {
  const read = readExportArguments(args);
  if ("sentence" in read) {
    io.error(cleanText(read.sentence, false));
    return BAD_INPUT;
  }
  const config = readConfig(process.env, { data: read.data });
  // A mistyped name must not begin a new data folder.
  if (config.peopleUrl === undefined && !existsSync(config.dataFolder)) {
    io.error(cleanText(`There is no data folder "${config.dataFolder}". Correct --data.`, false));
    return BAD_INPUT;
  }
  return besideServer(config, async (settings) => {
    const people = await openPeopleStore(settings);
    try {
      const answers = await openAnswerStore(settings);
      try {
        return await exportFrom({ people, answers, clock: systemClock }, read, io);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        io.error(cleanText(error.message, false));
        return REFUSED;
      } finally {
        await answers.close();
      }
    } finally {
      await people.close();
    }
  });
}

type FilesContext = Pick<StaffContext, "people" | "answers" | "clock">;

async function exportFrom(context: FilesContext, read: ExportArguments, io: CliIo): Promise<number> {
  if (read.file === undefined) return listWaves(context, read.json, io);
  const { waves, format, out, release } = read.file;
  const [wave = "", ...others] = waves;
  const file =
    others.length === 0
      ? await writeTablesFile(context, OPERATOR, { wave, release, format })
      : await writeComparisonFile(context, OPERATOR, { waves, format });
  return writeOut(file, { out, json: read.json }, io);
}

async function listWaves(context: FilesContext, json: boolean, io: CliIo): Promise<number> {
  const waves = (await listSurveyWaves(context, OPERATOR)).filter(({ releases }) => releases > 0);
  const listed = waves.map(({ wave, title, programmeName }) => ({ wave, title, programme: programmeName }));
  if (json) io.out(JSON.stringify({ waves: listed }, null, 2));
  else if (listed.length === 0) io.out("No staff survey has released anything yet.");
  else
    for (const { wave, title, programme } of listed)
      io.out(cleanText(`${wave}  ${title} (${programme})`, false));
  return FINE;
}

async function writeOut(
  { bytes }: WrittenFile,
  { out, json }: { readonly out: string; readonly json: boolean },
  io: CliIo,
): Promise<number> {
  try {
    await writeFile(out, bytes, { flag: "wx" });
  } catch (error) {
    io.error(cleanText(`${whyNot(error, out)} Nothing was written.`, false));
    return BAD_INPUT;
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  io.out(
    json
      ? JSON.stringify({ file: out, bytes: bytes.length, sha256 })
      : cleanText(`${out}: ${bytes.length} bytes, SHA-256 ${sha256}`, false),
  );
  return FINE;
}

function whyNot(error: unknown, out: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EEXIST") return `There is a file "${out}" already. Name another one with --out.`;
  if (code === "ENOENT") return `There is no folder for "${out}". Correct --out.`;
  return `"${out}" cannot be written. Correct --out.`;
}
