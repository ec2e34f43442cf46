/** An evaluator or coordinator takes the released tables of one wave away as a file. */
import { staffTablesBook } from "../../analysis/files/staff-tables-book.ts";
import { readDefinition } from "../../surveys/read-definition.ts";
import type { StaffContext } from "../context.ts";
import { formTextOf } from "../datasets/seal-wave.ts";
import type { StaffMember } from "../permissions.ts";
import { readTables } from "../staff-releases/read-tables.ts";
import { findReleasedSurvey } from "../staff-releases/released-tables.ts";
import type { FileFormat, WrittenFile } from "./file-format.ts";
import { takeAway } from "./take-away.ts";

export interface TablesFileRequest {
  readonly wave: string;
  /** The newest unless given. */
  readonly release?: number | undefined;
  readonly format: FileFormat;
}

/** @throws DomainError "not-allowed", "not-found"; "wrong-state" if nothing is released */
export async function writeTablesFile(
  context: Pick<StaffContext, "people" | "answers" | "clock">,
  staff: StaffMember,
  request: TablesFileRequest,
): Promise<WrittenFile> {
  const { wave: id, format, release: wanted } = request;
  const read = await readTables(context, staff, { wave: id, release: wanted });
  const { tables, release, title, programmeName, datasetHash, linked } = read;
  const wave = await context.people.read((db) => findReleasedSurvey(db, id));
  const definition = readDefinition(await formTextOf(context, wave.definitionId));
  const cuts = read.releases.find(({ number }) => number === release)?.cuts ?? [];
  const book = staffTablesBook({
    source: {
      programme: programmeName,
      wave: id,
      title,
      survey: tables.survey,
      release,
      datasetHash,
      policy: { ...wave.policy, cuts },
    },
    definition,
    tables,
    linked: linked?.changes ?? null,
  });
  return takeAway(context, staff, { book, format, called: [title], of: { wave: id, release } });
}
