/** A coach takes the released report of an own coachee away as a file. */
import { reportBook } from "../../analysis/files/report-book.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import type { StaffMember } from "../permissions.ts";
import { programmeById } from "../programmes/store.ts";
import { readReport } from "../releases/read-report.ts";
import { findWave } from "../waves/find-wave.ts";
import type { FileFormat, WrittenFile } from "./file-format.ts";
import { takeAway } from "./take-away.ts";

export interface ReportFileRequest {
  readonly wave: string;
  readonly subject: string;
  readonly format: FileFormat;
}

/** @throws DomainError as readReport */
export async function writeReportFile(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  { wave: id, subject, format }: ReportFileRequest,
): Promise<WrittenFile> {
  const { report, datasetHash, subjectName, waveTitle } = await readReport(context, staff, {
    wave: id,
    subject,
  });
  const { wave, programme } = await context.people.read(async (db) => {
    const found = await findWave(db, id);
    return { wave: found, programme: await programmeById(db, found.programmeId) };
  });
  const definition = readDefinition(await formTextOf(context, wave.definitionId));
  const { survey, policy } = report;
  const book = reportBook({
    source: {
      programme: programme?.name ?? "",
      wave: id,
      title: `${waveTitle}: ${subjectName}`,
      survey,
      release: null,
      datasetHash,
      policy,
    },
    definition,
    report,
  });
  return takeAway(context, staff, { book, format, called: [waveTitle], of: { wave: id, subject } });
}
